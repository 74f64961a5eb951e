// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/fake_prometheus.h"
#include "models/drills/simulated_config.h"
#include "tests/unit/drills/drill_support.h"

#include <QtTest>

using namespace tocsin;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr const char *kOwnUrl = "http://127.0.0.1:1/prometheus";
constexpr const char *kOrders = "sum(rate(orders_total[5m])) * 60";

} // namespace

Q_DECLARE_METATYPE(tocsin::ShopRequest)

class FakePrometheusTest : public QObject
{
    Q_OBJECT

private slots:
    void looksLikeTheRealOne_data();
    void looksLikeTheRealOne();
    void refusesAsTheRealOne_data();
    void refusesAsTheRealOne();
    void answersEveryQueryOfTheConfiguration();
    void refusesAnyOtherQuery();
    void tellsTheSameNowAndLater();
    void tellsOfPendingAlerts();
    void evaluatesItsRules();
    void refusesOtherVerbsAndPaths();

private:
    const ShopModel m_model{shopStart, 1};
    const FakePrometheus m_prometheus{m_model, kOwnUrl};
};

void FakePrometheusTest::looksLikeTheRealOne_data()
{
    QTest::addColumn<ShopRequest>("request");
    QTest::addColumn<QString>("recording");
    QTest::newRow("instant") << get("/api/v1/query", {{"query", kOrders}}) << QStringLiteral("query_up");
    QTest::newRow("range") << get("/api/v1/query_range",
        {{"query", kOrders}, {"start", formatRfc3339(after(0))}, {"end", formatRfc3339(after(60))}, {"step", "15"}})
                           << QStringLiteral("query_range");
    QTest::newRow("alerts") << get("/api/v1/alerts") << QStringLiteral("alerts");
    QTest::newRow("rules") << get("/api/v1/rules", {{"type", "alert"}}) << QStringLiteral("rules_alert");
    QTest::newRow("version") << get("/api/v1/status/buildinfo") << QStringLiteral("buildinfo");
}

void FakePrometheusTest::looksLikeTheRealOne()
{
    QFETCH(const ShopRequest, request);
    QFETCH(const QString, recording);
    const ShopAnswer answer = m_prometheus.answer(request, after(185));
    QCOMPARE(answer.status, 200);
    auto expected = shapeOf(recordedJson(qPrintable(QStringLiteral("prometheus/%1.json").arg(recording))));
    expected.erase(".data.groups[].rules[].lastError string"); // the recording has a rule that fails
    const auto actual = shapeOf(bodyOf(answer));
    for (const std::string &value : actual)
        QVERIFY2(expected.contains(value), value.c_str());
    for (const std::string &value : expected)
        QVERIFY2(actual.contains(value), value.c_str());
}

