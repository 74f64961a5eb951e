// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/source.h"
#include "tests/support/await.h"
#include "tests/support/scripted_http.h"
#include "tests/unit/sources/recorded_answer.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kUrl = "http://am1:9093";
constexpr const char *kOther = "http://am2:9093";

std::vector<std::string> codesOf(const std::vector<Reason> &reasons)
{
    std::vector<std::string> codes;
    std::transform(reasons.begin(), reasons.end(), std::back_inserter(codes),
        [](const Reason &reason) { return std::string(reason.code()); });
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

/// What a poll of one Alertmanager, or of the members of a cluster, amounts to.
class TestAlertmanagerPoll : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void recordedAlertsAreMapped();
    void acknowledgementsAreAttributed();
    void unchangedAlertsAreTheSameObjects();
    void unchangedAnswersStillAge();
    void missingWatchdogIsATrouble();
    void watchdogIsLookedUpBeforeTheFilter();
    void severitiesFollowTheSettings();
    void groupsTellWhatIsMuted();
    void groupsAreAskedOnlyWhereMutingIsConfigured();
    void settlingIsATrouble();
    void yesterdaysAnswerIsATrouble();
    void endedAlertsAreATrouble();
    void failuresAreErrors_data();
    void failuresAreErrors();
    void failingSilencesAreARemark();
    void membersAreMerged();
    void oneDeadMemberIsARemark();
    void allDeadIsAnError();
    void laggingMemberDoesNotReviveAnAcknowledgement();
    void staleMemberIsLeftOut();
    void missingSecretIsTheError();
    void settingsAreValidated();

private:
    void serve(const std::string &url, const std::string &alerts, const std::string &silences);
    void serveBody(const std::string &url, const std::string &path, const std::string &body);
    Result<SourceReading> poll(const Settings &settings);
    Result<SourceReading> poll() { return poll(urlOf({kUrl})); }
    static Settings urlOf(std::vector<std::string> urls);
    static AlertPtr named(const SourceReading &reading, const std::string &name, const std::string &service = {});

    ManualClock m_clock{parseRfc3339("2026-11-21T04:00:52Z").value()};
    NoSecrets m_secrets;
    InlineOffload m_offload;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<Source> m_source;
};

void TestAlertmanagerPoll::init()
{
    m_source.reset();
    m_http = std::make_unique<ScriptedHttp>(&m_clock);
    serve(kUrl, "alerts_with_silences", "silences");
}

void TestAlertmanagerPoll::serve(const std::string &url, const std::string &alerts, const std::string &silences)
{
    m_http->answer("GET", url + "/api/v2/status", recordedAnswer("alertmanager/status"));
    m_http->answer("GET", url + "/api/v2/alerts", recordedAnswer("alertmanager/" + alerts));
    m_http->answer("GET", url + "/api/v2/alerts/groups", recordedAnswer("alertmanager/groups_all"));
    m_http->answer("GET", url + "/api/v2/silences", recordedAnswer("alertmanager/" + silences));
}

void TestAlertmanagerPoll::serveBody(const std::string &url, const std::string &path, const std::string &body)
{
    m_http->answer("GET", url + "/api/v2/" + path, httpAnswer(200, body));
}

Settings TestAlertmanagerPoll::urlOf(std::vector<std::string> urls)
{
    Settings settings;
    settings.set("urls", std::move(urls));
    return settings;
}

Result<SourceReading> TestAlertmanagerPoll::poll(const Settings &settings)
{
    m_source = makeSource("alertmanager", settings, {*m_http, m_offload, m_clock, m_secrets});
    return resultOf(m_source->poll());
}

AlertPtr TestAlertmanagerPoll::named(const SourceReading &reading, const std::string &name, const std::string &service)
{
    for (const AlertPtr &alert : reading.alerts) {
        if (alert->name == name && (service.empty() || alert->labels.value("service") == service))
            return alert;
    }
    return std::make_shared<Alert>();
}

void TestAlertmanagerPoll::recordedAlertsAreMapped()
{
    const auto reading = poll();
    QVERIFY(reading.has_value());
    QCOMPARE(reading->alerts.size(), std::size_t(5));
    QCOMPARE(codesOf(reading->troubles), Codes());
    QCOMPARE(codesOf(reading->remarks), Codes());
    const AlertPtr down = named(*reading, "TargetDown");
    QCOMPARE(down->key.externalId, std::string("c70af3fc5aeae1ee"));
    QCOMPARE(down->severity, Severity::Critical);
    QCOMPARE(down->summary, std::string("Target 127.0.0.1:19999 down"));
    QCOMPARE(formatRfc3339(down->startsAt.value()), std::string("2026-11-21T03:58:35.189Z"));
    QCOMPARE(down->link, std::string("http://vm:19090/graph?g0.expr=up+%3D%3D+0&g0.tab=1"));
    QVERIFY(named(*reading, "HighLatency", "checkout")->handling.inhibited);
    QVERIFY(!named(*reading, "HighLatency", "checkout")->handling.silenced);
    QVERIFY(named(*reading, "LoginBruteForce")->link.empty()); // the sender gave none
    QCOMPARE(
        named(*reading, "CertExpiry")->annotations.value("description"), std::string_view("<b>html</b> ünïcödé \"q\" \n line2"));
}

