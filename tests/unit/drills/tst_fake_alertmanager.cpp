// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/alert_board.h"
#include "models/drills/fake_alertmanager.h"
#include "tests/unit/drills/drill_support.h"

#include <QtTest>

using namespace tocsin;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr const char *kPrometheus = "http://127.0.0.1:1/prometheus";

json matcher(const char *name, const char *value)
{
    return json{{"name", name}, {"value", value}, {"isRegex", false}};
}

json silenceBody(Instant from, Instant to, json matchers)
{
    return json{{"matchers", std::move(matchers)}, {"startsAt", formatRfc3339(from)}, {"endsAt", formatRfc3339(to)},
        {"createdBy", "ada"}, {"comment", "looking"}};
}

json goodSilence()
{
    return silenceBody(after(10), after(3600), json::array({matcher("alertname", "DiskFillsUp")}));
}

json without(json object, const char *key)
{
    object.erase(key);
    return object;
}

json with(json object, const char *key, json value)
{
    object[key] = std::move(value);
    return object;
}

} // namespace

Q_DECLARE_METATYPE(tocsin::ShopRequest)

class FakeAlertmanagerTest : public QObject
{
    Q_OBJECT

private slots:
    void looksLikeTheRealOne_data();
    void looksLikeTheRealOne();
    void refusesAsTheRealOne_data();
    void refusesAsTheRealOne();
    void computesTheSameFingerprint();
    void alwaysHearsTheWatchdog();
    void acknowledgesOneOfTwoSiblings();
    void prolongsAndReplacesSilences();
    void inhibitsTheWarningsOfACriticalService();
    void filtersAlerts();
    void takesAlertsOfOthers();

private:
    const ShopModel m_model{shopStart, 1};
};

void FakeAlertmanagerTest::looksLikeTheRealOne_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("recording");
    QTest::newRow("alerts") << QStringLiteral("/api/v2/alerts") << QStringLiteral("alerts_with_silences");
    QTest::newRow("groups") << QStringLiteral("/api/v2/alerts/groups") << QStringLiteral("groups_all");
    QTest::newRow("silences") << QStringLiteral("/api/v2/silences") << QStringLiteral("silences");
    QTest::newRow("status") << QStringLiteral("/api/v2/status") << QStringLiteral("status");
    QTest::newRow("receivers") << QStringLiteral("/api/v2/receivers") << QStringLiteral("receivers");
}

void FakeAlertmanagerTest::looksLikeTheRealOne()
{
    QFETCH(const QString, path);
    QFETCH(const QString, recording);
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    QCOMPARE(alertmanager.answer(post("/api/v2/silences", goodSilence()), after(200)).status, 200);
    const ShopAnswer answer = alertmanager.answer(get(path.toStdString()), after(200));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, std::string("application/json"));
    const auto expected = shapeOf(recordedJson(qPrintable(QStringLiteral("alertmanager/%1.json").arg(recording))));
    const auto actual = shapeOf(bodyOf(answer));
    // Which kinds of quiet occur differs; every value that is there has its place and type in the recording.
    for (const std::string &value : actual)
        QVERIFY2(expected.contains(value) || value.ends_with("By[] string"), value.c_str());
    for (const std::string &value : expected)
        QVERIFY2(actual.contains(value) || value.ends_with("By[] string"), value.c_str());
}

void FakeAlertmanagerTest::refusesAsTheRealOne_data()
{
    QTest::addColumn<ShopRequest>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("recording");
    const auto row = [](const char *recording, int status, const ShopRequest &request) {
        QTest::newRow(recording) << request << status << QStringLiteral("alertmanager/%1.json").arg(QString::fromUtf8(recording));
    };
    const json labels{{"alertname", "x"}};
    row("alerts_404", 404, get("/api/v2/nope"));
    row("alerts_f_badfilter", 400, get("/api/v2/alerts", {{"filter", "severity~~"}}));
    row("post_alerts_bad_json", 400, post("/api/v2/alerts", json{{"labels", labels}}));
    row("post_alerts_bad_label", 400, post("/api/v2/alerts", json::array({json{{"labels", json{{"alert-name", "x"}}}}})));
    row("post_alerts_nolabels", 422, post("/api/v2/alerts", json::array({json{{"annotations", labels}}})));
    row("post_alerts_endbeforestart", 400,
        post("/api/v2/alerts",
            json::array({json{{"labels", labels}, {"startsAt", formatRfc3339(after(9))}, {"endsAt", formatRfc3339(after(8))}}})));
    row("post_alerts_form", 415, post("/api/v2/alerts", json::array(), "application/x-www-form-urlencoded"));
    row("post_alerts_noctype", 415, post("/api/v2/alerts", json::array(), "text/plain"));
    row("silence_delete_404", 500, ShopRequest{"DELETE", "/api/v2/silence/00000000-0000-4000-8000-000000000001", {}, {}, {}});
    row("silence_get_badid", 422, get("/api/v2/silence/notauuid"));
    row("silence_err_nocomment", 422, post("/api/v2/silences", without(goodSilence(), "comment")));
    row("silence_err_nomatchers", 422, post("/api/v2/silences", with(goodSilence(), "matchers", json::array())));
    row("silence_err_emptymatch", 400,
        post("/api/v2/silences", with(goodSilence(), "matchers", json::array({matcher("alertname", "")}))));
    row("silence_err_unknownid", 404,
        post("/api/v2/silences", with(goodSilence(), "id", "00000000-0000-4000-8000-000000000001")));
    row("silence_err_past", 400, post("/api/v2/silences", with(goodSilence(), "endsAt", formatRfc3339(after(5)))));
}

