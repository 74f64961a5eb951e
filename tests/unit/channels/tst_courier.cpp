// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/courier_station.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kBusy{"test_busy", "busy"};
constexpr Phrase kNever{"test_never", "never"};

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void aMessageIsWrittenDownBeforeItLeaves();
    void whatIsAskedTwiceIsSentOnce();
    void whatFailsIsTriedAgainLaterAndLater();
    void aPlaceSaysWhenToComeAgain();
    void whatIsRefusedForGoodIsNotTriedAgain();
    void anOpenOutcomeMarksTheNextAttempt();
    void whatACrashBrokeOffIsSentAgainAndMarked();
    void whatWasTakenBeforeACrashIsNotSentAgain();
    void aStormBecomesFewMessages();
    void noiseHoldsNothingCriticalUp();
    void aDrillLeavesNothing();
    void aFullDiskHoldsNothingUp();
    void aProgramBesideSendsNothing();
    void nothingIsBuiltOnWhatIsNotWrittenYet();
    void aDayOfFailuresIsEnough();
    void whatComesTooLateIsNotSent();
    void aChannelThatIsGoneIsNamed();
    void aClockThatIsSetBackHoldsNothingUp();
    void itAsksWhatHasBecomeOfAMessage();
    void secretsStayOutOfJournalAndMessage();
};

void TestCourier::aMessageIsWrittenDownBeforeItLeaves()
{
    Station station;
    station.script.holds = true;
    station.live();
    station.ask({message("a")});
    QCOMPARE(station.script.given.size(), std::size_t(1));
    QCOMPARE(station.journal.size(), std::size_t(2));
    QCOMPARE(station.journal[0].kind, std::string("message.asked"));
    QCOMPARE(station.journal[1].kind, std::string("message.sending"));
    QCOMPARE(station.told("a").state, DeliveryState::Underway);
    station.script.release();
    station.run();
    QCOMPARE(station.told("a").state, DeliveryState::Accepted);
    QCOMPARE(station.told("a").receipt, std::string("r1"));
}

void TestCourier::whatIsAskedTwiceIsSentOnce()
{
    Station station;
    station.live();
    station.ask({message("a"), message("a")});
    station.ask({message("a")});
    station.live();
    station.ask({message("a")});
    QCOMPARE(station.script.given.size(), std::size_t(1));
}

void TestCourier::whatFailsIsTriedAgainLaterAndLater()
{
    Station station;
    station.live();
    for (int i = 0; i < 4; ++i)
        station.script.answers.push_back(tl::unexpected(refusedBecause(kBusy)));
    station.ask({message("a")});
    QCOMPARE(station.told("a").state, DeliveryState::Waiting);
    QCOMPARE(station.told("a").problem.code(), std::string_view("test_busy"));
    std::vector<int> seconds;
    for (int second = 0; second < 400 && station.script.given.size() < 5; ++second) {
        const std::size_t before = station.script.given.size();
        station.wait(1s);
        if (station.script.given.size() != before)
            seconds.push_back(second);
    }
    QCOMPARE(station.told("a").state, DeliveryState::Accepted);
    QCOMPARE(station.told("a").attempts, 5);
    QVERIFY(!station.script.given.back().message.mayBeRepeat());
    QCOMPARE(seconds.size(), std::size_t(4));
    for (std::size_t i = 2; i < seconds.size(); ++i)
        QVERIFY(seconds[i] - seconds[i - 1] > 2 * (seconds[i - 1] - seconds[i - 2]));
}

void TestCourier::aPlaceSaysWhenToComeAgain()
{
    Station station;
    station.live();
    SendFailure later = refusedBecause(kBusy);
    later.retryAfter = 90s;
    station.script.answers.push_back(tl::unexpected(later));
    station.ask({message("a")});
    station.wait(88s);
    QCOMPARE(station.script.given.size(), std::size_t(1));
    station.wait(3s);
    QCOMPARE(station.script.given.size(), std::size_t(2));
}

void TestCourier::whatIsRefusedForGoodIsNotTriedAgain()
{
    Station station;
    station.live();
    station.script.answers.push_back(tl::unexpected(refusedBecause(kNever, true)));
    station.ask({message("a")});
    station.wait(10min);
    QCOMPARE(station.script.given.size(), std::size_t(1));
    QCOMPARE(station.told("a").state, DeliveryState::Failed);
    QCOMPARE(english(station.told("a").problem), std::string("never"));
    station.live(); // the journal keeps it
    station.wait(1min);
    QCOMPARE(station.script.given.size(), std::size_t(1));
    QCOMPARE(english(station.told("a").problem), std::string("never"));
}