void TestAlertmanagerPoll::acknowledgementsAreAttributed()
{
    const auto reading = poll();
    const AlertPtr search = named(*reading, "HighLatency", "search"); // silenced twice: once acknowledged, once plainly
    QVERIFY(search->acknowledgement.has_value());
    QCOMPARE(search->acknowledgement->person, std::string("war-room:op1"));
    QCOMPARE(search->acknowledgement->comment, std::string("investigating"));
    QCOMPARE(formatRfc3339(search->acknowledgement->until.value()), std::string("2026-11-21T06:00:51.000Z"));
    const AlertPtr brute = named(*reading, "LoginBruteForce");
    QVERIFY(brute->handling.silenced && !brute->acknowledgement);
}

void TestAlertmanagerPoll::unchangedAlertsAreTheSameObjects()
{
    const auto first = poll();
    const auto second = resultOf(m_source->poll());
    QVERIFY(first->alerts == second->alerts);
    serveBody(kUrl, "silences", "[]"); // an alert whose acknowledgement is gone is another value
    const auto third = resultOf(m_source->poll());
    QVERIFY(named(*third, "TargetDown") == named(*first, "TargetDown"));
    QVERIFY(named(*third, "HighLatency", "search") != named(*first, "HighLatency", "search"));
}

void TestAlertmanagerPoll::unchangedAnswersStillAge()
{
    const auto fresh = poll();
    QCOMPARE(codesOf(fresh->troubles), Codes());
    m_clock.advance(6min);
    const auto stored = resultOf(m_source->poll()); // the same bytes with the same date
    const auto unsettled = [this] {
        m_clock.advance(-6min);
        serveBody(kUrl, "status", R"({"cluster":{"status":"settling"},"versionInfo":{"version":"0.33.1"}})");
        return resultOf(m_source->poll());
    }();
    QCOMPARE(codesOf(stored->troubles), Codes{"source_old_answer"});
    QVERIFY(stored->alerts == fresh->alerts);
    QCOMPARE(codesOf(unsettled->troubles), Codes{"alertmanager_settling"});
}

void TestAlertmanagerPoll::missingWatchdogIsATrouble()
{
    Settings settings = urlOf({kUrl});
    settings.set("watchdog", std::string("Watchdog"));
    const auto reading = poll(settings);
    QCOMPARE(codesOf(reading->troubles), Codes{"alertmanager_no_watchdog"});
    QCOMPARE(reading->alerts.size(), std::size_t(5));
}

void TestAlertmanagerPoll::watchdogIsLookedUpBeforeTheFilter()
{
    Settings settings = urlOf({kUrl});
    settings.set("watchdog", std::string("TargetDown"));
    settings.set("filter", std::string("service=search"));
    const auto reading = poll(settings);
    QCOMPARE(codesOf(reading->troubles), Codes());
    QCOMPARE(reading->alerts.size(), std::size_t(1));
    settings.set("filter", std::string());
    QCOMPARE(poll(settings)->alerts.size(), std::size_t(4)); // itself it is no alert
}

void TestAlertmanagerPoll::severitiesFollowTheSettings()
{
    Settings settings = urlOf({kUrl});
    settings.set("severity_label", std::string("team"));
    settings.set("severities", Settings::TextMap{{"Security", "critical"}});
    const auto reading = poll(settings);
    QCOMPARE(named(*reading, "LoginBruteForce")->severity, Severity::Critical);
    QCOMPARE(named(*reading, "HighLatency")->severity, Severity::Unmapped); // shown, not dropped
    QCOMPARE(named(*reading, "HighLatency")->severityText, std::string("shop"));
    QCOMPARE(named(*reading, "TargetDown")->severity, Severity::Unmapped);
}

