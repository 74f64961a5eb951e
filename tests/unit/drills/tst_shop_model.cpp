// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/running_alerts.h"
#include "models/drills/shop_endpoints.h"
#include "tests/unit/drills/drill_support.h"

#include <QtTest>

#include <cmath>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

QString firingAt(const ShopModel &model, Instant at)
{
    QStringList names;
    for (const RunningAlert &alert : runningAlerts(model, "http://127.0.0.1:1", at)) {
        const bool isOfTheCrisis = alert.rule->from > 100s;
        if (isOfTheCrisis)
            names << QString::fromUtf8(alert.rule->name.data()) + (alert.isFiring ? QString() : QStringLiteral("?"));
    }
    return names.join(QLatin1Char(' '));
}

/// How a service's answers look over some seconds: `slow`, `fails`, both or none.
QString symptoms(const ShopModel &model, const char *slug, Instant at)
{
    const ShopService &service = *findShopService(slug);
    int failures = 0;
    double latency = 0;
    for (int i = 0; i < 40; ++i) {
        const ServiceCondition condition = model.condition(service, at + i * 250ms);
        failures += condition.fails ? 1 : 0;
        latency += static_cast<double>(condition.latency.count()) / 40;
    }
    QStringList words;
    if (latency > service.latencyMs + 250)
        words << QStringLiteral("slow");
    if (failures > 20)
        words << QStringLiteral("fails");
    return words.isEmpty() ? QStringLiteral("well") : words.join(QLatin1Char(' '));
}

} // namespace

class ShopModelTest : public QObject
{
    Q_OBJECT

private slots:
    void isTheSameForTheSameSeed();
    void hasABelievableDay();
    void keepsItsFiguresWithinReason();
    void playsTheCrisis_data();
    void playsTheCrisis();
    void losesOrdersInTheCrisis();
    void playsFasterWhenTold();
    void tellsItsHealthInEveryFlavour();
    void answersAsSlowlyAsItIs();
};

void ShopModelTest::isTheSameForTheSameSeed()
{
    const ShopModel one(shopStart, 7);
    const ShopModel same(shopStart, 7);
    const ShopModel other(shopStart, 8);
    int differences = 0;
    for (int i = 0; i < 500; ++i) {
        const Instant at = after(i - 200);
        QCOMPARE(one.figure(Figure::OrdersPerMinute, at), same.figure(Figure::OrdersPerMinute, at));
        for (const ShopService &service : shopServices()) {
            QCOMPARE(one.condition(service, at).latency, same.condition(service, at).latency);
            QCOMPARE(one.condition(service, at).fails, same.condition(service, at).fails);
        }
        differences += one.figure(Figure::OrdersPerMinute, at) != other.figure(Figure::OrdersPerMinute, at) ? 1 : 0;
    }
    QVERIFY(differences > 450);
}

void ShopModelTest::hasABelievableDay()
{
    const ShopModel model(shopStart - 24h, 1);
    const auto midnight = std::chrono::floor<std::chrono::days>(shopStart);
    const auto ordersAt
        = [&](double hour) { return model.figure(Figure::OrdersPerMinute, midnight + Duration(std::llround(hour * 3'600'000))); };
    QVERIFY(ordersAt(19.3) > 3 * ordersAt(4));
    QVERIFY(ordersAt(12) > 2 * ordersAt(4));
    QVERIFY(ordersAt(15.5) < ordersAt(19.3));
    // It trembles, but a minute is much like the next one.
    QVERIFY(ordersAt(12) != ordersAt(12.02));
    for (int minute = 0; minute < 600; ++minute) {
        const double now = ordersAt(9 + minute / 60.0);
        const double next = ordersAt(9 + (minute + 1) / 60.0);
        QVERIFY2(std::abs(next - now) < 0.15 * now,
            qPrintable(QStringLiteral("minute %1: %2 then %3").arg(minute).arg(now).arg(next)));
    }
}

void ShopModelTest::keepsItsFiguresWithinReason()
{
    const ShopModel model(shopStart, 3);
    for (const ShopMetric &metric : shopMetrics()) {
        const bool isShare = metric.unit == "%";
        for (int i = -200; i < 300; ++i) {
            // Some days before, and the crisis in steps of two seconds.
            const Instant at = i < 0 ? shopStart + i * 37min : after(i * 2);
            const double value = model.figure(metric.figure, at);
            QVERIFY2(std::isfinite(value) && value >= 0 && (!isShare || value <= 100), metric.query.data());
        }
    }
}

