// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/source.h"
#include "tests/support/await.h"
#include "tests/support/scripted_http.h"
#include "tests/unit/sources/recorded_answer.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

#include <cmath>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

const std::string kUrl = "https://mon.example.net/prom";

std::vector<std::string> codesOf(const std::vector<Reason> &reasons)
{
    std::vector<std::string> codes;
    for (const Reason &reason : reasons)
        codes.emplace_back(reason.code());
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

/// What a poll of a Prometheus amounts to, and what its queries give.
class TestPrometheusSource : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void alertsAndRuleHealthAreRead();
    void unchangedAlertsAreTheSameObjects();
    void stuckRulesAreATrouble();
    void noRulesProveNothing();
    void manyBrokenRulesAreCounted();
    void equalLabelsAreOneAlert();
    void failuresAreErrors_data();
    void failuresAreErrors();
    void aBrokenRecordingMattersWhereAnAlertRestsOnIt();
    void anIncompleteListIsATrouble();
    void queriesOnlyNeedNoRules();
    void queryResultsAreRead();
    void queryErrorsCarryTheServersWords_data();
    void queryErrorsCarryTheServersWords();
    void warningsOfQueriesBecomeRemarks();
    void rangeIsAskedAsAForm();
    void itCannotAcknowledge();

private:
    void serve(const std::string &path, HttpResponse answer) { m_http->answer({}, kUrl + "/api/v1/" + path, std::move(answer)); }
    Result<SourceReading> poll() { return resultOf(m_source->poll()); }

    ManualClock m_clock;
    NoSecrets m_secrets;
    InlineOffload m_offload;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<Source> m_source;
};

void TestPrometheusSource::init()
{
    m_source.reset();
    m_clock.setNow(parseRfc3339("2026-11-21T03:59:06Z").value());
    m_http = std::make_unique<ScriptedHttp>(&m_clock);
    serve("alerts", recordedAnswer("prometheus/alerts"));
    serve("rules", recordedAnswer("prometheus/rules_alert"));
    Settings settings;
    settings.set("url", kUrl);
    m_source = makeSource("prometheus", settings, {*m_http, m_offload, m_clock, m_secrets});
}

void TestPrometheusSource::alertsAndRuleHealthAreRead()
{
    const auto reading = poll();
    QVERIFY(reading.has_value());
    QCOMPARE(codesOf(reading->troubles), Codes{"prometheus_rule_fails"});
    QVERIFY(english(reading->troubles.front()).find("many-to-many matching not allowed") != std::string::npos);
    QCOMPARE(reading->alerts.size(), std::size_t(2));
    const AlertPtr down = reading->alerts.front();
    QCOMPARE(down->name, std::string("TargetDown"));
    QCOMPARE(down->phase, AlertPhase::Firing);
    QCOMPARE(down->link, kUrl + "/graph?g0.expr=up%20%3D%3D%200&g0.tab=1");
    QCOMPARE(down->key.externalId.size(), std::size_t(16));
    QVERIFY(!down->actions.acknowledge && !down->actions.silence);
    const AlertPtr pending = reading->alerts.back();
    QCOMPARE(pending->phase, AlertPhase::Pending);
    QCOMPARE(stateOf(*pending), std::optional(State::Pending));
    QVERIFY(pending->startsAt.has_value());
}

void TestPrometheusSource::unchangedAlertsAreTheSameObjects()
{
    QVERIFY(poll()->alerts == poll()->alerts);
}

void TestPrometheusSource::stuckRulesAreATrouble()
{
    HttpResponse rules = recordedAnswer("prometheus/rules_alert");
    rules.headers = Headers(); // no Date: our own clock judges
    rules.headers.add("Content-Type", "application/json");
    serve("rules", rules);
    m_clock.advance(2min);
    const auto reading = poll();
    QCOMPARE(codesOf(reading->troubles),
        (Codes{"prometheus_rule_fails", "prometheus_rule_stuck", "prometheus_rule_stuck", "prometheus_rule_stuck"}));
}

void TestPrometheusSource::noRulesProveNothing()
{
    serve("alerts", httpAnswer(200, R"({"status":"success","data":{"alerts":[]}})"));
    serve("rules", httpAnswer(200, R"({"status":"success","data":{"groups":[]}})"));
    const auto reading = poll();
    QCOMPARE(codesOf(reading->troubles), Codes{"prometheus_no_rules"});
}

