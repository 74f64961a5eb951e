// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/source.h"
#include "tests/support/await.h"
#include "tests/support/scripted_http.h"
#include "tests/unit/sources/fake_alertmanager.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

const Labels kWanted{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "critical"}};
const Labels kMore{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "critical"}, {"mountpoint", "/var"}};
const Labels kOther{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "warning"}};

} // namespace

/// Acknowledging at an Alertmanager: one silence that matches the wanted alert only, confirmed by reading it back, whatever
/// goes wrong on the way.
class TestAcknowledging : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void silencesExactlyThisAlert();
    void usesTheServersClock();
    void twiceMakesOneSilence();
    void renewalKeepsTheSilence();
    void renewalOfAForgottenSilenceMakesANewOne();
    void renewalAimsAnewWhenASiblingAppears();
    void renewalRespectsWhoEndedIt();
    void whatAPersonAsksForAgainIsDoneWhoeverEndedIt();
    void aForgottenRenewalIsNoEnd();
    void lostAnswerIsLookedFor();
    void lostRequestIsAFailure();
    void unreadableOutcomeIsUnknown();
    void silencedSiblingTakesItBack();
    void goneAlertGetsNoSilence();
    void refusalCarriesTheServersWords();
    void unacknowledgeEndsIt();
    void unacknowledgeEndsKarmas();
    void unacknowledgeLeavesWiderOnes();
    void alreadyGoneIsEnded_data();
    void alreadyGoneIsEnded();
    void lostDeleteIsReadBack();
    void otherMemberIsAskedWhenOneIsAway();

private:
    void makeSourceOf(std::vector<std::string> urls);
    AlertPtr polled(const Labels &labels);
    AcknowledgeRequest wish(const Labels &labels);
    Result<Acknowledgement> acknowledge(AcknowledgeRequest request)
    {
        return resultOf(m_source->acknowledge(std::move(request)));
    }

    ManualClock m_clock;
    NoSecrets m_secrets;
    InlineOffload m_offload;
    std::unique_ptr<FakeAlertmanager> m_server;
    std::unique_ptr<SourceTools> m_tools;
    std::unique_ptr<Source> m_source;
};

void TestAcknowledging::init()
{
    m_server = std::make_unique<FakeAlertmanager>(m_clock);
    m_tools = std::make_unique<SourceTools>(SourceTools{*m_server, m_offload, m_clock, m_secrets});
    m_server->fire(kWanted);
    m_server->fire(kMore);
    m_server->fire(kOther);
    makeSourceOf({"http://am:9093/prefix"});
}

void TestAcknowledging::cleanup()
{
    m_source.reset();
}

void TestAcknowledging::makeSourceOf(std::vector<std::string> urls)
{
    Settings settings;
    settings.set("urls", std::move(urls));
    m_source = makeSource("alertmanager", settings, *m_tools);
}

AlertPtr TestAcknowledging::polled(const Labels &labels)
{
    const Result<SourceReading> reading = resultOf(m_source->poll());
    for (const AlertPtr &alert : reading.value().alerts) {
        if (alert->labels == labels)
            return alert;
    }
    return nullptr;
}

AcknowledgeRequest TestAcknowledging::wish(const Labels &labels)
{
    AcknowledgeRequest request;
    request.alert = polled(labels);
    const Result<SourceReading> reading = resultOf(m_source->poll());
    for (const AlertPtr &alert : reading.value().alerts) {
        if (alert->key != request.alert->key)
            request.siblings.push_back(alert);
    }
    request.person = "ada";
    request.comment = "restoring the replica";
    request.until = m_clock.now() + 15min;
    return request;
}