void FakeAlertmanagerTest::refusesAsTheRealOne()
{
    QFETCH(const ShopRequest, request);
    QFETCH(const int, status);
    QFETCH(const QString, recording);
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const ShopAnswer answer = alertmanager.answer(request, after(10));
    QCOMPARE(answer.status, status);
    QCOMPARE(QString::fromStdString(bodyOf(answer).dump()), QString::fromStdString(recordedJson(qPrintable(recording)).dump()));
}

void FakeAlertmanagerTest::computesTheSameFingerprint()
{
    for (const auto &alert : recordedJson("alertmanager/alerts_with_silences.json")) {
        Labels labels;
        for (const auto &[name, value] : alert["labels"].items())
            labels.set(name, value.get<std::string>());
        QCOMPARE(fingerprintOf(labels), alert["fingerprint"].get<std::string>());
    }
}

void FakeAlertmanagerTest::alwaysHearsTheWatchdog()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    for (const int second : {0, 1, 150, 250, 5000, 1'000'000}) {
        const json alerts
            = bodyOf(alertmanager.answer(get("/api/v2/alerts", {{"filter", "alertname=\"Watchdog\""}}), after(second)));
        QCOMPARE(alerts.size(), 1u);
        QCOMPARE(alerts[0]["status"]["state"], "active");
        QCOMPARE(alerts[0]["labels"]["env"], "drill");
        QVERIFY(*parseRfc3339(alerts[0]["endsAt"].get<std::string>()) > after(second));
    }
}

void FakeAlertmanagerTest::acknowledgesOneOfTwoSiblings()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const auto siblings = [&](int second) {
        return bodyOf(alertmanager.answer(get("/api/v2/alerts", {{"filter", "alertname=\"DiskFillsUp\""}}), after(second)));
    };
    const json before = siblings(10);
    QCOMPARE(before.size(), 2u);
    const json &target = before[0]["labels"].contains("mountpoint") ? before[1] : before[0];
    QVERIFY(!target["labels"].contains("mountpoint"));

    // All labels as they are would silence the sibling too: it has them all and one more.
    json matchers = json::array();
    for (const auto &[name, value] : target["labels"].items())
        matchers.push_back(matcher(name.c_str(), value.get<std::string>().c_str()));
    matchers.push_back(matcher("mountpoint", ""));
    const ShopAnswer made
        = alertmanager.answer(post("/api/v2/silences", silenceBody(after(10), after(910), matchers)), after(10));
    QCOMPARE(made.status, 200);
    const std::string id = bodyOf(made)["silenceID"];

    for (const json &alert : siblings(11)) {
        const bool isTarget = alert["fingerprint"] == target["fingerprint"];
        QCOMPARE(alert["status"]["state"], isTarget ? "suppressed" : "active");
        QCOMPARE(alert["status"]["silencedBy"], isTarget ? json::array({id}) : json::array());
    }
    const json read = bodyOf(alertmanager.answer(get("/api/v2/silence/" + id), after(11)));
    QCOMPARE(read["status"]["state"], "active");
    QCOMPARE(read["createdBy"], "ada");

    QCOMPARE(alertmanager.answer(ShopRequest{"DELETE", "/api/v2/silence/" + id, {}, {}, {}}, after(20)).status, 200);
    QCOMPARE(alertmanager.answer(ShopRequest{"DELETE", "/api/v2/silence/" + id, {}, {}, {}}, after(21)).status, 200);
    for (const json &alert : siblings(21))
        QCOMPARE(alert["status"]["state"], "active");
    QCOMPARE(bodyOf(alertmanager.answer(get("/api/v2/silence/" + id), after(22)))["status"]["state"], "expired");
}