void TestPrometheusSource::manyBrokenRulesAreCounted()
{
    std::string rules;
    for (int i = 0; i < 100; ++i)
        rules += std::string(i ? "," : "") + R"({"type":"alerting","name":"R","query":"q","health":"err","lastError":"bad"})";
    serve("rules",
        httpAnswer(200, R"({"status":"success","data":{"groups":[{"name":"g","interval":2,"rules":[)" + rules + "]}]}}"));
    const auto reading = poll();
    QCOMPARE(reading->troubles.size(), std::size_t(6));
    QCOMPARE(reading->troubles.back().arguments().front(), std::string("95"));
}

void TestPrometheusSource::equalLabelsAreOneAlert()
{
    const auto alert = [](const char *state) {
        return std::string(R"({"labels":{"alertname":"X"},"annotations":{},"state":")") + state
            + R"(","activeAt":"2026-11-21T03:58:29Z"})";
    };
    serve("alerts",
        httpAnswer(200,
            R"({"status":"success","data":{"alerts":[)" + alert("pending") + ',' + alert("firing") + ',' + alert("pending")
                + "]}}"));
    const auto reading = poll();
    QCOMPARE(reading->alerts.size(), std::size_t(1));
    QCOMPARE(reading->alerts.front()->phase, AlertPhase::Firing);
}

void TestPrometheusSource::failuresAreErrors_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind) { QTest::newRow(name) << QString::fromLatin1(name) << kind; };
    row("auth_none", ErrorKind::Auth);
    row("err_404", ErrorKind::Http);
    row("err_timeout_exec", ErrorKind::Http);
    row("preflight_options", ErrorKind::Content);
    row("healthy", ErrorKind::Content);
    row("query_up", ErrorKind::Schema);
}

void TestPrometheusSource::failuresAreErrors()
{
    QFETCH(QString, recorded);
    QFETCH(ErrorKind, kind);
    serve("alerts", recordedAnswer("prometheus/" + recorded.toStdString()));
    const auto reading = poll();
    QVERIFY(!reading);
    QCOMPARE(reading.error().kind, kind);
    QVERIFY(!english(reading.error().reason).empty());

    // Without the rules nobody knows whether the quiet is real, but what fires is known.
    serve("alerts", recordedAnswer("prometheus/alerts"));
    serve("rules", recordedAnswer("prometheus/" + recorded.toStdString()));
    const auto known = poll();
    QVERIFY(known.has_value());
    QCOMPARE(codesOf(known->troubles), Codes{"prometheus_rules_unread"});
    QCOMPARE(known->alerts.size(), std::size_t(2));
    QVERIFY(!known->isComplete);
}

void TestPrometheusSource::aBrokenRecordingMattersWhereAnAlertRestsOnIt()
{
    const auto rule = [](const std::string &type, const std::string &name, const std::string &query, bool isSound) {
        return R"({"type":")" + type + R"(","name":")" + name + R"(","query":")" + query
            + (isSound ? R"(","health":"ok","lastEvaluation":"2026-11-21T03:59:05Z"})"
                       : R"(","health":"err","lastError":"many-to-many"})");
    };
    const auto rules = [&](const std::string &query) {
        const std::string list = rule("recording", "shop:errors", "sum(shop:raw)", true) + ','
            + rule("recording", "shop:raw", "x", false) + ',' + rule("alerting", "A", query, true);
        serve("rules",
            httpAnswer(200, R"({"status":"success","data":{"groups":[{"name":"g","interval":15,"rules":[)" + list + "]}]}}"));
        return poll();
    };
    const auto needed = rules("shop:errors > 5");
    QCOMPARE(codesOf(needed->troubles), Codes{"prometheus_recording_fails"});
    QVERIFY(english(needed->troubles.front()).find("many-to-many") != std::string::npos);
    const auto other = rules("my_shop:errors > 5 and shop:rawest > 1");
    QCOMPARE(codesOf(other->troubles), Codes());
    QCOMPARE(codesOf(other->remarks), Codes{"prometheus_rule_fails"});
}

void TestPrometheusSource::anIncompleteListIsATrouble()
{
    serve("rules", httpAnswer(200, R"({"status":"success","data":{"groups":[{"name":"g","interval":15,"rules":[
            {"type":"alerting","name":"A","query":"x","health":"ok","lastEvaluation":"2026-11-21T03:59:05Z"}]}]}})"));
    const auto codesFor = [this](const std::string &body) {
        serve("alerts", httpAnswer(200, body));
        const auto reading = poll();
        return reading && !reading->isComplete ? codesOf(reading->troubles) : Codes{"calm"};
    };
    QCOMPARE(
        codesFor(R"({"status":"success","data":{"alerts":[]},"warnings":["store a is away"]})"), Codes{"prometheus_incomplete"});
    QCOMPARE(codesFor(R"({"status":"success","isPartial":true,"data":{"alerts":[]}})"), Codes{"prometheus_partial"});
    QCOMPARE(codesFor(R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"X"},"annotations":{},"state":"firing"},
        {"labels":{"alertname":3},"state":"firing"}]}})"),
        Codes{"prometheus_unreadable_alerts"});
    QCOMPARE(codesFor(R"({"status":"success","data":{"alerts":[]}})"), Codes{"calm"});
}

