// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/policy.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

class PolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void aWindowCoversItsServicesFromStartToJustBeforeItsEnd();
    void aWindowWithoutServicesCoversTheShop();
    void onePassJudgesAtOnce();
};

void PolicyTest::aWindowCoversItsServicesFromStartToJustBeforeItsEnd()
{
    const Instant start = *parseRfc3339("2026-11-22T01:00:00Z");
    const MaintenanceWindow window{{"Search", "Cart"}, start, 2h, "index rebuild"};
    QVERIFY(!window.covers("Search", start - 1ms));
    QVERIFY(window.covers("Search", start));
    QVERIFY(window.covers("Cart", start + 2h - 1ms));
    QVERIFY(!window.covers("Search", start + 2h));
    QVERIFY(!window.covers("Checkout", start));
    QVERIFY(!window.covers("search", start));
}

void PolicyTest::aWindowWithoutServicesCoversTheShop()
{
    const MaintenanceWindow window{{}, Instant(), 1h, {}};
    QVERIFY(window.covers("anything", Instant()));
    QVERIFY(!window.covers("anything", Instant() + 1h));
    const MaintenanceWindow empty{{}, Instant(), 0s, {}};
    QVERIFY(!empty.covers("anything", Instant()));
}

void PolicyTest::onePassJudgesAtOnce()
{
    Policy policy;
    policy.interval = 10s;
    policy.staleAfter = 5;
    const Policy once = Policy::forOnePass(policy);
    QCOMPARE(once.failureThreshold, 1);
    QCOMPARE(once.successThreshold, 1);
    QVERIFY(once.interval == policy.interval);
    QCOMPARE(once.staleAfter, policy.staleAfter);
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
