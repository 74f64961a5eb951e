// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/watch_bench.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

using Progress = ActionStatus::Progress;

/// One source with two alerts of one service.
class ShopBench : public WatchBench
{
public:
    ShopBench()
    {
        addSource("am");
        addService("Payments", "service=\"payments\"");
        stage.sources["am"].alerts = {makeAlert("am", "a1", "payments"), makeAlert("am", "a2", "payments")};
    }
    Stage::SourceScript &am() { return stage.sources["am"]; }
    void silence(const char *action = "x1", const char *comment = "planned work")
    {
        const SilenceWish wish{{SourceId("am")}, {Matcher::equal("service", "payments")}, comment, 2h};
        watch->silence(ActionId(action), wish, "ada");
        take();
    }
    void end(const char *action, const char *made)
    {
        watch->endSilence(ActionId(action), ActionId(made), "bob");
        take();
    }
    void restartProgram()
    {
        const std::vector<Event> journal = events;
        WatchBench::end();
        board = Board();
        start();
        watch->restore(journal);
        take();
    }
    std::vector<std::string> kinds() const
    {
        std::vector<std::string> kinds;
        for (const Event &event : events) {
            if (event.subject == "source/am" && event.kind.rfind("silence.", 0) == 0)
                kinds.push_back(event.kind);
        }
        return kinds;
    }
    bool areQuiet() const
    {
        return std::all_of(board.alerts.begin(), board.alerts.end(),
            [](const auto &entry) { return entry.second->handling.silenced && !entry.second->acknowledgement; });
    }
};

using Texts = std::vector<std::string>;

} // namespace

class TestWatchSilencing : public QObject
{
    Q_OBJECT

private slots:
    void isMadeShownAndJournalled()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.silence();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
        QCOMPARE(bench.action("x1").kind, ActionStatus::Kind::Silence);
        QCOMPARE(bench.action("x1").alerts.size(), std::size_t(2));
        bench.run(1s); // it is read again at once, not with the next turn
        QVERIFY(bench.areQuiet());
        QCOMPARE(bench.service("Payments").state, State::Down); // decision 4: quiet is not green
        QVERIFY(!bench.service("Payments").owned);              // and nobody has it
        QCOMPARE(bench.kinds(), (Texts{"silence.requested", "silence.created"}));
        const Event created = bench.eventsOf("source/am", "silence.created").front();
        QCOMPARE(created.author, std::string("ada"));
        for (const char *part : {"\"silence\":\"w1\"", "service=\\\"payments\\\"", "planned work", "\"until\""})
            QVERIFY2(created.payload.find(part) != std::string::npos, created.payload.c_str());
    }

    void waitsForTheJournal()
    {
        ShopBench bench;
        bench.start({.recordsFirst = true});
        bench.run(5s);
        bench.silence();
        QVERIFY(bench.am().log.empty());
        bench.watch->recorded(ActionId("x1"));
        bench.take();
        QCOMPARE(bench.am().log, Texts{"silence planned work"});
    }

    void aFailureIsSaid()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.am().silenceError = ErrorKind::Refused;
        bench.silence();
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QVERIFY(!bench.action("x1").reason.isEmpty());
        QCOMPARE(bench.kinds(), (Texts{"silence.requested", "silence.failed"}));
        bench.end("x2", "x1");
        QCOMPARE(bench.action("x2").progress, Progress::Failed); // there is nothing to end
    }

    void aWishWithoutACommentIsNeverSent()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.silence("x1", " ");
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QCOMPARE(bench.action("x1").reason.code(), std::string_view("silence_no_comment"));
        QVERIFY(bench.am().log.empty());
        QVERIFY(bench.kinds().empty());
    }

    void undoEndsIt()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.silence();
        bench.run(20s);
        bench.end("x2", "x1");
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QCOMPARE(bench.am().log.back(), std::string("end silence w1"));
        bench.run(1s);
        QVERIFY(!bench.areQuiet());
        QCOMPARE(bench.kinds(), (Texts{"silence.requested", "silence.created", "silence.end_requested", "silence.ended"}));
    }

    void undoWhileItIsOnItsWayEndsItThen()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.am().silencingHangs = true;
        bench.silence();
        QCOMPARE(bench.action("x1").progress, Progress::Pending);
        bench.end("x2", "x1");
        QCOMPARE(bench.action("x2").progress, Progress::Pending);
        bench.stage.release(bench.am().waiting);
        bench.take();
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QVERIFY(bench.am().wideSilences.empty());
        QCOMPARE(bench.kinds().back(), std::string("silence.ended"));
    }

    void anEndThatFailsLeavesItStanding()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.silence();
        bench.am().silenceError = ErrorKind::Timeout;
        bench.end("x2", "x1");
        QCOMPARE(bench.action("x2").progress, Progress::Failed);
        QCOMPARE(bench.kinds().back(), std::string("silence.end_failed"));
        bench.am().silenceError.reset();
        bench.end("x3", "x1");
        QCOMPARE(bench.action("x3").progress, Progress::Confirmed);
    }

    void whatWasNotFinishedIsTakenUpAfterARestart()
    {
        ShopBench bench;
        bench.start({.recordsFirst = true});
        bench.run(5s);
        bench.silence(); // the program ends before it was sent
        QVERIFY(bench.am().log.empty());
        bench.stage.clock.advance(10min);
        bench.restartProgram();
        bench.run(10s);
        QCOMPARE(bench.am().log, Texts{"silence planned work"});
        const Instant until = bench.am().wideSilences.begin()->second.until;
        QVERIFY(until < bench.stage.clock.now() + 2h); // no longer than was wished
        bench.restartProgram();
        bench.run(10s);
        QCOMPARE(bench.am().log.size(), std::size_t(1)); // what is settled stays settled
    }

    void whatWasTakenBackOnItsWayIsEndedAfterARestart()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.am().silencingHangs = true;
        bench.silence();
        bench.end("x2", "x1");
        const std::vector<Event> journal = bench.events; // the program was killed here
        bench.am().silencingHangs = false;
        bench.stage.release(bench.am().waiting);
        bench.am().log.clear();
        bench.events = journal;
        bench.restartProgram();
        bench.am().wideSilences["late"] = SilenceRequest{{}, "ada", "planned work", bench.stage.clock.now() + 2h};
        bench.run(10s);
        QVERIFY(bench.am().wideSilences.empty());
        QCOMPARE(bench.am().log, Texts{"end silence late"});
        QCOMPARE(bench.kinds().back(), std::string("silence.ended"));
        QCOMPARE(bench.eventsOf("source/am", "silence.ended").back().author, std::string("bob"));
    }

    void aWishThatCameTooLateIsDropped()
    {
        ShopBench bench;
        bench.start({.recordsFirst = true});
        bench.run(5s);
        bench.silence();
        bench.stage.clock.advance(3h);
        bench.restartProgram();
        bench.run(10s);
        QVERIFY(bench.am().log.empty());
        QCOMPARE(bench.kinds().back(), std::string("silence.failed"));
    }

    void aNewConfigurationForgetsNothing()
    {
        ShopBench bench;
        bench.start();
        bench.run(5s);
        bench.silence();
        bench.before = bench.watch->carryOver();
        bench.WatchBench::end();
        bench.start();
        bench.take();
        bench.end("x2", "x1");
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
    }
};

QTEST_GUILESS_MAIN(TestWatchSilencing)
#include "tst_watch_silencing.moc"