void TestAcknowledging::silencesExactlyThisAlert()
{
    const Result<Acknowledgement> result = acknowledge(wish(kWanted));
    QVERIFY2(result, result ? "" : english(result.error().reason).c_str());
    QCOMPARE(result->person, std::string("ada"));
    QCOMPARE(result->comment, std::string("restoring the replica"));
    QVERIFY(result->until == m_clock.now() + 15min);
    QCOMPARE(m_server->active().size(), std::size_t(1));
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{result->silence.text()});
    QVERIFY(m_server->silencedBy(kMore).empty());
    QVERIFY(m_server->silencedBy(kOther).empty());
    const AlertPtr alert = polled(kWanted);
    QVERIFY(alert->handling.silenced);
    QVERIFY(alert->acknowledgement == *result);
    QVERIFY(!polled(kMore)->acknowledgement);
}

void TestAcknowledging::usesTheServersClock()
{
    m_server->skew = -3min;
    const Result<Acknowledgement> result = acknowledge(wish(kWanted));
    QVERIFY(result.has_value());
    QVERIFY(result->until == m_clock.now() - 3min + 15min);
    m_server->skew = 1h; // an end of our clock would lie in the server's past
    const Result<Acknowledgement> ahead = acknowledge(wish(kMore));
    QVERIFY(ahead.has_value());
    QVERIFY(ahead->until == m_clock.now() + 1h + 15min);
}

void TestAcknowledging::twiceMakesOneSilence()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    const Result<Acknowledgement> second = acknowledge(wish(kWanted));
    QVERIFY(first && second);
    QCOMPARE(second->silence, first->silence);
    QCOMPARE(m_server->silences().size(), std::size_t(1));
    QCOMPARE(m_server->count("POST"), 1);
}

void TestAcknowledging::renewalKeepsTheSilence()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    m_clock.advance(10min);
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.renewedUntil = first->until;
    request.person = "somebody else's station";
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY(renewed.has_value());
    QCOMPARE(renewed->silence, first->silence);
    QCOMPARE(renewed->person, std::string("ada"));
    QVERIFY(renewed->since == first->since);
    QVERIFY(renewed->until == *first->until + 10min);
    QCOMPARE(m_server->silences().size(), std::size_t(1));
}

void TestAcknowledging::renewalOfAForgottenSilenceMakesANewOne()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.renewedUntil = first->until;
    m_server->forget(first->silence);
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY(renewed.has_value());
    QVERIFY(renewed->silence != first->silence);
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{renewed->silence.text()});
}

void TestAcknowledging::renewalAimsAnewWhenASiblingAppears()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    Labels late = kWanted;
    late.set("device", "sda1");
    m_server->fire(late);
    QVERIFY(!m_server->silencedBy(late).empty()); // nobody could know
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.renewedUntil = first->until;
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY(renewed.has_value());
    QVERIFY(m_server->silencedBy(late).empty());
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{renewed->silence.text()});
}

void TestAcknowledging::renewalRespectsWhoEndedIt()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.renewedUntil = first->until;
    m_server->end(first->silence);
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().reason.code(), std::string_view("ack_ended_elsewhere"));
    QCOMPARE(renewed.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_server->active().empty());
}

void TestAcknowledging::whatAPersonAsksForAgainIsDoneWhoeverEndedIt()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    m_server->end(first->silence);
    const Result<Acknowledgement> again = acknowledge(request);
    QVERIFY(again.has_value());
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{again->silence.text()});
}

/// A server that was killed comes back with what it had last written to disk: a silence as it was before it was prolonged.
void TestAcknowledging::aForgottenRenewalIsNoEnd()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    m_clock.advance(16min); // two renewals, which the server has forgotten
    AcknowledgeRequest request = wish(kWanted);
    QVERIFY(m_server->active().empty());
    request.renews = first->silence;
    request.renewedUntil = m_clock.now() + 14min;
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY2(renewed, renewed ? "" : english(renewed.error().reason).c_str());
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{renewed->silence.text()});
}

void TestAcknowledging::lostAnswerIsLookedFor()
{
    AcknowledgeRequest request = wish(kWanted);
    m_server->faults.push_back({"POST", ErrorKind::Timeout, true});
    const Result<Acknowledgement> result = acknowledge(request);
    QVERIFY2(result, result ? "" : english(result.error().reason).c_str());
    QCOMPARE(m_server->count("POST"), 1);
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{result->silence.text()});
}

