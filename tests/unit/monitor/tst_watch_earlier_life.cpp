// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/payments_bench.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

using Progress = ActionStatus::Progress;

const std::string kSubject = "alert/am/a1";

/// A station that was killed while requests of it were under way: they arrive when its next life has begun.
class EarlierLifeBench : public PaymentsBench
{
public:
    EarlierLifeBench() { start({.onePass = false, .recordsFirst = true}); }

    void unacknowledge(const char *action)
    {
        watch->unacknowledge(ActionId(action), {key}, {}, "ada");
        take();
    }
    /// The silence that the killed life had asked for comes into being.
    void arrive()
    {
        const Instant now = stage.clock.now();
        am().silences["a1"] = Acknowledgement{"ada", "looking", now, now + 15min, SilenceId("late"), true};
    }
    bool isQuiet() { return am().silences.count("a1") > 0; }
    std::size_t sent(const std::string &what)
    {
        return static_cast<std::size_t>(
            std::count_if(am().log.begin(), am().log.end(), [&](const std::string &line) { return line.rfind(what, 0) == 0; }));
    }
    std::size_t told(const char *kind) const { return eventsOf(kSubject, kind).size(); }
};

} // namespace

class TestWatchEarlierLife : public QObject
{
    Q_OBJECT

private slots:
    void aWishThatMayBeUnderWayIsNotSentTwice()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        bench.acknowledge();
        bench.restartProgram();
        bench.run(1s);
        bench.watch->refreshNow();
        bench.run(1s);
        QVERIFY(bench.am().log.empty());
        bench.arrive();
        bench.watch->refreshNow();
        bench.run(2s);
        QVERIFY(bench.am().log.empty());
        QCOMPARE(bench.told("ack.confirmed"), std::size_t(1));
        QVERIFY(bench.alert()->acknowledgement);
    }

    void aWishThatNeverArrivedIsSent()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        bench.acknowledge();
        bench.restartProgram();
        bench.run(1min);
        QCOMPARE(bench.am().log, std::vector<std::string>{"ack a1"});
        QVERIFY(bench.alert()->acknowledgement);
    }

    void whoAsksAgainWaitsForWhatIsUnderWay()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        bench.acknowledge("x1");
        bench.restartProgram();
        bench.run(1s);
        bench.acknowledge("x2");
        bench.run(1s);
        QVERIFY(bench.am().log.empty());
        QCOMPARE(bench.action("x2").progress, Progress::Pending);
        bench.run(10s);
        QCOMPARE(bench.sent("ack a1"), std::size_t(1));
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
    }

    void whatArrivesAfterItsEndIsEndedToo()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        bench.acknowledge("x1");
        bench.unacknowledge("x2");
        bench.restartProgram();
        bench.run(2s);
        QCOMPARE(bench.sent("end a1"), std::size_t(1));
        QCOMPARE(bench.told("ack.ended"), std::size_t(0)); // nobody knows yet
        bench.arrive();
        bench.run(10s);
        QVERIFY(!bench.isQuiet());
        QCOMPARE(bench.told("ack.ended"), std::size_t(1));
    }

    void whatIsTakenBackAtOnceAfterAStartStaysEnded()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        bench.acknowledge("x1");
        bench.restartProgram();
        bench.run(1s);
        bench.unacknowledge("x2");
        bench.run(1s);
        QCOMPARE(bench.action("x2").progress, Progress::Pending);
        bench.arrive();
        bench.run(10s);
        QVERIFY(!bench.isQuiet());
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QCOMPARE(bench.told("ack.ended"), std::size_t(1));
    }

    void aSilenceThatMayBeUnderWayIsNotSentTwice()
    {
        EarlierLifeBench bench;
        bench.run(5s);
        SilenceWish wish;
        wish.sources = {SourceId("am")};
        wish.matchers = {Matcher::equal("service", "payments")};
        wish.comment = "looking";
        wish.lasting = 1h;
        bench.watch->silence(ActionId("x1"), wish, "ada");
        bench.take();
        bench.restartProgram();
        bench.run(4s);
        QVERIFY(bench.am().log.empty());
        bench.run(4s);
        QCOMPARE(bench.am().log, std::vector<std::string>{"silence looking"});
    }
};

QTEST_GUILESS_MAIN(TestWatchEarlierLife)
#include "tst_watch_earlier_life.moc"
