// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/await.h"
#include "tests/support/scripted_http.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

const std::string kUrl = "http://am1:9093";
const std::string kOther = "http://am2:9093";

struct Listed {
    std::string name;
    Instant deadline;
};

} // namespace

/// An alert that an Alertmanager no longer lists has ended, or got lost: only the first is good news.
class TestLostAlerts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aResolvedAlertIsGone();
    void aRestartDoesNotEndAlerts();
    void whatIsSentAgainIsNoLongerDoubted();
    void theDoubtEndsWhenALivingSenderWouldHaveRepeated();
    void anExpiredAlertIsDoubted();
    void aMemberThatKeptRunningIsBelieved();
    void anAlertThatOnlyADoubtedMemberListsIsShown();
    void oneOddEntryHidesNoOther();
    void aNewWordForAStateIsNotCalm();
    void aFilterThatLeavesOutEverythingIsTold();
    void aHangingMemberGetsLittleTime();

private:
    /// From now on the member lists these, and has been running since then.
    void serve(const std::string &url, const std::vector<Listed> &alerts, Instant startedAt);
    void serveList(const std::string &url, const std::string &body);
    void use(const std::vector<std::string> &urls, const std::string &filter = {});
    SourceReading poll() { return resultOf(m_source->poll()).value(); }
    static const Alert *find(const SourceReading &reading, const std::string &name);

    ManualClock m_clock{parseRfc3339("2026-11-21T04:00:00Z").value()};
    NoSecrets m_secrets;
    InlineOffload m_offload;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<Source> m_source;
    const Instant m_longAgo = parseRfc3339("2026-11-20T04:00:00Z").value();
};

void TestLostAlerts::init()
{
    m_source.reset();
    m_http = std::make_unique<ScriptedHttp>(&m_clock);
    use({kUrl});
}

void TestLostAlerts::use(const std::vector<std::string> &urls, const std::string &filter)
{
    Settings settings;
    settings.set("urls", urls);
    if (!filter.empty())
        settings.set("filter", filter);
    m_source = makeSource("alertmanager", settings, {*m_http, m_offload, m_clock, m_secrets});
}

void TestLostAlerts::serveList(const std::string &url, const std::string &body)
{
    m_http->answer("GET", url + "/api/v2/alerts", httpAnswer(200, body));
}

void TestLostAlerts::serve(const std::string &url, const std::vector<Listed> &alerts, Instant startedAt)
{
    std::string list;
    for (const Listed &alert : alerts)
        list += (list.empty() ? "" : ",") + (R"({"fingerprint":"f)" + alert.name) + R"(","labels":{"alertname":")" + alert.name
            + R"(","severity":"critical"},"annotations":{},"startsAt":"2026-11-21T03:00:00Z","endsAt":")"
            + formatRfc3339(alert.deadline) + R"(","status":{"state":"active","silencedBy":[],"inhibitedBy":[]}})";
    serveList(url, '[' + list + ']');
    m_http->answer("GET", url + "/api/v2/silences", httpAnswer(200, "[]"));
    m_http->answer("GET", url + "/api/v2/status",
        httpAnswer(200,
            R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"},"config":{"original":"route:"},"uptime":")"
                + formatRfc3339(startedAt) + "\"}"));
}

const Alert *TestLostAlerts::find(const SourceReading &reading, const std::string &name)
{
    const auto it
        = std::find_if(reading.alerts.begin(), reading.alerts.end(), [&](const AlertPtr &alert) { return alert->name == name; });
    return it == reading.alerts.end() ? nullptr : it->get();
}

void TestLostAlerts::aResolvedAlertIsGone()
{
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    QVERIFY(find(poll(), "Down"));
    serve(kUrl, {}, m_longAgo);
    m_clock.advance(30s);
    const SourceReading reading = poll();
    QVERIFY(reading.alerts.empty() && reading.troubles.empty() && reading.isComplete);
}

void TestLostAlerts::aRestartDoesNotEndAlerts()
{
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    poll();
    m_clock.advance(30s);
    serve(kUrl, {}, m_clock.now() - 5s);
    for (int i = 0; i < 3; ++i) {
        const SourceReading reading = poll();
        const Alert *alert = find(reading, "Down");
        QVERIFY(alert && alert->handling.stale);
        QCOMPARE(reading.troubles.size(), std::size_t(1));
        QCOMPARE(reading.troubles.front().code(), std::string_view("alertmanager_forgot_alerts"));
        m_clock.advance(30s);
    }
}

void TestLostAlerts::whatIsSentAgainIsNoLongerDoubted()
{
    serve(kUrl, {{"Down", m_clock.now() + 4min}, {"Gone", m_clock.now() + 4min}}, m_longAgo);
    poll();
    const Instant restarted = m_clock.now() + 1s;
    m_clock.advance(30s);
    serve(kUrl, {}, restarted);
    QCOMPARE(poll().alerts.size(), std::size_t(2));
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, restarted);
    const SourceReading reading = poll();
    QVERIFY(!find(reading, "Down")->handling.stale);
    QVERIFY(find(reading, "Gone")->handling.stale);
}