void TestAcknowledging::lostRequestIsAFailure()
{
    AcknowledgeRequest request = wish(kWanted);
    m_server->faults.push_back({"POST", ErrorKind::Reset, false});
    const Result<Acknowledgement> result = acknowledge(request);
    QVERIFY(!result);
    QCOMPARE(result.error().reason.code(), std::string_view("ack_not_there"));
    QCOMPARE(m_server->count("POST"), 1); // never repeated by itself
}

void TestAcknowledging::unreadableOutcomeIsUnknown()
{
    AcknowledgeRequest request = wish(kWanted);
    m_server->faults.push_back({"POST", ErrorKind::Timeout, true});
    // The two reads before the POST are good; the look afterwards is not.
    const auto silent = [this](int) { m_server->faults.push_back({"GET", ErrorKind::Timeout, false}); };
    struct AfterPost final : Http {
        FakeAlertmanager &server;
        std::function<void(int)> silence;
        AfterPost(FakeAlertmanager &to, std::function<void(int)> then)
            : server(to)
            , silence(std::move(then))
        {
        }
        QCoro::Task<Result<HttpResponse>> send(HttpRequest one) override
        {
            if (one.method == "POST")
                silence(0);
            return server.send(std::move(one));
        }
    } http(*m_server, silent);
    Settings settings;
    settings.set("url", std::string("http://am:9093"));
    const std::unique_ptr<Source> source = makeSource("alertmanager", settings, {http, m_offload, m_clock, m_secrets});
    const Result<Acknowledgement> result = resultOf(source->acknowledge(request));
    QVERIFY(!result);
    QCOMPARE(result.error().reason.code(), std::string_view("ack_outcome_unknown"));
}

void TestAcknowledging::silencedSiblingTakesItBack()
{
    m_server->ignoresEmptyMatchers = true;
    const Result<Acknowledgement> result = acknowledge(wish(kWanted));
    QVERIFY(!result);
    QCOMPARE(result.error().reason.code(), std::string_view("ack_hit_siblings"));
    QVERIFY(m_server->active().empty());
}

void TestAcknowledging::goneAlertGetsNoSilence()
{
    const AcknowledgeRequest request = wish(kWanted);
    m_server->resolve(kWanted);
    const Result<Acknowledgement> result = acknowledge(request);
    QVERIFY(!result);
    QCOMPARE(result.error().reason.code(), std::string_view("ack_alert_gone"));
    QCOMPARE(m_server->count("POST"), 0);
}

void TestAcknowledging::refusalCarriesTheServersWords()
{
    struct Refusing final : Http {
        FakeAlertmanager &server;
        explicit Refusing(FakeAlertmanager &to)
            : server(to)
        {
        }
        QCoro::Task<Result<HttpResponse>> send(HttpRequest one) override
        {
            if (one.method == "POST")
                co_return httpAnswer(400, "\"exceeded maximum number of silences: 3\"");
            Result<HttpResponse> answer = co_await server.send(std::move(one));
            co_return answer;
        }
    } http(*m_server);
    Settings settings;
    settings.set("url", std::string("http://am:9093"));
    const std::unique_ptr<Source> source = makeSource("alertmanager", settings, {http, m_offload, m_clock, m_secrets});
    const Result<Acknowledgement> result = resultOf(source->acknowledge(wish(kWanted)));
    QVERIFY(!result);
    QVERIFY(english(result.error().reason).find("exceeded maximum number of silences") != std::string::npos);
}

void TestAcknowledging::unacknowledgeEndsIt()
{
    const Result<Acknowledgement> made = acknowledge(wish(kWanted));
    const Result<Acknowledgement> ended = resultOf(m_source->unacknowledge(polled(kWanted), "bob", EndOf::Everything));
    QVERIFY2(ended, ended ? "" : english(ended.error().reason).c_str());
    QCOMPARE(ended->silence, made->silence);
    QVERIFY(m_server->active().empty());
    QVERIFY(!polled(kWanted)->acknowledgement);
    QVERIFY(!polled(kWanted)->handling.silenced);
}