void ShopModelTest::playsTheCrisis_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("payments");
    QTest::addColumn<QString>("checkout");
    QTest::addColumn<QString>("alerts");
    const auto row = [](int second, const char *payments, const char *checkout, const char *alerts) {
        QTest::addRow("after %d s", second) << second << QString::fromUtf8(payments) << QString::fromUtf8(checkout)
                                            << QString::fromUtf8(alerts);
    };
    row(10, "well", "well", "");
    row(108, "well", "well", "");
    row(165, "slow", "slow", "PaymentLatencyHigh PaymentLatencyHigh CheckoutSlow");
    row(187, "slow fails", "slow fails",
        "PaymentLatencyHigh PaymentLatencyHigh PaymentProviderDown? CheckoutErrorsHigh? CheckoutSlow");
    row(225, "slow fails", "slow fails",
        "PaymentLatencyHigh PaymentLatencyHigh PaymentProviderDown CheckoutErrorsHigh CheckoutSlow OrdersBelowForecast?");
    row(300, "slow fails", "slow", "PaymentLatencyHigh PaymentLatencyHigh PaymentProviderDown CheckoutSlow OrdersBelowForecast");
    row(345, "slow", "slow", "PaymentLatencyHigh PaymentLatencyHigh CheckoutSlow OrdersBelowForecast");
    row(430, "well", "well", "");
    row(3600, "well", "well", "");
}

void ShopModelTest::playsTheCrisis()
{
    QFETCH(const int, second);
    QFETCH(const QString, payments);
    QFETCH(const QString, checkout);
    QFETCH(const QString, alerts);
    const ShopModel model(shopStart, 1);
    QCOMPARE(symptoms(model, "payments", after(second)), payments);
    QCOMPARE(symptoms(model, "checkout", after(second)), checkout);
    QCOMPARE(symptoms(model, "search", after(second)), QStringLiteral("well"));
    QCOMPARE(firingAt(model, after(second)), alerts);
}

void ShopModelTest::losesOrdersInTheCrisis()
{
    const ShopModel model(shopStart, 1);
    const double before = model.figure(Figure::OrdersPerMinute, after(60));
    const double during = model.figure(Figure::OrdersPerMinute, after(210));
    const double afterwards = model.figure(Figure::OrdersPerMinute, after(600));
    QVERIFY(during < 0.3 * before);
    QVERIFY(afterwards > 0.8 * before);
    QVERIFY(model.figure(Figure::PaymentSuccess, after(210)) < 15);
    QVERIFY(model.figure(Figure::PathwayBShare, after(300)) > 5 * model.figure(Figure::PathwayBShare, after(60)));
}

void ShopModelTest::playsFasterWhenTold()
{
    const ShopModel fast(shopStart, 1, 10);
    QCOMPARE(fast.influence("payments", after(11)).extraLatencyMs, 0.0);
    QVERIFY(fast.influence("payments", after(20)).failureRate > 0.9);
    // What was before the start is as old as ever.
    for (const RunningAlert &alert : runningAlerts(fast, "http://127.0.0.1:1", after(1))) {
        if (alert.rule->name == "Watchdog")
            QCOMPARE(alert.activeAt, shopStart - 144h);
    }
}

void ShopModelTest::tellsItsHealthInEveryFlavour()
{
    const ShopModel model(shopStart, 1);
    std::set<std::string> types;
    for (const ShopService &service : shopServices()) {
        const std::string target = healthTarget(service);
        const ShopAnswer answer = answerHealth(model, get(target.substr(0, target.find('?'))), after(10));
        QCOMPARE(answer.status, 200);
        types.insert(answer.contentType);
        QVERIFY(answer.body.find("fail") == std::string::npos && answer.body.find("DOWN") == std::string::npos);
    }
    QVERIFY(types
        == (std::set<std::string>{"application/json", "application/health+json", "application/vnd.spring-boot.actuator.v3+json",
            "text/plain; charset=utf-8"}));
    QCOMPARE(answerHealth(model, get("/shop/nowhere/health"), after(10)).status, 404);
    // In the crisis the checkout names the part that is to blame.
    const ShopAnswer answer = answerHealth(model, get("/shop/checkout/actuator/health"), after(200));
    QCOMPARE(answer.status, 503);
    QCOMPARE(bodyOf(answer)["status"], "DOWN");
    QCOMPARE(bodyOf(answer)["components"]["payments"]["status"], "DOWN");
    QCOMPARE(bodyOf(answer)["components"]["db"]["status"], "UP");
}

void ShopModelTest::answersAsSlowlyAsItIs()
{
    const ShopModel model(shopStart, 1);
    const Duration calm = answerHealth(model, get("/shop/payments/health"), after(10)).delay;
    const Duration slow = answerHealth(model, get("/shop/payments/health"), after(178)).delay;
    QVERIFY(calm > 100ms && calm < 600ms);
    QVERIFY(slow > 1s && slow < 4s);
}

QTEST_GUILESS_MAIN(ShopModelTest)
#include "tst_shop_model.moc"