void TestLostAlerts::theDoubtEndsWhenALivingSenderWouldHaveRepeated()
{
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    poll();
    m_clock.advance(30s);
    serve(kUrl, {}, m_clock.now());
    QVERIFY(find(poll(), "Down"));
    m_clock.advance(5min);
    QVERIFY(find(poll(), "Down"));
    m_clock.advance(1s);
    const SourceReading reading = poll();
    QVERIFY(reading.alerts.empty() && reading.troubles.empty());
}

void TestLostAlerts::anExpiredAlertIsDoubted()
{
    serve(kUrl, {{"Down", m_clock.now() + 20s}}, m_longAgo);
    poll();
    m_clock.advance(30s);
    serve(kUrl, {}, m_longAgo);
    const SourceReading reading = poll();
    QVERIFY(find(reading, "Down") && find(reading, "Down")->handling.stale);
    QCOMPARE(reading.troubles.front().code(), std::string_view("alertmanager_alerts_expired"));
}

void TestLostAlerts::aMemberThatKeptRunningIsBelieved()
{
    use({kUrl, kOther});
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    serve(kOther, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    poll();
    m_clock.advance(30s);
    serve(kUrl, {}, m_clock.now());
    serve(kOther, {}, m_longAgo);
    const SourceReading reading = poll();
    QVERIFY(reading.alerts.empty() && reading.troubles.empty());
}

void TestLostAlerts::anAlertThatOnlyADoubtedMemberListsIsShown()
{
    use({kUrl, kOther});
    serve(kUrl, {{"Both", m_clock.now() + 4min}}, m_longAgo);
    serve(kOther, {{"Both", m_clock.now() + 4min}, {"Split", m_clock.now() + 4min}}, m_longAgo);
    m_http->answer("GET", kOther + "/api/v2/status",
        httpAnswer(200, R"({"cluster":{"status":"settling"},"versionInfo":{"version":"0.25.0"}})"));
    const SourceReading reading = poll();
    QVERIFY(!find(reading, "Both")->handling.stale);
    QVERIFY(find(reading, "Split") && find(reading, "Split")->handling.stale);
    QCOMPARE(reading.troubles.size(), std::size_t(1));
    QCOMPARE(reading.troubles.front().code(), std::string_view("alertmanager_only_doubted"));
}

void TestLostAlerts::oneOddEntryHidesNoOther()
{
    serve(kUrl, {}, m_longAgo);
    serveList(kUrl, R"([{"fingerprint":"f1","labels":{"alertname":"Down"},"annotations":{},
        "status":{"state":"active","silencedBy":[],"inhibitedBy":[]}},
        {"fingerprint":"f2","labels":{"alertname":7},"annotations":{},"status":{"state":"active"}}])");
    const SourceReading reading = poll();
    QVERIFY(find(reading, "Down"));
    QCOMPARE(reading.troubles.front().code(), std::string_view("alertmanager_unreadable_alerts"));
    QCOMPARE(reading.troubles.front().arguments().front(), std::string("1"));
    QVERIFY(!reading.isComplete);
}

void TestLostAlerts::aNewWordForAStateIsNotCalm()
{
    serve(kUrl, {}, m_longAgo);
    serveList(kUrl, R"([{"fingerprint":"f1","labels":{"alertname":"Down","severity":"critical"},"annotations":{},
        "status":{"state":"escalated","silencedBy":[],"inhibitedBy":[]}}])");
    const SourceReading reading = poll();
    QVERIFY(find(reading, "Down"));
    QCOMPARE(stateOf(*find(reading, "Down")), std::optional(State::Down));
}

void TestLostAlerts::aFilterThatLeavesOutEverythingIsTold()
{
    use({kUrl}, "env=\"prod\"");
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    const SourceReading reading = poll();
    QVERIFY(reading.alerts.empty());
    QCOMPARE(reading.remarks.front().code(), std::string_view("alerts_all_filtered"));
}

void TestLostAlerts::aHangingMemberGetsLittleTime()
{
    use({kUrl, kOther});
    serve(kUrl, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    m_http->fail("GET", kOther, scriptedError(ErrorKind::Timeout));
    const auto timeoutOfOther = [this] {
        m_http->clearRequests();
        poll();
        const auto &requests = m_http->requests();
        const auto it = std::find_if(
            requests.begin(), requests.end(), [](const HttpRequest &request) { return request.url.rfind(kOther, 0) == 0; });
        return it == requests.end() ? Duration(0) : it->endpoint.timeout;
    };
    const Duration whole = timeoutOfOther();
    QVERIFY(whole > 1s);
    QCOMPARE(timeoutOfOther(), Duration(1s));
    serve(kOther, {{"Down", m_clock.now() + 4min}}, m_longAgo);
    timeoutOfOther();
    QCOMPARE(timeoutOfOther(), whole);
}

QTEST_GUILESS_MAIN(TestLostAlerts)
#include "tst_lost_alerts.moc"