void TestAcknowledging::unacknowledgeEndsKarmas()
{
    m_server->silence({{"alertname", "DiskFull", false, true}, {"severity", "warn.*", true, true}}, "karma",
        "ACK! This alert was acknowledged using karma on Sat, 21 Nov 2026 04:37:23 UTC", 15min);
    const AlertPtr alert = polled(kOther);
    QVERIFY(alert->acknowledgement.has_value());
    QCOMPARE(alert->acknowledgement->person, std::string("karma"));
    const Result<Acknowledgement> ended = resultOf(m_source->unacknowledge(alert, "ada", EndOf::Everything));
    QVERIFY(ended.has_value());
    QVERIFY(!polled(kOther)->acknowledgement);
}

void TestAcknowledging::unacknowledgeLeavesWiderOnes()
{
    m_server->silence({{"alertname", "DiskFull", false, true}}, "karma", "ACK! the whole group", 15min);
    const AlertPtr alert = polled(kWanted);
    const Result<Acknowledgement> ended = resultOf(m_source->unacknowledge(alert, "ada", EndOf::Everything));
    QVERIFY(!ended);
    QCOMPARE(ended.error().reason.code(), std::string_view("unack_covers_others"));
    QCOMPARE(ended.error().reason.arguments(), (std::vector<std::string>{"karma", "2"}));
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

void TestAcknowledging::alreadyGoneIsEnded_data()
{
    QTest::addColumn<bool>("isOld");
    QTest::newRow("0.25 answers 500") << true;
    QTest::newRow("0.33 answers 404") << false;
}

void TestAcknowledging::alreadyGoneIsEnded()
{
    QFETCH(bool, isOld);
    m_server->isOld = isOld;
    const Result<Acknowledgement> made = acknowledge(wish(kWanted));
    const AlertPtr alert = polled(kWanted);
    struct Racing final : Http {
        FakeAlertmanager &server;
        SilenceId id;
        Racing(FakeAlertmanager &to, SilenceId which)
            : server(to)
            , id(std::move(which))
        {
        }
        QCoro::Task<Result<HttpResponse>> send(HttpRequest one) override
        {
            if (one.method == "DELETE")
                server.forget(id); // somebody was faster
            return server.send(std::move(one));
        }
    } http(*m_server, made->silence);
    Settings settings;
    settings.set("url", std::string("http://am:9093"));
    const std::unique_ptr<Source> source = makeSource("alertmanager", settings, {http, m_offload, m_clock, m_secrets});
    QVERIFY(resultOf(source->unacknowledge(alert, "ada", EndOf::Everything)).has_value());
    QVERIFY(
        resultOf(source->unacknowledge(alert, "ada", EndOf::Everything)).has_value()); // and when there is nothing to end at all
}

void TestAcknowledging::lostDeleteIsReadBack()
{
    acknowledge(wish(kWanted));
    const AlertPtr alert = polled(kWanted);
    m_server->faults.push_back({"DELETE", ErrorKind::Timeout, false});
    const Result<Acknowledgement> failed = resultOf(m_source->unacknowledge(alert, "ada", EndOf::Everything));
    QVERIFY(!failed);
    QCOMPARE(failed.error().reason.code(), std::string_view("unack_still_there"));
    m_server->faults.push_back({"DELETE", ErrorKind::Timeout, true});
    QVERIFY(resultOf(m_source->unacknowledge(alert, "ada", EndOf::Everything)).has_value());
    QVERIFY(m_server->active().empty());
}

void TestAcknowledging::otherMemberIsAskedWhenOneIsAway()
{
    const AcknowledgeRequest request = wish(kWanted);
    makeSourceOf({"http://am1:9093", "http://am2:9093"});
    m_server->faults.push_back({"GET", ErrorKind::Refused, false});
    const Result<Acknowledgement> result = acknowledge(request);
    QVERIFY(result.has_value());
    QCOMPARE(QString::fromStdString(m_server->requests().back().url).left(15), QStringLiteral("http://am2:9093"));
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestAcknowledging)
#include "tst_acknowledging.moc"