void FakePrometheusTest::refusesAsTheRealOne_data()
{
    QTest::addColumn<ShopRequest>("request");
    QTest::addColumn<QString>("recording");
    const std::string start = formatRfc3339(after(0));
    QTest::newRow("no query") << get("/api/v1/query") << QStringLiteral("err_noparam");
    QTest::newRow("bad time") << get("/api/v1/query", {{"query", kOrders}, {"time", "yesterday"}})
                              << QStringLiteral("err_badtime");
    QTest::newRow("too fine") << get(
        "/api/v1/query_range", {{"query", kOrders}, {"start", start}, {"end", formatRfc3339(after(12'000))}, {"step", "1"}})
                              << QStringLiteral("err_step");
    QTest::newRow("backwards") << get(
        "/api/v1/query_range", {{"query", kOrders}, {"start", start}, {"end", formatRfc3339(after(-5))}, {"step", "1s"}})
                               << QStringLiteral("err_range_order");
}

void FakePrometheusTest::refusesAsTheRealOne()
{
    QFETCH(const ShopRequest, request);
    QFETCH(const QString, recording);
    const ShopAnswer answer = m_prometheus.answer(request, after(10));
    QCOMPARE(answer.status, 400);
    const json expected = recordedJson(qPrintable(QStringLiteral("prometheus/%1.json").arg(recording)));
    QCOMPARE(QString::fromStdString(bodyOf(answer).dump()), QString::fromStdString(expected.dump()));
}

void FakePrometheusTest::answersEveryQueryOfTheConfiguration()
{
    const std::string yaml = simulatedConfigYaml(8080);
    for (const ShopMetric &metric : shopMetrics()) {
        const std::string query(metric.query);
        QVERIFY2(yaml.find("query: '" + query + "'") != std::string::npos, query.c_str());
        for (const char *method : {"GET", "POST"}) {
            ShopRequest request = get("/api/v1/query", {{"query", query}});
            request.method = method;
            const ShopAnswer answer = m_prometheus.answer(request, after(10));
            QCOMPARE(answer.status, 200);
            const json result = bodyOf(answer)["data"]["result"];
            QCOMPARE(result.size(), 1u);
            QCOMPARE(result[0]["value"][0].get<double>(), static_cast<double>(after(10).time_since_epoch().count()) / 1000);
        }
    }
}

void FakePrometheusTest::refusesAnyOtherQuery()
{
    for (const char *query : {"up", "sum(rate(orders_total[5m]))", "up{"}) {
        const ShopAnswer answer = m_prometheus.answer(get("/api/v1/query", {{"query", query}}), after(10));
        QCOMPARE(answer.status, 422);
        QCOMPARE(bodyOf(answer)["status"], "error");
        QCOMPARE(bodyOf(answer)["errorType"], "execution");
        QVERIFY(bodyOf(answer)["error"].get<std::string>().find(query) != std::string::npos);
    }
}

void FakePrometheusTest::tellsTheSameNowAndLater()
{
    const json now = bodyOf(m_prometheus.answer(get("/api/v1/query", {{"query", kOrders}}), after(30)));
    const std::string from = std::to_string(after(0).time_since_epoch().count() / 1000);
    const std::string to = std::to_string(after(60).time_since_epoch().count() / 1000);
    const json later = bodyOf(m_prometheus.answer(
        get("/api/v1/query_range", {{"query", kOrders}, {"start", from}, {"end", to}, {"step", "15s"}}), after(900)));
    const json &values = later["data"]["result"][0]["values"];
    QCOMPARE(values.size(), 5u);
    QCOMPARE(values[2][1], now["data"]["result"][0]["value"][1]);
    // Nobody knows the future, nor what was before its memory.
    for (const auto &time : {formatRfc3339(after(60)), formatRfc3339(shopStart - 400 * 24h)}) {
        const json nothing = bodyOf(m_prometheus.answer(get("/api/v1/query", {{"query", kOrders}, {"time", time}}), after(30)));
        QCOMPARE(nothing["status"], "success");
        QCOMPARE(nothing["data"]["result"].size(), 0u);
    }
}

void FakePrometheusTest::tellsOfPendingAlerts()
{
    const auto stateOf = [&](const char *name, int second) {
        const json alerts = bodyOf(m_prometheus.answer(get("/api/v1/alerts"), after(second)))["data"]["alerts"];
        for (const json &alert : alerts) {
            if (alert["labels"]["alertname"] == name)
                return QString::fromStdString(alert["state"].get<std::string>());
        }
        return QStringLiteral("-");
    };
    QCOMPARE(stateOf("PaymentProviderDown", 170), QStringLiteral("-"));
    QCOMPARE(stateOf("PaymentProviderDown", 185), QStringLiteral("pending"));
    QCOMPARE(stateOf("PaymentProviderDown", 200), QStringLiteral("firing"));
    QCOMPARE(stateOf("PaymentProviderDown", 400), QStringLiteral("-"));
    QCOMPARE(stateOf("Watchdog", 400), QStringLiteral("firing"));
}

void FakePrometheusTest::evaluatesItsRules()
{
    const json group = bodyOf(m_prometheus.answer(get("/api/v1/rules"), after(1000)))["data"]["groups"][0];
    const auto age = after(1000) - *parseRfc3339(group["lastEvaluation"].get<std::string>());
    QVERIFY(age >= 0s && age <= 15s);
    QCOMPARE(group["rules"].size(), m_model.script().alerts.size());
    for (const json &rule : group["rules"])
        QCOMPARE(rule["health"], "ok");
    QCOMPARE(bodyOf(m_prometheus.answer(get("/api/v1/rules", {{"type", "record"}}), after(1)))["data"]["groups"].size(), 0u);
    QCOMPARE(m_prometheus.answer(get("/api/v1/rules", {{"type", "both"}}), after(1)).status, 400);
}

void FakePrometheusTest::refusesOtherVerbsAndPaths()
{
    ShopRequest rules = get("/api/v1/rules");
    rules.method = "POST";
    QCOMPARE(m_prometheus.answer(rules, after(1)).status, 405);
    const ShopAnswer missing = m_prometheus.answer(get("/api/v1/nope"), after(1));
    QCOMPARE(missing.status, 404);
    QCOMPARE(QByteArray::fromStdString(missing.body).trimmed(), recorded("prometheus/err_404.json").trimmed());
    QCOMPARE(QByteArray::fromStdString(m_prometheus.answer(get("/-/ready"), after(1)).body).trimmed(),
        recorded("prometheus/ready.json").trimmed());
}

QTEST_GUILESS_MAIN(FakePrometheusTest)
#include "tst_fake_prometheus.moc"