void FakeAlertmanagerTest::prolongsAndReplacesSilences()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const auto set = [&](const json &body, int second) -> std::string {
        return bodyOf(alertmanager.answer(post("/api/v2/silences", body), after(second)))["silenceID"];
    };
    const std::string first = set(silenceBody(after(0), after(60), json::array({matcher("a", "b")})), 10);
    QVERIFY(set(silenceBody(after(0), after(60), json::array({matcher("a", "b")})), 10) != first); // no idempotency
    // A start in the past was moved to now.
    QCOMPARE(bodyOf(alertmanager.answer(get("/api/v2/silence/" + first), after(11)))["startsAt"], formatRfc3339(after(10)));

    json longer = bodyOf(alertmanager.answer(get("/api/v2/silence/" + first), after(11)));
    longer["endsAt"] = formatRfc3339(after(500));
    QCOMPARE(set(longer, 20), first);
    json other = longer;
    other["matchers"] = json::array({matcher("a", "c")});
    const std::string second = set(other, 30);
    QVERIFY(second != first);
    QCOMPARE(bodyOf(alertmanager.answer(get("/api/v2/silence/" + first), after(31)))["status"]["state"], "expired");

    const std::string later = set(silenceBody(after(1000), after(2000), json::array({matcher("a", "b")})), 40);
    QCOMPARE(bodyOf(alertmanager.answer(get("/api/v2/silence/" + later), after(41)))["status"]["state"], "pending");
    QStringList states;
    for (const json &silence : bodyOf(alertmanager.answer(get("/api/v2/silences"), after(41))))
        states << QString::fromStdString(silence["status"]["state"].get<std::string>());
    QCOMPARE(states.join(QLatin1Char(' ')), QStringLiteral("active active pending expired"));
    QCOMPARE(alertmanager.answer(get("/api/v2/silence/00000000-0000-4000-8000-000000000001"), after(41)).status, 404);
}

void FakeAlertmanagerTest::inhibitsTheWarningsOfACriticalService()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const auto latency = [&](int second) {
        return bodyOf(
            alertmanager.answer(get("/api/v2/alerts", {{"filter", "alertname=\"PaymentLatencyHigh\""}}), after(second)));
    };
    QCOMPARE(latency(170)[0]["status"]["state"], "active");
    const json critical
        = bodyOf(alertmanager.answer(get("/api/v2/alerts", {{"filter", "alertname=\"PaymentProviderDown\""}}), after(220)));
    QCOMPARE(latency(220)[0]["status"]["state"], "suppressed");
    QCOMPARE(latency(220)[0]["status"]["inhibitedBy"], json::array({critical[0]["fingerprint"]}));
    QCOMPARE(latency(350)[0]["status"]["state"], "active");
    QCOMPARE(latency(450).size(), 0u);
}

void FakeAlertmanagerTest::filtersAlerts()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const auto count = [&](std::vector<std::pair<std::string, std::string>> fields) {
        return bodyOf(alertmanager.answer(get("/api/v2/alerts", std::move(fields)), after(220))).size();
    };
    const auto all = count({});
    const auto suppressed = count({{"active", "false"}});
    QVERIFY(suppressed > 0 && suppressed < all);
    QCOMPARE(count({{"active", "banana"}}), suppressed);
    QCOMPARE(count({{"inhibited", "false"}}), all - suppressed);
    QCOMPARE(count({{"filter", "service=\"payments\""}, {"filter", "severity=~\"crit.*\""}}), 1u);
    QCOMPARE(count({{"receiver", "payments"}}), 3u);
    QCOMPARE(count({{"receiver", "pay"}}), 0u); // anchored
    const ShopAnswer refused = alertmanager.answer(get("/api/v2/alerts", {{"receiver", "("}}), after(220));
    QCOMPARE(refused.status, 400);
    QVERIFY(bodyOf(refused).get<std::string>().starts_with("failed to parse receiver param: error parsing regexp: "));
}

void FakeAlertmanagerTest::takesAlertsOfOthers()
{
    FakeAlertmanager alertmanager(m_model, kPrometheus);
    const json labels{{"alertname", "ByHand"}, {"severity", "page"}};
    const auto mine = [&](int second) {
        return bodyOf(alertmanager.answer(get("/api/v2/alerts", {{"filter", "alertname=ByHand"}}), after(second)));
    };
    const ShopAnswer taken = alertmanager.answer(post("/api/v2/alerts", json::array({json{{"labels", labels}}})), after(10));
    QCOMPARE(taken.status, 200);
    QVERIFY(taken.body.empty());
    QCOMPARE(mine(11).size(), 1u);
    QVERIFY(!mine(11)[0].contains("generatorURL"));
    alertmanager.answer(
        post("/api/v2/alerts", json::array({json{{"labels", labels}, {"annotations", json{{"summary", "<b>"}}}}})), after(20));
    QCOMPARE(mine(21)[0]["startsAt"], formatRfc3339(after(10)));
    QCOMPARE(mine(21)[0]["annotations"]["summary"], "<b>");
    alertmanager.answer(post("/api/v2/alerts",
                            json::array({json{{"labels", labels}, {"startsAt", formatRfc3339(after(10))},
                                {"endsAt", formatRfc3339(after(30))}}})),
        after(30));
    QCOMPARE(mine(30).size(), 0u);
}

QTEST_GUILESS_MAIN(FakeAlertmanagerTest)
#include "tst_fake_alertmanager.moc"