void TestCourier::anOpenOutcomeMarksTheNextAttempt()
{
    Station station;
    station.live();
    station.script.answers.push_back(tl::unexpected(refusedBecause(kBusy, false, true)));
    station.ask({message("a")});
    station.wait(10s);
    QCOMPARE(station.script.titles(), (std::vector<std::string>{"title a", "[possible repeat] title a"}));
}

void TestCourier::whatACrashBrokeOffIsSentAgainAndMarked()
{
    Station station;
    station.script.holds = true;
    station.live();
    station.ask({message("a")});
    const std::vector<Event> asItWas = station.journal;
    station.live();
    station.journal = asItWas; // what the program that died would have written is not there
    station.run();
    QCOMPARE(station.script.titles(), (std::vector<std::string>{"title a", "[possible repeat] title a"}));
}

void TestCourier::whatWasTakenBeforeACrashIsNotSentAgain()
{
    Station station;
    station.live();
    station.ask({message("a")});
    station.live();
    station.wait(10s);
    QCOMPARE(station.script.given.size(), std::size_t(1));
}

void TestCourier::aStormBecomesFewMessages()
{
    Station station;
    station.live();
    std::vector<Notification> storm;
    for (int i = 100; i < 300; ++i)
        storm.push_back(message(std::to_string(i)));
    station.ask(storm);
    QCOMPARE(station.script.given.size(), std::size_t(6));
    QCOMPARE(station.script.given.back().message.title(), std::string("195 messages"));
    QVERIFY(station.script.given.back().message.text().find("title 105: text of 105\n") != std::string::npos);
    QCOMPARE(station.told("250").state, DeliveryState::Bundled);
    station.ask({message("x"), message("y")});
    station.wait(30s);
    QCOMPARE(station.script.given.size(), std::size_t(6)); // not more than so many in a minute
    station.wait(40s);
    QCOMPARE(station.script.given.size(), std::size_t(8));
}

void TestCourier::noiseHoldsNothingCriticalUp()
{
    Station station;
    station.live();
    std::vector<Notification> noise;
    for (int i = 100; i < 120; ++i)
        noise.push_back(message(std::to_string(i), Urgency::Low));
    station.ask(noise);
    station.ask({message("fire", Urgency::Critical)});
    QCOMPARE(station.script.given.back().message.title(), std::string("title fire"));
}

void TestCourier::aDrillLeavesNothing()
{
    Station station;
    station.live();
    Notification drill = message("a");
    drill.drill = true;
    station.ask({drill});
    station.wait(10min);
    QVERIFY(station.script.given.empty());
    QCOMPARE(station.told("a").state, DeliveryState::Rehearsed);
    QVERIFY(station.journal.front().drill);
    station.live();
    station.wait(1min);
    QVERIFY(station.script.given.empty());
    QVERIFY(!OutgoingMessage::of(drill, false));
}

void TestCourier::aFullDiskHoldsNothingUp()
{
    Station station;
    station.live();
    station.diskIsFull = true;
    station.ask({message("a")});
    QCOMPARE(station.script.given.size(), std::size_t(1));
    station.wait(1min);
    QCOMPARE(station.script.given.size(), std::size_t(1));
    QCOMPARE(station.told("a").state, DeliveryState::Accepted);
}

void TestCourier::aProgramBesideSendsNothing()
{
    Station station;
    station.script.holds = true;
    station.live();
    station.ask({message("a")});
    Station beside;
    beside.clock.setNow(station.clock.now());
    beside.journal = station.journal;
    beside.live(false);
    beside.ask({message("b")});
    beside.wait(1min);
    QVERIFY(beside.script.given.empty());
    QCOMPARE(beside.told("a").state, DeliveryState::Underway);
    QCOMPARE(beside.told("b").state, DeliveryState::Failed);
    QCOMPARE(beside.told("b").problem.code(), std::string_view("delivery_elsewhere"));
    beside.courier->takeOver(beside.journal); // the other has gone
    beside.run();
    QCOMPARE(beside.script.titles(), std::vector<std::string>{"[possible repeat] title a"});
    theScript() = &station.script;
}

