// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/logical_clock.h"
#include "tests/support/manual_clock.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace tocsin;

namespace {

/// One step in the life of some stations: the clock of one jumps, then it makes an event, or takes one from another.
struct Step {
    int station = 0;
    int from = -1; // -1: makes an event of its own
    std::int64_t jumpMs = 0;
};

constexpr int kStations = 3;

} // namespace

namespace rc {

template<> struct Arbitrary<Step> {
    static Gen<Step> arbitrary()
    {
        return gen::build<Step>(gen::set(&Step::station, gen::inRange(0, kStations)),
            gen::set(&Step::from, gen::inRange(-1, kStations)),
            gen::set(&Step::jumpMs, gen::inRange<std::int64_t>(-5'000, 5'000)));
    }
};

} // namespace rc

class LogicalClockTest : public QObject
{
    Q_OBJECT

private slots:
    void respectsCauseAndEffect();
    void staysAtTheWallClockWhenAllAgree();
};

void LogicalClockTest::respectsCauseAndEffect()
{
    QVERIFY(rc::check("an event is later than all that its station knew", [](const std::vector<Step> &steps) {
        std::vector<std::unique_ptr<ManualClock>> walls;
        std::vector<LogicalClock> clocks;
        std::int64_t highestWall = 0;
        for (int i = 0; i < kStations; ++i) {
            walls.push_back(std::make_unique<ManualClock>());
            clocks.emplace_back(*walls.back());
        }
        for (const Step &step : steps) {
            const auto station = static_cast<std::size_t>(step.station);
            walls[station]->setNow(walls[station]->now() + Duration(step.jumpMs));
            highestWall = std::max<std::int64_t>(highestWall, walls[station]->now().time_since_epoch().count());
            LogicalClock &clock = clocks[station];
            const LogicalTime known = clock.last();
            const LogicalTime heard = step.from < 0 ? LogicalTime{} : clocks[static_cast<std::size_t>(step.from)].last();
            const LogicalTime time = step.from < 0 ? clock.send() : clock.receive(heard);
            RC_ASSERT(known < time);
            RC_ASSERT(heard < time);
            // It never runs ahead of the fastest wall clock that anybody had, nor behind its own.
            RC_ASSERT(time.wallMs <= highestWall);
            RC_ASSERT(time.wallMs >= walls[station]->now().time_since_epoch().count());
        }
    }));
}

void LogicalClockTest::staysAtTheWallClockWhenAllAgree()
{
    QVERIFY(rc::check("a clock that only runs forward needs no counter", [] {
        ManualClock wall;
        LogicalClock clock(wall);
        for (const int milliseconds : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 100'000))) {
            wall.advance(Duration(milliseconds));
            RC_ASSERT(clock.send() == (LogicalTime{wall.now().time_since_epoch().count(), 0}));
        }
    }));
}

QTEST_GUILESS_MAIN(LogicalClockTest)
#include "tst_logical_clock.moc"
