// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/payments_bench.h"

#include <QTest>

#include <QtGlobal>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

using Progress = ActionStatus::Progress;

constexpr Phrase kTrouble{"scripted_trouble", QT_TRANSLATE_NOOP("Phrase", "something is wrong with it")};
const std::string kSubject = "alert/am/a1";

/// An acknowledgement and what time, clocks and half-blind sources do to it.
class LastingBench : public PaymentsBench
{
public:
    std::size_t count(const std::string &what)
    {
        return static_cast<std::size_t>(std::count_if(
            am().log.begin(), am().log.end(), [&](const std::string &line) { return line.compare(0, what.size(), what) == 0; }));
    }
    bool hasEnded(const std::string &why) const
    {
        const std::vector<Event> ended = eventsOf(kSubject, "ack.ended");
        return ended.size() == 1 && ended[0].payload.find('"' + why + '"') != std::string::npos;
    }
    bool isAcknowledged() const { return alert()->acknowledgement.has_value(); }
    void startAnew(bool canAcknowledge = true)
    {
        auto again = std::make_shared<Alert>(*makeAlert("am", "a1", "payments", Severity::Critical, canAcknowledge));
        again->startsAt = stage.clock.now();
        am().alerts = {std::move(again)};
    }
    void reload()
    {
        before = watch->carryOver();
        end();
        start();
    }
    /// The program is away, and comes back with what its journal knew.
    void beAway(Duration duration, bool startsAnew)
    {
        const std::vector<Event> journal = events;
        end();
        stage.clock.advance(duration);
        if (startsAnew)
            startAnew(am().alerts.at(0)->actions.acknowledge);
        board = Board();
        start();
        watch->restore(journal);
    }
};

} // namespace

class TestWatchLastingAcks : public QObject
{
    Q_OBJECT

private slots:
    void whatRanOutIsNotSentAgain_data()
    {
        QTest::addColumn<bool>("startsAnew");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("the same occurrence") << false << QByteArray("lapsed");
        QTest::newRow("another one") << true << QByteArray("resolved");
    }
    void whatRanOutIsNotSentAgain()
    {
        QFETCH(bool, startsAnew);
        QFETCH(QByteArray, why);
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.beAway(60h, startsAnew);
        bench.run(5min);
        QCOMPARE(bench.count("ack") + bench.count("renew"), std::size_t(1));
        QVERIFY(!bench.isAcknowledged());
        QVERIFY(bench.hasEnded(why.toStdString()));
    }