void TestAlertmanagerPoll::groupsTellWhatIsMuted()
{
    serveBody(kUrl, "alerts/groups", R"([{"labels":{},"receiver":{"name":"muted"},"alerts":[{"fingerprint":"2b10f5bb7e9aba5a",
        "labels":{"alertname":"CertExpiry"},"status":{"state":"suppressed","mutedBy":["always"]}}]}])");
    const auto reading = poll();
    QVERIFY(named(*reading, "CertExpiry")->handling.muted);
    QVERIFY(!named(*reading, "TargetDown")->handling.muted);
    m_http->answer("GET", std::string(kUrl) + "/api/v2/alerts/groups", httpAnswer(503, "busy", "text/plain"));
    QCOMPARE(codesOf(poll()->remarks), Codes{"alertmanager_no_groups"});
}

void TestAlertmanagerPoll::groupsAreAskedOnlyWhereMutingIsConfigured()
{
    serveBody(kUrl, "status",
        R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.33.1"},"config":{"original":"route: {receiver: ops}"}})");
    poll();
    QCOMPARE(m_http->count("GET", std::string(kUrl) + "/api/v2/alerts/groups"), 0);
}

void TestAlertmanagerPoll::settlingIsATrouble()
{
    serveBody(kUrl, "status", R"({"cluster":{"status":"settling"},"versionInfo":{"version":"0.33.1"}})");
    QCOMPARE(codesOf(poll()->troubles), Codes{"alertmanager_settling"});
}

void TestAlertmanagerPoll::yesterdaysAnswerIsATrouble()
{
    m_clock.setNow(parseRfc3339("2026-11-22T04:00:52Z").value());
    const Codes codes = codesOf(poll()->troubles);
    m_clock.setNow(parseRfc3339("2026-11-21T04:00:52Z").value());
    QCOMPARE(codes, (Codes{"source_old_answer", "alertmanager_ended_alerts", "alertmanager_ended_silences"}));
}

void TestAlertmanagerPoll::endedAlertsAreATrouble()
{
    HttpResponse stored = recordedAnswer("alertmanager/alerts_all");
    HttpResponse undated = httpAnswer(200, stored.body); // a cache that takes the date away
    m_http->answer("GET", std::string(kUrl) + "/api/v2/alerts", undated);
    m_http->answer("GET", std::string(kUrl) + "/api/v2/silences", httpAnswer(200, "[]"));
    m_clock.advance(2h);
    const Codes codes = codesOf(poll()->troubles);
    m_clock.advance(-2h);
    QCOMPARE(codes, Codes{"alertmanager_ended_alerts"});
}

void TestAlertmanagerPoll::failuresAreErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("sign-in page") << 200 << QByteArray("<html><form action=/login>") << QByteArray("text/html")
                                  << ErrorKind::Content;
    QTest::newRow("empty") << 200 << QByteArray() << QByteArray("application/json") << ErrorKind::Content;
    QTest::newRow("204") << 204 << QByteArray() << QByteArray() << ErrorKind::Content;
    QTest::newRow("other JSON") << 200 << QByteArray("{\"ok\":true}") << QByteArray("application/json") << ErrorKind::Schema;
    QTest::newRow("truncated") << 200 << QByteArray("[{\"fingerprint\":") << QByteArray("application/json") << ErrorKind::Content;
    QTest::newRow("list as text") << 200 << QByteArray("[]") << QByteArray("text/plain") << ErrorKind::Content;
    QTest::newRow("500 with a valid body") << 500 << QByteArray("[]") << QByteArray("application/json") << ErrorKind::Http;
    QTest::newRow("401") << 401 << QByteArray("Unauthorized") << QByteArray("text/plain") << ErrorKind::Auth;
}

void TestAlertmanagerPoll::failuresAreErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(ErrorKind, kind);
    m_http->answer("GET", std::string(kUrl) + "/api/v2/alerts", httpAnswer(status, body.toStdString(), type.toStdString()));
    const auto reading = poll();
    QVERIFY(!reading);
    QCOMPARE(reading.error().kind, kind);
    QVERIFY(!english(reading.error().reason).empty());
    QCOMPARE(reading.error().evidence.status, status);
}

void TestAlertmanagerPoll::failingSilencesAreARemark()
{
    m_http->fail("GET", std::string(kUrl) + "/api/v2/silences", scriptedError(ErrorKind::Timeout));
    const auto reading = poll();
    QCOMPARE(codesOf(reading->remarks), Codes{"alertmanager_no_silences"});
    QVERIFY(named(*reading, "HighLatency", "search")->handling.silenced); // the alert itself says so
}

