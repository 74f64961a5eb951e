// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/schedule.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace tocsin;

namespace {

constexpr Monotonic kStart{std::chrono::hours(5)};

/// Runs a schedule for a time; every run takes `takes`. Returns when each target was begun.
std::map<Schedule::Target, std::vector<Duration>> play(Schedule &schedule, Duration duration, Duration takes, Duration from = {})
{
    std::map<Schedule::Target, std::vector<Duration>> begun;
    std::multimap<Monotonic, Schedule::Target> running;
    for (Monotonic now = kStart + from; now <= kStart + from + duration;) {
        while (!running.empty() && running.begin()->first <= now) {
            schedule.finished(running.begin()->second, now);
            running.erase(running.begin());
        }
        for (const Schedule::Target target : schedule.takeDue(now)) {
            begun[target].push_back(now - kStart);
            running.emplace(now + takes, target);
        }
        Monotonic next = now + std::chrono::seconds(1);
        if (const auto due = schedule.nextDue())
            next = std::min(next, *due);
        if (!running.empty())
            next = std::min(next, running.begin()->first);
        now = std::max(next, now + Duration(1));
    }
    for (const auto &[at, target] : running)
        schedule.finished(target, at);
    return begun;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void tenThousandWithinTheFirstInterval()
    {
        constexpr Duration kInterval = std::chrono::seconds(10);
        Schedule schedule(std::vector<Duration>(10'000, kInterval), kStart);
        const auto begun = play(schedule, kInterval * 3, Duration(7));
        QCOMPARE(begun.size(), std::size_t(10'000));
        std::map<std::int64_t, int> perSecond;
        for (const auto &[target, times] : begun) {
            QVERIFY(times.front() <= kInterval * 9 / 10); // and a tenth is left to answer
            QVERIFY(times[1] - times[0] >= kInterval && times[1] - times[0] <= kInterval * 11 / 10);
            for (std::size_t i = 2; i < times.size(); ++i)
                QCOMPARE(times[i] - times[i - 1], kInterval);
            for (const Duration time : times)
                ++perSecond[time.count() / 1000];
        }
        for (const auto &[second, count] : perSecond) {
            if (second < 9) // all of them in nine tenths of the time, still evenly
                QVERIFY2(count >= 1100 && count <= 1122, qPrintable(QString::number(count)));
            else if (second >= 10 && second < 30)
                QVERIFY2(count >= 990 && count <= 1010, qPrintable(QString::number(count)));
        }
    }

    void aSmallShopShowsItselfAtOnce()
    {
        Schedule schedule(std::vector<Duration>(50, std::chrono::seconds(30)), kStart);
        const auto begun = play(schedule, std::chrono::minutes(5), Duration(40));
        for (const auto &[target, times] : begun) {
            QVERIFY(times[0] < std::chrono::seconds(1));
            const Duration second = times[1] - times[0];
            QVERIFY(second >= std::chrono::seconds(14) && second <= std::chrono::seconds(45));
            for (std::size_t i = 2; i < times.size(); ++i)
                QCOMPARE(times[i] - times[i - 1], Duration(30'000));
        }
    }

    void differentIntervalsShareFairly()
    {
        std::vector<Duration> intervals(100, std::chrono::seconds(10));
        intervals.resize(150, std::chrono::seconds(60));
        Schedule schedule(intervals, kStart);
        const auto begun = play(schedule, std::chrono::minutes(10), Duration(200));
        for (const auto &[target, times] : begun) {
            const std::size_t expected = target < 100 ? 60 : 10;
            QVERIFY(times.size() >= expected && times.size() <= expected + 2);
        }
    }

    void neverTwiceAtOnceAndNoBurstAfterALongRun()
    {
        Schedule schedule({std::chrono::seconds(10)}, kStart);
        const auto begun = play(schedule, std::chrono::minutes(5), std::chrono::seconds(25)).at(0);
        for (std::size_t i = 1; i < begun.size(); ++i)
            QCOMPARE(begun[i] - begun[i - 1], Duration(30'000));
    }

    void noBurstAfterASleep()
    {
        constexpr Duration kInterval = std::chrono::seconds(10);
        Schedule schedule(std::vector<Duration>(10'000, kInterval), kStart);
        play(schedule, kInterval, Duration(1));
        const auto begun = play(schedule, kInterval * 2, Duration(1), std::chrono::hours(8));
        std::map<std::int64_t, int> perSecond;
        for (const auto &[target, times] : begun) {
            for (const Duration time : times)
                ++perSecond[time.count() / 1000];
        }
        QCOMPARE(begun.size(), std::size_t(10'000));
        for (const auto &[second, count] : perSecond)
            QVERIFY2(count <= 1'210, qPrintable(QString::number(count)));
    }

    void refreshBringsAllForwardOnce()
    {
        Schedule schedule(std::vector<Duration>(20, std::chrono::minutes(10)), kStart);
        play(schedule, std::chrono::minutes(1), Duration(5));
        const Monotonic asked = kStart + std::chrono::minutes(2);
        schedule.takeDue(asked);
        schedule.refreshAll(asked);
        const auto begun = play(schedule, std::chrono::minutes(1), Duration(5), std::chrono::minutes(2));
        QCOMPARE(begun.size(), std::size_t(20));
        for (const auto &[target, times] : begun) {
            QCOMPARE(times.size(), std::size_t(1));
            QVERIFY(times.front() - std::chrono::minutes(2) < std::chrono::seconds(1));
        }
    }

    void refreshOfARunningTargetFollowsIt()
    {
        Schedule schedule({std::chrono::minutes(10)}, kStart);
        QCOMPARE(schedule.takeDue(kStart).size(), std::size_t(1));
        schedule.refresh(0, kStart + Duration(10));
        QVERIFY(schedule.takeDue(kStart + Duration(20)).empty());
        schedule.finished(0, kStart + Duration(30));
        QCOMPARE(schedule.takeDue(kStart + Duration(30)).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