void TestCourier::nothingIsBuiltOnWhatIsNotWrittenYet()
{
    Station station;
    station.live();
    station.diskIsSlow = true;
    std::vector<Notification> storm;
    for (int i = 100; i < 120; ++i)
        storm.push_back(message(std::to_string(i)));
    station.ask(storm);
    station.ask({message("100")});
    station.wait(10s);
    QVERIFY(station.script.given.empty()); // it is not on disk that they were asked for
    station.finishWrites();
    station.ask({message("z")}); // something else happens while attempts and the bundle are being written down
    station.wait(10s);
    QVERIFY(station.script.given.empty());
    for (int i = 0; i < 8; ++i)
        station.finishWrites();
    std::set<std::string> titles;
    for (const std::string &title : station.script.titles())
        titles.insert(title);
    QCOMPARE(titles.size(), station.script.given.size());
    QCOMPARE(station.script.given.size(), std::size_t(6));
    QCOMPARE(station.told("119").state, DeliveryState::Bundled);
}

void TestCourier::aDayOfFailuresIsEnough()
{
    Station station;
    station.live();
    for (int i = 0; i < 1'000; ++i)
        station.script.answers.push_back(tl::unexpected(refusedBecause(kBusy)));
    station.ask({message("a")});
    for (int minute = 0; minute < 23 * 60; ++minute) {
        station.clock.advance(1min);
        station.run();
    }
    QCOMPARE(station.told("a").state, DeliveryState::Waiting);
    for (int minute = 0; minute < 2 * 60; ++minute) {
        station.clock.advance(1min);
        station.run();
    }
    QCOMPARE(station.told("a").state, DeliveryState::Failed);
}

void TestCourier::whatComesTooLateIsNotSent()
{
    Station station;
    station.live();
    Notification brief = message("a");
    brief.until = station.clock.now() + 20s;
    for (int i = 0; i < 9; ++i)
        station.script.answers.push_back(tl::unexpected(refusedBecause(kBusy)));
    station.ask({brief});
    station.wait(2min);
    QCOMPARE(station.told("a").state, DeliveryState::Failed);
    QCOMPARE(station.told("a").problem.code(), std::string_view("delivery_expired"));
    QVERIFY(station.script.given.size() < 4);
}

void TestCourier::aChannelThatIsGoneIsNamed()
{
    Station station;
    station.live();
    station.ask({message("a", Urgency::High, "pager")});
    QCOMPARE(station.told("a").state, DeliveryState::Failed);
    QCOMPARE(english(station.told("a").problem), std::string("There is no channel pager in the configuration"));
}

void TestCourier::aClockThatIsSetBackHoldsNothingUp()
{
    Station station;
    station.live();
    station.script.answers.push_back(tl::unexpected(refusedBecause(kBusy)));
    station.ask({message("a")});
    station.clock.setNow(station.clock.now() - 72h);
    station.wait(10s);
    QCOMPARE(station.script.given.size(), std::size_t(2));
}

void TestCourier::itAsksWhatHasBecomeOfAMessage()
{
    Station station;
    station.script.arrivals = {Arrival::Underway, Arrival::Arrived};
    station.live();
    station.ask({message("a")});
    QCOMPARE(station.told("a").state, DeliveryState::Accepted);
    station.wait(10s);
    QCOMPARE(station.told("a").state, DeliveryState::Arrived);

    station.script.arrivals = {Arrival::Lost};
    station.ask({message("b")});
    station.wait(10s);
    QCOMPARE(station.told("b").state, DeliveryState::Failed);
    QCOMPARE(station.told("b").problem.code(), std::string_view("delivery_lost"));
}

void TestCourier::secretsStayOutOfJournalAndMessage()
{
    Station station;
    station.live();
    Notification leaky = message("a");
    leaky.text = "the password is hunter2";
    static constexpr Phrase kLeak{"test_leak", "refused hunter2"};
    station.script.answers.push_back(tl::unexpected(refusedBecause(kLeak)));
    station.ask({leaky});
    QCOMPARE(station.script.given.front().message.text(), std::string("the password is ***"));
    QCOMPARE(english(station.told("a").problem), std::string("refused ***"));
    for (const Event &event : station.journal)
        QVERIFY(event.payload.find("hunter2") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