void TestAlertmanagerPoll::membersAreMerged()
{
    serve(kOther, "alerts_all", "silences");
    const auto reading = poll(urlOf({kUrl, kOther}));
    QCOMPARE(reading->alerts.size(), std::size_t(6)); // ShortLived is known to the second only
    QCOMPARE(codesOf(reading->remarks), Codes());
    QVERIFY(named(*reading, "LoginBruteForce")->handling.silenced); // the second has not heard of the silence yet
    QCOMPARE(formatRfc3339(named(*reading, "TargetDown")->updatedAt.value()), std::string("2026-11-21T04:00:39.191Z"));
}

void TestAlertmanagerPoll::oneDeadMemberIsARemark()
{
    const auto reading = poll(urlOf({kOther, kUrl}));
    QVERIFY(reading.has_value());
    QCOMPARE(reading->alerts.size(), std::size_t(5));
    QCOMPARE(codesOf(reading->remarks), Codes{"alertmanager_member_away"});
    QCOMPARE(codesOf(reading->troubles), Codes());
    QVERIFY(english(reading->remarks.front()).find(kOther) != std::string::npos);
}

void TestAlertmanagerPoll::allDeadIsAnError()
{
    m_http->forget();
    const auto alone = poll();
    QCOMPARE(alone.error().kind, ErrorKind::Refused);
    const auto both = poll(urlOf({kUrl, kOther}));
    QVERIFY(!both);
    QCOMPARE(both.error().reason.code(), std::string_view("alertmanager_no_member"));
    QCOMPARE(both.error().reason.arguments().front(), std::string("2"));
}

void TestAlertmanagerPoll::laggingMemberDoesNotReviveAnAcknowledgement()
{
    serve(kOther, "alerts_with_silences", "silences");
    HttpResponse newer = recordedAnswer("alertmanager/silences");
    QString text = QString::fromStdString(newer.body);
    const QString standing = QStringLiteral("\"id\":\"04c20339-2371-497c-b083-6e4487d42f87\",\"status\":{\"state\":\"active\"},"
                                            "\"updatedAt\":\"2026-11-21T04:00:51.661Z\"");
    const QString ended = QStringLiteral("\"id\":\"04c20339-2371-497c-b083-6e4487d42f87\",\"status\":{\"state\":\"expired\"},"
                                         "\"updatedAt\":\"2026-11-21T04:00:52.000Z\"");
    QVERIFY(text.contains(standing));
    newer.body = text.replace(standing, ended).toStdString();
    m_http->answer("GET", std::string(kUrl) + "/api/v2/silences", newer);
    for (const auto &urls : {std::vector<std::string>{kUrl, kOther}, std::vector<std::string>{kOther, kUrl}})
        QVERIFY(!named(*poll(urlOf(urls)), "HighLatency", "search")->acknowledgement);
}

void TestAlertmanagerPoll::staleMemberIsLeftOut()
{
    serve(kOther, "alerts_with_silences", "silences");
    HttpResponse old = recordedAnswer("alertmanager/alerts_after_resolve");
    old.headers = Headers();
    old.headers.add("Content-Type", "application/json");
    old.headers.add("Date", "Fri, 20 Nov 2026 04:00:52 GMT");
    m_http->answer("GET", std::string(kUrl) + "/api/v2/alerts", old);
    const auto reading = poll(urlOf({kUrl, kOther}));
    QCOMPARE(codesOf(reading->troubles), Codes());
    QCOMPARE(codesOf(reading->remarks), Codes{"alertmanager_member_away"});
    QCOMPARE(reading->alerts.size(), std::size_t(5));
}

void TestAlertmanagerPoll::missingSecretIsTheError()
{
    Settings settings = urlOf({kUrl});
    settings.set("bearer_token", SecretReference{SecretReference::Place::Environment, "TOKEN", {}});
    const auto reading = poll(settings);
    QCOMPARE(reading.error().kind, ErrorKind::Secret);
    QVERIFY(m_http->requests().empty());
}

void TestAlertmanagerPoll::settingsAreValidated()
{
    const KindOfSection &kind = sourceKinds().front().section;
    QCOMPARE(kind.type, std::string_view("alertmanager"));
    const auto problems = [&kind](const Settings &settings) { return kind.validate(settings).size(); };
    QCOMPARE(problems(urlOf({kUrl, kOther})), std::size_t(0));
    QCOMPARE(problems(Settings()), std::size_t(1));
    QCOMPARE(problems(urlOf({"ftp://am"})), std::size_t(1));
    QCOMPARE(problems(urlOf({})), std::size_t(1));
    Settings odd = urlOf({kUrl});
    odd.set("severities", Settings::TextMap{{"page", "terrible"}});
    odd.set("filter", std::string("a=~\"(\""));
    QCOMPARE(problems(odd), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestAlertmanagerPoll)
#include "tst_alertmanager_poll.moc"
