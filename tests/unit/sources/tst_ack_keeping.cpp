// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/source.h"
#include "tests/support/await.h"
#include "tests/support/scripted_http.h"
#include "tests/unit/sources/fake_alertmanager.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

const Labels kWanted{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "critical"}};
const Labels kMore{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "critical"}, {"mountpoint", "/var"}};
const Labels kOther{{"alertname", "DiskFull"}, {"instance", "db1"}, {"severity", "warning"}};

/// Two members of a cluster that have not told each other yet.
class TwoMembers final : public Http
{
public:
    TwoMembers(Http &first, Http &second)
        : m_first(first)
        , m_second(second)
    {
    }
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        const bool isFirst = request.url.rfind("http://am1:", 0) == 0;
        return (isFirst ? m_first : m_second).send(std::move(request));
    }

private:
    Http &m_first;
    Http &m_second;
};

} // namespace

/// What stands at an Alertmanager when stations, people, members of a cluster and clocks go their own ways.
class TestAckKeeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatRanOutIsNotWrittenAgain();
    void askingAgainChangesTheComment();
    void endingByItselfLeavesOthersAlone();
    void aMemberThatNeverHeardOfItIsNoProof();
    void tellsOtherStationsTheWishedEnd();
    void theSilencesOfAStormAreNotListed();
    void prolongsWhatAnotherToolAimedOtherwise();

private:
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

void TestAckKeeping::init()
{
    m_server = std::make_unique<FakeAlertmanager>(m_clock);
    m_tools = std::make_unique<SourceTools>(SourceTools{*m_server, m_offload, m_clock, m_secrets});
    m_server->fire(kWanted);
    m_server->fire(kMore);
    m_server->fire(kOther);
    Settings settings;
    settings.set("url", std::string("http://am:9093"));
    m_source = makeSource("alertmanager", settings, *m_tools);
}

void TestAckKeeping::cleanup()
{
    m_source.reset();
}

AlertPtr TestAckKeeping::polled(const Labels &labels)
{
    const Result<SourceReading> reading = resultOf(m_source->poll());
    for (const AlertPtr &alert : reading.value().alerts) {
        if (alert->labels == labels)
            return alert;
    }
    return nullptr;
}

AcknowledgeRequest TestAckKeeping::wish(const Labels &labels)
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

void TestAckKeeping::whatRanOutIsNotWrittenAgain()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    m_clock.advance(24h);
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.renewedUntil = first->until;
    Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().kind, ErrorKind::Cancelled);
    m_server->forget(first->silence);
    renewed = acknowledge(request);
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_server->active().empty());
}

void TestAckKeeping::askingAgainChangesTheComment()
{
    const Result<Acknowledgement> first = acknowledge(wish(kWanted));
    AcknowledgeRequest request = wish(kWanted);
    request.renews = first->silence;
    request.comment = "bob looks as well";
    const Result<Acknowledgement> again = acknowledge(request);
    QVERIFY(again.has_value());
    QCOMPARE(again->comment, std::string("bob looks as well"));
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

void TestAckKeeping::endingByItselfLeavesOthersAlone()
{
    const Result<Acknowledgement> own = acknowledge(wish(kWanted));
    QVERIFY(own.has_value());
    const SilenceId bobs = m_server->silence(m_server->active().at(0).matchers, "bob", "ACK! mine too", 2h);
    auto alert = std::make_shared<Alert>(*polled(kWanted));
    alert->acknowledgement = *own;
    QVERIFY(resultOf(m_source->unacknowledge(alert, "ada", EndOf::KnownSilence)).has_value());
    QCOMPARE(m_server->silencedBy(kWanted), std::vector<std::string>{bobs.text()});
    QVERIFY(resultOf(m_source->unacknowledge(alert, "ada", EndOf::Everything)).has_value());
    QVERIFY(m_server->active().empty());
}

/// A thousand acknowledgements that each list a thousand silences take minutes.
void TestAckKeeping::theSilencesOfAStormAreNotListed()
{
    const AcknowledgeRequest first = wish(kWanted);
    const AcknowledgeRequest second = wish(kOther);
    const std::size_t before = m_server->requests().size();
    QVERIFY(acknowledge(first).has_value());
    QVERIFY(acknowledge(second).has_value());
    QVERIFY(acknowledge(first).has_value()); // finds what stands
    for (std::size_t i = before; i < m_server->requests().size(); ++i) {
        const HttpRequest &request = m_server->requests()[i];
        QVERIFY(request.method != "GET" || !request.url.ends_with("/silences"));
    }
    QCOMPARE(m_server->active().size(), std::size_t(2));
}

void TestAckKeeping::prolongsWhatAnotherToolAimedOtherwise()
{
    const SilenceId karmas = m_server->silence(
        {{"instance", "db1", true, true}, {"mountpoint", "", false, true}, {"severity", "critical", false, true}}, "bob",
        "ACK! by karma", 15min);
    m_clock.advance(10min);
    AcknowledgeRequest request = wish(kWanted);
    request.renews = karmas;
    request.renewedUntil = m_clock.now() + 5min;
    const Result<Acknowledgement> renewed = acknowledge(request);
    QVERIFY2(renewed, renewed ? "" : english(renewed.error().reason).c_str());
    QCOMPARE(m_server->active().size(), std::size_t(1));
    QCOMPARE(m_server->active().at(0).silence.author, std::string("bob"));
    QVERIFY(m_server->active().at(0).silence.endsAt >= m_clock.now() + 14min);
}

void TestAckKeeping::aMemberThatNeverHeardOfItIsNoProof()
{
    const Result<Acknowledgement> own = acknowledge(wish(kWanted));
    auto alert = std::make_shared<Alert>(*polled(kWanted));
    alert->acknowledgement = *own;
    FakeAlertmanager behind(m_clock); // the network between the members is slow
    behind.fire(kWanted);
    TwoMembers both(behind, *m_server);
    const SourceTools tools{both, m_offload, m_clock, m_secrets};
    Settings settings;
    settings.set("urls", std::vector<std::string>{"http://am1:9093", "http://am2:9093"});
    const std::unique_ptr<Source> source = makeSource("alertmanager", settings, tools);
    const Result<Acknowledgement> ended = resultOf(source->unacknowledge(alert, "ada", EndOf::Everything));
    QVERIFY(ended.has_value());
    QVERIFY(m_server->active().empty());
}

void TestAckKeeping::tellsOtherStationsTheWishedEnd()
{
    AcknowledgeRequest request = wish(kWanted);
    request.wishedUntil = m_clock.now() + 2h;
    const Result<Acknowledgement> made = acknowledge(request);
    QVERIFY(made.has_value());
    QCOMPARE(made->comment, std::string("restoring the replica"));
    QVERIFY(polled(kWanted)->acknowledgement->wishedUntil == request.wishedUntil);
    QVERIFY(polled(kWanted)->acknowledgement->renewable);
}

QTEST_GUILESS_MAIN(TestAckKeeping)
#include "tst_ack_keeping.moc"
