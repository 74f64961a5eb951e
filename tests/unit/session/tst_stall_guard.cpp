// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/summary.h"
#include "models/session/stall_guard.h"
#include "tests/support/manual_clock.h"

#include <QTest>
#include <QTimeZone>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

/// A board of each state, a watch thread that beats or hangs, and what people see.
struct Desk {
    ManualClock clock;
    Monotonic beat;
    Board board;
    StallGuard guard{{clock, [this] { return beat; }, [this](const Changes &changes) { board.apply(changes); }}};

    Desk()
    {
        beat = clock.monotonic();
        Changes changes;
        for (const State state : {State::Ok, State::Maintenance, State::Pending, State::Degraded, State::Down}) {
            ServiceStatus service;
            service.id = ServiceId(std::string(stateWord(state)));
            service.state = state;
            service.since = clock.now() - 1h;
            changes.services.push_back(service);
        }
        CheckStatus check;
        check.id = CheckId("ok/page");
        check.state = State::Ok;
        changes.checks.push_back(check);
        SourceStatus source;
        source.id = SourceId("prometheus");
        source.state = State::Ok;
        changes.sources.push_back(source);
        board.apply(changes);
        guard.guard(board);
    }

    void pass(int seconds, bool beats)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1s);
            if (beats)
                beat = clock.monotonic();
            guard.look();
        }
    }
    State stateOf(State before) const { return board.services.at(ServiceId(std::string(stateWord(before)))).state; }
};

} // namespace

/// The thread that judges ages hangs: somebody else must say so, before anything else.
class TestStallGuard final : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingWhileItMoves()
    {
        Desk desk;
        const Board before = desk.board;
        desk.pass(60, true);
        QVERIFY(!desk.board.station.blind);
        QVERIFY(desk.board.services == before.services);
    }

    void nothingReadsOkWhileItHangs()
    {
        Desk desk;
        desk.pass(10, true);
        const Instant lastMoved = desk.clock.now();
        desk.pass(4, false);
        QVERIFY(!desk.board.station.blind); // a long round is no stall
        desk.pass(2, false);
        QVERIFY(desk.board.station.blind);
        QCOMPARE(desk.board.station.blindSince, std::optional(lastMoved));
        QCOMPARE(desk.stateOf(State::Ok), State::Unknown);
        QCOMPARE(desk.stateOf(State::Pending), State::Unknown);
        QCOMPARE(desk.stateOf(State::Maintenance), State::Unknown);
        QCOMPARE(desk.stateOf(State::Degraded), State::Degraded); // UNKNOWN never hides it
        QCOMPARE(desk.stateOf(State::Down), State::Down);
        QCOMPARE(desk.board.checks.at(CheckId("ok/page")).state, State::Unknown);
        QCOMPARE(desk.board.sources.at(SourceId("prometheus")).state, State::Unknown);
        const QString said = words::crisis(desk.board, desk.clock.now(), QTimeZone::utc());
        QVERIFY2(said.startsWith(QStringLiteral("Monitoring stalled since ")), qPrintable(said));
    }

    void takesItBackWhenItMoves()
    {
        Desk desk;
        desk.pass(3, true);
        const Board before = desk.board;
        desk.pass(300, false);
        QVERIFY(desk.board.station.blind);
        desk.pass(1, true);
        QVERIFY(!desk.board.station.blind);
        QVERIFY(desk.board.services == before.services);
        QVERIFY(desk.board.checks == before.checks);
        QVERIFY(desk.board.sources == before.sources);
    }

    /// After a suspend both threads wake; the one that looks first must not accuse the other.
    void givesTimeToWakeAfterASleep()
    {
        Desk desk;
        desk.pass(3, true);
        desk.clock.advance(8h);
        desk.guard.look();
        QVERIFY(!desk.board.station.blind);
        desk.pass(2, true);
        QVERIFY(!desk.board.station.blind);
        desk.clock.advance(8h);
        desk.guard.look();
        desk.pass(6, false); // but it has to wake indeed
        QVERIFY(desk.board.station.blind);
        desk.clock.advance(8h);
        desk.guard.look(); // and another sleep makes nothing better
        QVERIFY(desk.board.station.blind);
        QCOMPARE(desk.stateOf(State::Ok), State::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestStallGuard)
#include "tst_stall_guard.moc"
