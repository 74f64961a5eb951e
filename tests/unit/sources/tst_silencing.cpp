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

const Labels kFirst{{"alertname", "DiskFull"}, {"instance", "db1"}};
const Labels kSecond{{"alertname", "DiskFull"}, {"instance", "db2"}};
const Labels kOther{{"alertname", "DiskFull"}, {"instance", "web1"}};

} // namespace

/// A silence as a person asked for it at an Alertmanager, confirmed by reading it back, whatever goes wrong on the way.
class TestSilencing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_source.reset(); }
    void silencesWhatItMatchesAndIsNoAcknowledgement();
    void usesTheServersClock();
    void askedAgainItMakesNoSecondOne();
    void lostAnswerIsLookedFor();
    void lostRequestIsAFailure();
    void forWhatIsToComeItStandsAsWell();
    void whatIsNotAppliedIsTakenBack();
    void endsAndReadsBack();
    void oneThatIsGoneHasEnded();
    void whatAnOpenOutcomeCameToIsFoundAndEnded();
    void otherMemberIsAskedWhenOneIsAway();
    void aSourceWithoutSilencesSaysSo();

private:
    void makeSourceOf(std::vector<std::string> urls);
    SilenceRequest wish() const;
    Result<Silence> silence() { return resultOf(m_source->silence(wish())); }
    AlertPtr polled(const Labels &labels);

    ManualClock m_clock;
    NoSecrets m_secrets;
    InlineOffload m_offload;
    std::unique_ptr<FakeAlertmanager> m_server;
    std::unique_ptr<SourceTools> m_tools;
    std::unique_ptr<Source> m_source;
};

void TestSilencing::init()
{
    m_server = std::make_unique<FakeAlertmanager>(m_clock);
    m_tools = std::make_unique<SourceTools>(SourceTools{*m_server, m_offload, m_clock, m_secrets});
    for (const Labels &labels : {kFirst, kSecond, kOther})
        m_server->fire(labels);
    makeSourceOf({"http://am:9093"});
}

void TestSilencing::makeSourceOf(std::vector<std::string> urls)
{
    Settings settings;
    settings.set("urls", std::move(urls));
    m_source = makeSource("alertmanager", settings, *m_tools);
}

SilenceRequest TestSilencing::wish() const
{
    return {parseMatchers("alertname=DiskFull instance=~\"db.*\"").value(), "ada", "moving the replicas", m_clock.now() + 2h};
}

AlertPtr TestSilencing::polled(const Labels &labels)
{
    const Result<SourceReading> reading = resultOf(m_source->poll());
    for (const AlertPtr &alert : reading.value().alerts) {
        if (alert->labels == labels)
            return alert;
    }
    return nullptr;
}

void TestSilencing::silencesWhatItMatchesAndIsNoAcknowledgement()
{
    const Result<Silence> made = silence();
    QVERIFY2(made, made ? "" : english(made.error().reason).c_str());
    QCOMPARE(made->author, std::string("ada"));
    QCOMPARE(made->comment, std::string("moving the replicas"));
    QVERIFY(made->endsAt == m_clock.now() + 2h);
    QCOMPARE(m_server->silencedBy(kFirst), std::vector<std::string>{made->id.text()});
    QCOMPARE(m_server->silencedBy(kSecond), std::vector<std::string>{made->id.text()});
    QVERIFY(m_server->silencedBy(kOther).empty());
    QVERIFY(polled(kFirst)->handling.silenced);
    QVERIFY(!polled(kFirst)->acknowledgement);
    QVERIFY(stateOf(*polled(kFirst)) == stateOf(*polled(kOther))); // quiet, and no better for it
}

void TestSilencing::usesTheServersClock()
{
    m_server->skew = 1h; // an end of our clock would come an hour too early
    const Result<Silence> made = silence();
    QVERIFY(made.has_value());
    QVERIFY(made->endsAt == m_clock.now() + 1h + 2h);
}

void TestSilencing::askedAgainItMakesNoSecondOne()
{
    const SilenceRequest same = wish();
    const Result<Silence> first = resultOf(m_source->silence(same));
    m_clock.advance(10min);
    const Result<Silence> again = resultOf(m_source->silence(same));
    QVERIFY(first && again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(m_server->count("POST"), 1);
}

void TestSilencing::lostAnswerIsLookedFor()
{
    m_server->faults.push_back({"POST", ErrorKind::Timeout, true});
    const Result<Silence> made = silence();
    QVERIFY(made.has_value());
    QCOMPARE(m_server->active().size(), std::size_t(1));
    QCOMPARE(made->id, m_server->active().front().silence.id);
}

void TestSilencing::lostRequestIsAFailure()
{
    m_server->faults.push_back({"POST", ErrorKind::Timeout, false});
    const Result<Silence> made = silence();
    QVERIFY(!made);
    QCOMPARE(made.error().reason.code(), std::string_view("silence_not_there"));
    QVERIFY(m_server->active().empty());
}

void TestSilencing::forWhatIsToComeItStandsAsWell()
{
    SilenceRequest request = wish();
    request.matchers = parseMatchers("alertname=DiskFull instance=db9").value();
    const Result<Silence> made = resultOf(m_source->silence(request));
    QVERIFY(made.has_value());
    QVERIFY(m_server->silencedBy(kFirst).empty());
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

void TestSilencing::whatIsNotAppliedIsTakenBack()
{
    m_server->silencesNothing = true;
    const Result<Silence> made = silence();
    QVERIFY(!made);
    QCOMPARE(made.error().reason.code(), std::string_view("silence_not_silenced"));
    QVERIFY(m_server->active().empty());
}

void TestSilencing::endsAndReadsBack()
{
    const Result<Silence> made = silence();
    m_clock.advance(5min);
    const Result<Silence> ended = resultOf(m_source->endSilence(made->id, wish()));
    QVERIFY(ended.has_value());
    QVERIFY(m_server->active().empty());
    QVERIFY(!polled(kFirst)->handling.silenced);
}

void TestSilencing::oneThatIsGoneHasEnded()
{
    const Result<Silence> made = silence();
    m_server->forget(made->id);
    QVERIFY(resultOf(m_source->endSilence(made->id, wish())).has_value());
}

void TestSilencing::whatAnOpenOutcomeCameToIsFoundAndEnded()
{
    SilenceRequest request = wish();
    const SilenceId others = m_server->silence({{"alertname", "DiskFull", false, true}}, "bob", "his own", 1h);
    const Result<Silence> made = resultOf(m_source->silence(request));
    QVERIFY(made.has_value());
    m_clock.advance(1min);
    QVERIFY(resultOf(m_source->endSilence({}, request)).has_value());
    QCOMPARE(m_server->active().size(), std::size_t(1));
    QCOMPARE(m_server->active().at(0).silence.id.text(), others.text());
    QVERIFY(resultOf(m_source->endSilence({}, request)).has_value()); // nothing came of it
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

void TestSilencing::otherMemberIsAskedWhenOneIsAway()
{
    makeSourceOf({"http://away:9093", "http://am:9093"});
    m_server->faults.push_back({"GET", ErrorKind::Refused, false});
    const Result<Silence> made = silence();
    QVERIFY(made.has_value());
    QCOMPARE(m_server->active().size(), std::size_t(1));
}

void TestSilencing::aSourceWithoutSilencesSaysSo()
{
    Settings settings;
    settings.set("url", std::string("http://prometheus:9090"));
    m_source = makeSource("prometheus", settings, *m_tools);
    const Result<Silence> made = silence();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestSilencing)
#include "tst_silencing.moc"