void TestPrometheusSource::queriesOnlyNeedNoRules()
{
    Settings settings;
    settings.set("url", kUrl);
    settings.set("alerts", false);
    m_source = makeSource("prometheus", settings, {*m_http, m_offload, m_clock, m_secrets});
    QVERIFY(!poll()); // refused
    serve("query", recordedAnswer("prometheus/query_scalar"));
    const auto reading = poll();
    QVERIFY(reading.has_value());
    QVERIFY(reading->alerts.empty() && reading->troubles.empty());
    QCOMPARE(m_http->count({}, kUrl + "/api/v1/rules"), 0);
}

void TestPrometheusSource::queryResultsAreRead()
{
    serve("query", recordedAnswer("prometheus/query_nan_inf"));
    const auto special = resultOf(m_source->query("x"));
    QCOMPARE(special->size(), std::size_t(3));
    QVERIFY(std::isinf(special->at(0).samples.front().value) && std::isnan(special->at(1).samples.front().value));
    serve("query", recordedAnswer("prometheus/query_scalar"));
    const auto scalar = resultOf(m_source->query("1.5"));
    QCOMPARE(scalar->front().samples.front().value, 1.5);
    QCOMPARE(formatRfc3339(scalar->front().samples.front().at), std::string("2026-11-21T03:59:06.442Z"));
    serve("query", recordedAnswer("prometheus/query_empty"));
    const auto none = resultOf(m_source->query("x"));
    QVERIFY(none && none->empty());
    serve("query", recordedAnswer("prometheus/query_matrix"));
    QCOMPARE(resultOf(m_source->query("up[10s]"))->front().samples.size(), std::size_t(5));
}

void TestPrometheusSource::queryErrorsCarryTheServersWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("err_exec") << QStringLiteral("found duplicate series");
    QTest::newRow("err_bad_query") << QStringLiteral("parse error");
    QTest::newRow("err_timeout_exec") << QStringLiteral("query timed out");
    QTest::newRow("err_step") << QStringLiteral("11,000 points");
    QTest::newRow("prefix_missing") << QStringLiteral("path prefix");
}

void TestPrometheusSource::queryErrorsCarryTheServersWords()
{
    QFETCH(QString, words);
    serve("query", recordedAnswer(std::string("prometheus/") + QTest::currentDataTag()));
    const auto result = resultOf(m_source->query("x"));
    QVERIFY(!result);
    QVERIFY(QString::fromStdString(english(result.error().reason)).contains(words));
    QVERIFY(result.error().evidence.status >= 400);
}

void TestPrometheusSource::warningsOfQueriesBecomeRemarks()
{
    serve(
        "query", httpAnswer(200, R"({"status":"success","data":{"resultType":"vector","result":[]},"warnings":["truncated"]})"));
    QVERIFY(resultOf(m_source->query("x")).has_value());
    QVERIFY(resultOf(m_source->query("x")).has_value());
    QCOMPARE(codesOf(poll()->remarks), Codes{"prometheus_query_warning"});
    QCOMPARE(codesOf(poll()->remarks), Codes());
}

void TestPrometheusSource::rangeIsAskedAsAForm()
{
    serve("query_range", recordedAnswer("prometheus/query_range"));
    const Instant end = m_clock.now();
    QVERIFY(resultOf(m_source->queryRange("rate(a{b=\"c&d\"}[5m])", end - 1h, end, 15s)).has_value());
    const HttpRequest request = m_http->requests().back();
    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.url, kUrl + "/api/v1/query_range");
    QCOMPARE(request.headers.value("content-type"), std::string_view("application/x-www-form-urlencoded"));
    QCOMPARE(request.body,
        std::string("query=rate%28a%7Bb%3D%22c%26d%22%7D%5B5m%5D%29&start=1795229946.000&end=1795233546.000&step=15.000"));
    QVERIFY(!resultOf(m_source->queryRange("x", end, end - 1h, 15s)));
}

void TestPrometheusSource::itCannotAcknowledge()
{
    const auto result = resultOf(m_source->acknowledge({}));
    QCOMPARE(result.error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_source->planAcknowledgement(nullptr, {}).error().kind, ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestPrometheusSource)
#include "tst_prometheus_source.moc"
