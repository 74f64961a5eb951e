// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/payments_bench.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

using Progress = ActionStatus::Progress;

std::size_t countOf(const std::vector<std::string> &log, const std::string &what)
{
    return static_cast<std::size_t>(
        std::count_if(log.begin(), log.end(), [&](const std::string &line) { return line.compare(0, what.size(), what) == 0; }));
}

} // namespace

class TestWatchAcknowledging : public QObject
{
    Q_OBJECT

private slots:
    void isConfirmedShownAndJournalled()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        QVERIFY(!bench.service("Payments").owned);
        bench.acknowledge();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
        QCOMPARE(bench.am().log, std::vector<std::string>{"ack a1"});
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QVERIFY(bench.service("Payments").owned);
        QCOMPARE(bench.service("Payments").owner, std::string("ada"));
        QCOMPARE(bench.service("Payments").state, State::Down);
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.requested").size(), std::size_t(1));
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.confirmed").size(), std::size_t(1));
        QCOMPARE(bench.events.back().author, std::string("ada"));
    }

    void staysShownUntilTheSourceTellsItItself()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.am().hangs = true;
        bench.run(10s); // a poll that began before the acknowledgement ...
        bench.acknowledge();
        auto polls = std::exchange(bench.am().silences, {});
        bench.am().hangs = false;
        bench.stage.release(bench.am().waiting); // ... and does not know it yet
        bench.take();
        QVERIFY(bench.alert()->acknowledgement.has_value());
        bench.am().silences = polls;
        bench.run(30s);
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QVERIFY(bench.alert()->handling.silenced);
    }

    void isRenewedWhileTheAlertStands()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1h);
        QCOMPARE(countOf(bench.am().log, "ack "), std::size_t(1));
        const std::size_t renewals = countOf(bench.am().log, "renew a1 s1");
        QVERIFY(renewals >= 7 && renewals <= 8);
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QCOMPARE(bench.eventsOf("alert/am/a1", "silence.renewed").size(), renewals);
    }

    void endsWithTheAlert()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.am().alerts.clear();
        bench.run(30s);
        QVERIFY(bench.am().silences.count("a1") == 1); // it may only have blinked
        bench.run(3min);
        QVERIFY(bench.am().silences.empty());
        const auto ended = bench.eventsOf("alert/am/a1", "ack.ended");
        QCOMPARE(ended.size(), std::size_t(1));
        QVERIFY(ended[0].payload.find("resolved") != std::string::npos);
    }

    void endsOnUnacknowledge()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(20s);
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "bob");
        bench.take();
        QCOMPARE(bench.action("x2").progress, Progress::Confirmed);
        QCOMPARE(bench.am().log.back(), std::string("end a1 s1"));
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QVERIFY(!bench.service("Payments").owned);
        bench.run(1h);
        QCOMPARE(bench.am().log.size(), std::size_t(2));
    }

    void endsWhenItsTimeIsOver()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge("x1", 20min);
        QVERIFY(*bench.am().silences.at("a1").until <= bench.stage.clock.now() + 15min);
        bench.run(21min);
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QVERIFY(bench.eventsOf("alert/am/a1", "ack.ended")[0].payload.find("expired") != std::string::npos);
        bench.run(1h);
        QVERIFY(!bench.alert()->acknowledgement.has_value());
    }

    void survivesARestartOfTheProgram()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.restartProgram();
        bench.run(20min);
        QCOMPARE(countOf(bench.am().log, "ack "), std::size_t(1));
        QVERIFY(countOf(bench.am().log, "renew a1 s1") >= 1);
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void survivesARestartOfTheSource()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.am().error = ErrorKind::Refused;
        bench.run(1min);
        bench.am().error.reset();
        const auto alerts = std::exchange(bench.am().alerts, {});
        bench.run(1min); // it is back, but the alerts are not sent again yet
        bench.am().alerts = alerts;
        bench.run(30min);
        QCOMPARE(countOf(bench.am().log, "end"), std::size_t(0));
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void aFailureIsSaidAndNotKept()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.am().ackError = ErrorKind::Timeout;
        bench.acknowledge();
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QVERIFY(!bench.action("x1").reason.isEmpty());
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.failed").size(), std::size_t(1));
        bench.am().ackError.reset();
        bench.run(1h);
        QCOMPARE(bench.am().log.size(), std::size_t(1));
    }

    void aRenewalThatFailsIsTriedAgain()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(7min);
        bench.am().ackError = ErrorKind::Timeout;
        bench.run(2min);
        bench.am().ackError.reset();
        bench.run(1min);
        QVERIFY(bench.am().silences.at("a1").until > bench.stage.clock.now() + 13min);
        bench.run(1h);
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void anotherStationsIsAdopted()
    {
        PaymentsBench bench;
        const Instant now = bench.stage.clock.now();
        bench.am().silences["a1"] = Acknowledgement{"bob", "mine", now, now + 15min, SilenceId("b7"), true};
        bench.start();
        bench.run(9min);
        QVERIFY(bench.am().log.empty());
        bench.run(2min);
        QCOMPARE(bench.am().log, std::vector<std::string>{"renew a1 b7"});
        QCOMPARE(bench.am().silences.at("a1").person, std::string("bob"));
        bench.run(1h);
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QCOMPARE(bench.alert()->acknowledgement->person, std::string("bob"));
    }

    void aPlainSilenceIsNotAdopted()
    {
        PaymentsBench bench;
        const Instant now = bench.stage.clock.now();
        bench.am().silences["a1"] = Acknowledgement{"karma", "mine", now, now + 15min, SilenceId("k1"), false};
        bench.start();
        bench.run(1h);
        QVERIFY(bench.am().log.empty());
    }

    void whatSomebodyEndsElsewhereStaysEnded()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(2min);
        bench.am().endedElsewhere.insert(bench.am().silences.at("a1").silence.text());
        bench.am().silences.clear();
        bench.run(1h);
        QCOMPARE(countOf(bench.am().log, "ack "), std::size_t(1));
        QCOMPARE(countOf(bench.am().log, "renew "), std::size_t(1)); // asked why, and told
        QVERIFY(!bench.alert()->acknowledgement.has_value());
        QCOMPARE(bench.eventsOf("alert/am/a1", "ack.ended").size(), std::size_t(1));
        QVERIFY(bench.eventsOf("alert/am/a1", "ack.ended")[0].payload.find("elsewhere") != std::string::npos);
    }

    void whatTheSourceHasLostIsSentAgain()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(2min);
        const SilenceId lost = bench.am().silences.at("a1").silence;
        bench.am().silences.clear();
        bench.run(30s); // sooner than an Alertmanager tells anybody of the alert
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QVERIFY(bench.alert()->acknowledgement->silence != lost);
        const auto told = bench.eventsOf("alert/am/a1", "silence.created");
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told[0].payload.find(lost.text()) != std::string::npos);
        QVERIFY(bench.eventsOf("alert/am/a1", "ack.ended").empty());
        bench.restartProgram(); // the journal knows the new one
        bench.run(1h);
        QCOMPARE(countOf(bench.am().log, "ack "), std::size_t(1));
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void aClockThatJumpsEndsNothing_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::newRow("an hour on") << qint64(60);
        QTest::newRow("an hour back") << qint64(-60);
    }
    void aClockThatJumpsEndsNothing()
    {
        QFETCH(qint64, minutes);
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        bench.run(1min);
        bench.stage.clock.setNow(bench.stage.clock.now() + std::chrono::minutes(minutes));
        bench.am().silences.at("a1").until = bench.stage.clock.now() + 14min; // the server's clock did not jump
        bench.run(1h);
        QVERIFY(bench.alert()->acknowledgement.has_value());
        QCOMPARE(countOf(bench.am().log, "ack "), std::size_t(1));
        QCOMPARE(countOf(bench.am().log, "end"), std::size_t(0));
    }

    void anOwnCheckIsAcknowledgedInTheJournal()
    {
        PaymentsBench bench;
        bench.am().alerts.clear();
        bench.stage.checks["gateway"].outcome = Outcome::Failed;
        bench.start();
        bench.run(1min);
        QCOMPARE(bench.service("Payments").state, State::Down);
        bench.watch->acknowledge(ActionId("x1"), {}, {CheckId("Payments/gateway")}, "ada", "on it", 0s);
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
        QVERIFY(bench.check("Payments/gateway").acknowledgement->until.has_value());
        QVERIFY(bench.service("Payments").owned);
        bench.restartProgram();
        bench.run(1min);
        QVERIFY(bench.service("Payments").owned);
        bench.stage.checks["gateway"].outcome = Outcome::Good;
        bench.run(1min);
        QVERIFY(!bench.check("Payments/gateway").acknowledgement.has_value());
        QCOMPARE(bench.eventsOf("check/Payments/gateway", "ack.ended").size(), std::size_t(1));
    }

    void anAcknowledgedCheckExpires()
    {
        PaymentsBench bench;
        bench.am().alerts.clear();
        bench.stage.checks["gateway"].outcome = Outcome::Failed;
        bench.start();
        bench.run(1min);
        bench.watch->acknowledge(ActionId("x1"), {}, {CheckId("Payments/gateway")}, "ada", "on it", 10min);
        bench.run(9min);
        QVERIFY(bench.service("Payments").owned);
        bench.run(2min);
        QVERIFY(!bench.service("Payments").owned);
    }

    void anAlertThatCanOnlyBeReadIsAcknowledgedInTheJournal()
    {
        PaymentsBench bench;
        bench.am().alerts = {makeAlert("am", "a1", "payments", Severity::Critical, false)};
        bench.start();
        bench.run(5s);
        bench.acknowledge();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
        QVERIFY(bench.am().log.empty());
        bench.run(1h);
        QVERIFY(bench.service("Payments").owned);
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        QVERIFY(!bench.service("Payments").owned);
    }

    void whatCannotBeIsRefused()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(1min);
        bench.watch->acknowledge(
            ActionId("x1"), {{SourceId("am"), "nope"}}, {CheckId("Payments/gateway"), CheckId("no/such")}, "ada", "", 0s);
        bench.watch->unacknowledge(ActionId("x2"), {bench.key}, {}, "ada");
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Failed);
        QCOMPARE(bench.action("x2").progress, Progress::Failed);
        QVERIFY(bench.am().log.empty());
    }

    void oneOfTwoThatIsGoneDoesNotSpoilTheOther()
    {
        PaymentsBench bench;
        bench.start();
        bench.run(5s);
        bench.watch->acknowledge(ActionId("x1"), {{SourceId("am"), "nope"}, bench.key}, {}, "ada", "", 0s);
        bench.take();
        QCOMPARE(english(bench.action("x1").reason), std::string("1 of 2 failed (the alert is gone), the others worked"));
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void isSentOnlyAfterTheJournalHasIt()
    {
        PaymentsBench bench;
        bench.start({.onePass = false, .recordsFirst = true});
        bench.run(5s);
        bench.acknowledge();
        bench.run(10s);
        QVERIFY(bench.am().log.empty());
        QCOMPARE(bench.action("x1").progress, Progress::Pending);
        bench.watch->recorded(ActionId("x1"));
        bench.take();
        QCOMPARE(bench.am().log.size(), std::size_t(1));
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
    }

    void aCrashBetweenJournalAndSourceIsMadeGood()
    {
        PaymentsBench bench;
        bench.start({.onePass = false, .recordsFirst = true});
        bench.run(5s);
        bench.acknowledge();
        bench.restartProgram();
        bench.run(1min);
        QCOMPARE(bench.am().log, std::vector<std::string>{"ack a1"});
        QVERIFY(bench.alert()->acknowledgement.has_value());
    }

    void manyAtOnce()
    {
        PaymentsBench bench;
        bench.am().alerts.clear();
        std::vector<AlertKey> keys;
        for (int i = 0; i < 100; ++i) {
            bench.am().alerts.push_back(makeAlert("am", "m" + std::to_string(i), "payments"));
            keys.push_back(bench.am().alerts.back()->key);
        }
        bench.start();
        bench.run(5s);
        bench.watch->acknowledge(ActionId("x1"), keys, {}, "ada", "", 0s);
        bench.take();
        QCOMPARE(bench.action("x1").progress, Progress::Confirmed);
        QCOMPARE(bench.am().silences.size(), std::size_t(100));
        QVERIFY(bench.service("Payments").owned);
    }
};

QTEST_GUILESS_MAIN(TestWatchAcknowledging)
#include "tst_watch_acknowledging.moc"
