// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/payments_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

using Progress = ActionStatus::Progress;

} // namespace

/// People who do not wait: wishes about one alert while another is on its way, or while the journal is still being read.
class TestWatchOverlappingWishes : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWishedMeanwhileWaitsForItsTurn()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.am().holdsAcks = true;
        bench.acknowledge("x1");
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        QCOMPARE(bench.am().log, std::vector<std::string>{"ack a1"}); // its end would find nothing to end
        bench.am().holdsAcks = false;
        bench.stage.release(bench.am().acksWaiting);
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QVERIFY(bench.am().silences.empty());
        bench.run(1h);
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QCOMPARE(bench.am().log.size(), std::size_t(2));
    }

    void anAckDuringAnUndoIsNotLostWithIt()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge("x1");
        bench.run(20s);
        bench.am().holdsAcks = true;
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.acknowledge("x3");
        QCOMPARE(bench.action("x3").progress, Progress::Pending);
        bench.am().holdsAcks = false;
        bench.stage.release(bench.am().acksWaiting);
        bench.take();
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QCOMPARE(bench.action("x3").progress, Progress::Confirmed);
        QVERIFY(bench.am().silences.count("a1") == 1);
        QCOMPARE(foldAcknowledgements(bench.events).at("alert/am/a1").action, ActionId("x3"));
        bench.run(1h);
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void theSecondOfTwoAcksStands()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.am().holdsAcks = true;
        bench.acknowledge("x1");
        bench.acknowledge("x2");
        bench.am().holdsAcks = false;
        bench.stage.release(bench.am().acksWaiting);
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QCOMPARE(bench.am().log, (std::vector<std::string>{"ack a1", "renew a1 s1"}));
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.confirmed").size(), std::size_t(1));
    }

    void aJournalThatIsReadLateUndoesNothing()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        const std::vector<Event> before = bench.events;
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        bench.acknowledge("x3");
        bench.watch->restore(before);
        bench.take();
        QCOMPARE(bench.action("x3").progress, Progress::Confirmed);
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void aJournalThatIsReadLateDoesNotUndoAgain()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.am().holdsAcks = true;
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        const std::vector<Event> before = bench.events; // its end is asked for, and not confirmed
        bench.am().holdsAcks = false;
        bench.stage.release(bench.am().acksWaiting);
        bench.take();
        bench.watch->restore(before);
        bench.run(1h);
        QCOMPARE(bench.am().log, (std::vector<std::string>{"ack a1", "end a1 s1"}));
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.ended").size(), std::size_t(1));
    }

    void anUndoFromBeforeARestartIsTriedUntilItIsDone()
    {
        PaymentsBench bench;
        bench.start({.onePass = false, .recordsFirst = true});
        bench.run(5s);
        bench.acknowledge();
        bench.watch->recorded(ActionId("x1"));
        bench.run(20s);
        QVERIFY(bench.am().silences.count("a1") == 1);
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        bench.am().ackError = ErrorKind::Refused; // the source is away when the station comes back
        bench.restartProgram();
        bench.run(2min);
        QVERIFY(bench.am().silences.count("a1") == 1);
        bench.am().ackError.reset();
        bench.run(1min);
        QVERIFY(bench.am().silences.empty());
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.ended").size(), std::size_t(1));
        QVERIFY(bench.eventsOf("alert/am/a1", "ack.undo_failed").empty());
    }

    void anAdoptedOneThatIsOursEndsWhenAPersonWishedIt()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge("x1", 20min);
        bench.run(3min);
        const std::vector<Event> journal = bench.events;
        bench.end();
        bench.stage.clock.advance(8min);
        bench.start();
        bench.run(20s); // the silence has less than five minutes left: it is adopted
        bench.watch->restore(journal);
        bench.run(15min);
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QVERIFY(bench.eventsOf("alert/am/a1", "ack.ended").at(0).payload.find("expired") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestWatchOverlappingWishes)
#include "tst_watch_overlapping_wishes.moc"