    void whatRanOutDuringSleepIsNotSentAgain()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.stage.clock.advance(8h);
        bench.startAnew();
        bench.run(5min);
        QCOMPARE(bench.count("ack") + bench.count("renew"), std::size_t(1));
        QVERIFY(!bench.isAcknowledged());
        QVERIFY(bench.hasEnded("resolved"));
    }

    void anAlertThatOnlyBlinkedStaysAcknowledged()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.am().alerts.clear();
        bench.run(1min);
        bench.startAnew();
        bench.run(30min);
        QVERIFY(bench.isAcknowledged());
        bench.beAway(1min, false); // and the journal knows
        bench.run(30min);
        QVERIFY(bench.isAcknowledged());
    }

    void anAckOfTheJournalCoversNoOtherOccurrence()
    {
        LastingBench bench;
        bench.am().alerts = {makeAlert("am", "a1", "payments", Severity::Critical, false)};
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.beAway(8h, true);
        bench.run(1min);
        QVERIFY(!bench.isAcknowledged());
        QVERIFY(bench.hasEnded("resolved"));
    }

    void anOldWishIsGivenUp_data()
    {
        QTest::addColumn<bool>("startsAnew");
        QTest::addColumn<int>("minutes");
        QTest::newRow("its time is over") << false << 20;
        QTest::newRow("another occurrence") << true << 0;
    }
    void anOldWishIsGivenUp()
    {
        QFETCH(bool, startsAnew);
        QFETCH(int, minutes);
        LastingBench bench;
        bench.start({.onePass = false, .recordsFirst = true});
        bench.run(5s);
        bench.acknowledge("x1", std::chrono::minutes(minutes));
        bench.beAway(72h, startsAnew);
        bench.run(5min);
        QVERIFY(bench.am().log.empty());
        QCOMPARE(bench.eventsOf(kSubject, "ack.failed").size(), std::size_t(1));
    }

    void aRenewalSettlesNoWish()
    {
        LastingBench bench;
        bench.am().alerts.push_back(makeAlert("am", "a2", "payments"));
        bench.start();
        bench.run(5s);
        bench.am().holdsAcks = true;
        bench.watch->acknowledge(ActionId("x1"), {bench.key, {SourceId("am"), "a2"}}, {}, "ada", "", 0s);
        bench.take();
        std::vector<std::coroutine_handle<>> first{bench.am().acksWaiting.front()};
        bench.am().acksWaiting.erase(bench.am().acksWaiting.begin());
        bench.am().holdsAcks = false;
        bench.stage.release(first);
        bench.run(20min);
        QVERIFY(bench.count("renew") >= 1);
        QCOMPARE(bench.action("x1").progress, Progress::Pending); // the second alert is still open
        bench.stage.release(bench.am().acksWaiting);
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
    }

    void isLeftInPeaceBeforeItsWishedEnd()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge("x1", 20min);
        const int polls = bench.am().polls;
        bench.run(19min);
        QVERIFY(bench.isAcknowledged());
        QVERIFY(bench.count("renew") <= 2);
        QVERIFY(bench.am().polls - polls <= 120); // one each ten seconds, as ever
    }

    void clocksThatDifferLoseNothing_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("the source is ahead") << 12;
        QTest::newRow("the source is behind") << -12;
    }
    void clocksThatDifferLoseNothing()
    {
        QFETCH(int, minutes);
        LastingBench bench;
        bench.am().skew = std::chrono::minutes(minutes);
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        for (int i = 0; i < 12; ++i) {
            bench.run(5min);
            QVERIFY(bench.isAcknowledged());
        }
        const std::size_t renewals = bench.count("renew");
        QVERIFY2(renewals >= 7 && renewals <= 8, std::to_string(renewals).c_str());
        QCOMPARE(bench.count("ack"), std::size_t(1));
    }

    void adoptsByTheClockOfTheSource()
    {
        LastingBench bench;
        bench.am().skew = -12min;
        const Instant serverNow = bench.stage.clock.now() - 12min;
        bench.am().silences["a1"] = Acknowledgement{"bob", "mine", serverNow, serverNow + 15min, SilenceId("b7"), true};
        bench.start();
        bench.run(9min);
        QVERIFY(bench.am().log.empty());
        bench.run(2min);
        QCOMPARE(bench.am().log, std::vector<std::string>{"renew a1 b7"});
    }

    void anAdoptedOneEndsWhenItsPersonWished()
    {
        LastingBench bench;
        const Instant now = bench.stage.clock.now();
        bench.am().silences["a1"] = Acknowledgement{"bob", "mine", now, now + 15min, SilenceId("b7"), true, now + 40min};
        bench.start();
        bench.run(39min);
        QVERIFY(bench.isAcknowledged());
        QVERIFY(bench.count("renew a1 b7") >= 2);
        bench.run(2min);
        QVERIFY(!bench.isAcknowledged());
        QVERIFY(bench.hasEnded("expired"));
    }

    void aSourceThatDoubtsItselfEndsNothing()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.am().troubles = {Reason(kTrouble)};
        bench.am().alerts.clear();
        bench.run(10min);
        QCOMPARE(bench.count("end"), std::size_t(0));
        QVERIFY(bench.eventsOf(kSubject, "ack.ended").empty());
        bench.am().troubles.clear();
        bench.run(3min);
        QVERIFY(bench.hasEnded("resolved"));
        QCOMPARE(bench.am().log.back(), std::string("endown a1 s1")); // whoever else has it keeps it
    }

    void anAlertThatAFilterHidesIsNotGone()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.am().hidden = {"a1"};
        bench.run(30min);
        QVERIFY(bench.count("renew") >= 3);
        QVERIFY(bench.eventsOf(kSubject, "ack.ended").empty());
        bench.am().hidden.clear();
        bench.run(20s);
        QVERIFY(bench.isAcknowledged());
    }

    void anAckThatFailsLeavesTheStandingOne()
    {
        LastingBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge("x1");
        bench.run(20s);
        bench.am().ackError = ErrorKind::Timeout;
        bench.acknowledge("x2");
        QCOMPARE(bench.action("x2").progress, Progress::Failed);
        bench.am().ackError.reset();
        bench.run(30min);
        QVERIFY(bench.isAcknowledged());
        QVERIFY(bench.count("renew a1 s1") >= 3);
        bench.beAway(1min, false);
        bench.run(30min);
        QVERIFY(bench.isAcknowledged());
    }

    void aWishForASourceThatIsNoMoreFails()
    {
        LastingBench bench;
        bench.start({.onePass = false, .recordsFirst = true});
        bench.run(5s);
        bench.acknowledge();
        bench.config.sources.clear();
        bench.reload();
        bench.run(5s);
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
    }

    void thousandsOfASourceThatIsNoMoreEndTogether()
    {
        constexpr std::size_t kMany = 20'000;
        LastingBench bench;
        bench.start();
        std::vector<Event> journal;
        for (std::size_t i = 0; i < kMany; ++i) {
            KeptAck ack;
            ack.alert = AlertKey{SourceId("old"), std::to_string(i)};
            ack.person = "ada";
            ack.until = bench.stage.clock.now() - 1h;
            ack.silence = SilenceId("s" + std::to_string(i));
            ack.silenceUntil = ack.until;
            Event event;
            event.id = EventId("e" + std::to_string(i));
            event.subject = ack.subject();
            event.kind = "ack.confirmed";
            event.payload = ackPayload(ack, true);
            journal.push_back(std::move(event));
        }
        bench.watch->restore(journal);
        bench.run(5s);
        QCOMPARE(static_cast<std::size_t>(std::count_if(
                     bench.events.begin(), bench.events.end(), [](const Event &event) { return event.kind == "ack.ended"; })),
            kMany);
    }
};

QTEST_GUILESS_MAIN(TestWatchLastingAcks)
#include "tst_watch_lasting_acks.moc"
