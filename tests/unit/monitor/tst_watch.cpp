// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/watch_bench.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

Result<std::vector<Series>> oneSeries(double value, Instant at)
{
    return std::vector<Series>{Series{{}, {Sample{at, value}}}};
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithAWholeBoardInTheConfiguredOrder()
    {
        WatchBench bench;
        bench.config.currency = "EUR";
        for (const char *name : {"Storefront", "Search", "Cart", "Apples"})
            bench.addCheck(bench.addService(name), "page");
        bench.start();
        QCOMPARE(bench.board.shop, std::string("Example Shop"));
        QCOMPARE(bench.board.currency, std::string("EUR"));
        QCOMPARE(bench.board.serviceOrder.size(), std::size_t(4));
        QCOMPARE(bench.board.serviceOrder.front().text(), std::string("Storefront"));
        QCOMPARE(bench.board.serviceOrder.back().text(), std::string("Apples"));
        QCOMPARE(bench.service("Cart").state, State::Pending);
        QCOMPARE(bench.check("Cart/page").state, State::Pending);
        bench.run(2s);
        QCOMPARE(bench.board.overall(), State::Ok);
        QCOMPARE(bench.service("Cart").latency, std::optional(Duration(42)));
    }

    void anOutageIsSeenAndItsEnd()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Cart"), "page", 10s);
        bench.start();
        bench.run(1min);
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.run(20s);
        QCOMPARE(bench.service("Cart").state, State::Ok);
        bench.run(11s);
        QCOMPARE(bench.service("Cart").state, State::Down);
        QCOMPARE(bench.service("Cart").since, bench.check("Cart/page").since);
        bench.stage.checks["page"].outcome = Outcome::Good;
        bench.run(21s);
        QCOMPARE(bench.service("Cart").state, State::Ok);
        const auto changes = bench.eventsOf("service/Cart", "state.changed");
        QCOMPARE(changes.size(), std::size_t(3)); // pending -> ok -> down -> ok
        QVERIFY(changes[1].payload.find(R"("to":"down")") != std::string::npos);
        QCOMPARE(bench.eventsOf("check/Cart/page", "state.changed").size(), std::size_t(2));
        QVERIFY(bench.samples.size() > 10);
        QCOMPARE(bench.samples.back().totalUs, 42'000u);
        QCOMPARE(bench.samples.back().state, State::Ok);
    }

    void aCheckThatHangsGoesStaleAndStopsNobody()
    {
        WatchBench bench;
        ServiceConfig &service = bench.addService("Cart");
        bench.addCheck(service, "hanging", 10s);
        bench.addCheck(service, "sound", 10s);
        bench.start();
        bench.run(1min);
        bench.stage.checks["hanging"].hangs = true;
        bench.run(45s);
        QCOMPARE(bench.check("Cart/hanging").state, State::Unknown);
        QVERIFY(english(bench.check("Cart/hanging").reason).find("30s") != std::string::npos);
        QCOMPARE(bench.check("Cart/sound").state, State::Ok);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        QCOMPARE(bench.stage.checks["hanging"].mostAtOnce, 1);
        bench.stage.checks["hanging"].hangs = false;
        bench.stage.release(bench.stage.checks["hanging"].waiting);
        bench.run(1s);
        QCOMPARE(bench.service("Cart").state, State::Ok);
    }

    void unknownNeverHidesDown()
    {
        WatchBench bench;
        ServiceConfig &service = bench.addService("Cart");
        bench.addCheck(service, "vague", 10s);
        bench.addCheck(service, "broken", 10s);
        bench.stage.checks["vague"].outcome = Outcome::Unproven;
        bench.stage.checks["broken"].outcome = Outcome::Failed;
        bench.start();
        bench.run(1min);
        QCOMPARE(bench.service("Cart").state, State::Down);
        QCOMPARE(bench.board.overall(), State::Down);
    }

    void maintenanceComesAndGoesByTheCalendar()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Search"), "page", 10s);
        bench.addCheck(bench.addService("Cart"), "cart", 10s);
        const Instant start = bench.stage.clock.now() + 5min;
        bench.config.maintenance = {{{"Search"}, start, 10min, "index rebuild"}};
        bench.start();
        bench.run(5min - 1s);
        QCOMPARE(bench.service("Search").state, State::Ok);
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.run(2s);
        QCOMPARE(bench.service("Search").state, State::Maintenance);
        QCOMPARE(bench.service("Search").maintenanceReason, std::string("index rebuild"));
        QCOMPARE(bench.service("Search").since, start);
        QCOMPARE(bench.service("Cart").state, State::Ok);
        const std::size_t looks = bench.stage.checks["page"].begun.size();
        bench.run(9min);
        QVERIFY(bench.stage.checks["page"].begun.size() > looks + 50);
        QCOMPARE(bench.service("Search").state, State::Maintenance);
        bench.run(1min + 2s);
        QCOMPARE(bench.service("Search").state, State::Down);
        QVERIFY(bench.service("Search").since >= start + 10min);
    }

    void aCalendarThatJumpsMovesMaintenanceAndNothingElse()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Search"), "page", 10s);
        bench.config.maintenance = {{{}, bench.stage.clock.now() + 1h, 10min, "later"}};
        bench.start();
        bench.run(1min);
        bench.stage.clock.setNow(bench.stage.clock.now() + 61min);
        bench.run(2s);
        QCOMPARE(bench.service("Search").state, State::Maintenance);
        bench.stage.clock.setNow(bench.stage.clock.now() - 24h);
        const std::size_t looks = bench.stage.checks["page"].begun.size();
        bench.run(1min);
        QCOMPARE(bench.service("Search").state, State::Ok);
        QCOMPARE(bench.stage.checks["page"].begun.size(), looks + 6);
        QVERIFY(bench.eventsOf("check/Search/page", "state.changed").size() <= 2);
    }

    void blindIsNotDown_data()
    {
        QTest::addColumn<int>("failureThreshold");
        QTest::newRow("at once") << 1;
        QTest::newRow("after three") << 3;
    }
    void blindIsNotDown()
    {
        QFETCH(int, failureThreshold);
        WatchBench bench;
        bench.config.beacons = {"192.0.2.1:443", "198.51.100.1:443"};
        ServiceConfig &shop = bench.addService("Shop");
        for (int i = 0; i < 300; ++i)
            bench.addCheck(shop, "remote" + std::to_string(i), 10s).policy.failureThreshold = failureThreshold;
        bench.addCheck(bench.addService("Here"), "local", 10s, "http://127.0.0.1:8080/").policy.failureThreshold
            = failureThreshold;
        bench.start();
        bench.run(30s);
        QVERIFY(!bench.board.station.blind);
        bench.stage.beaconsAnswer = false;
        for (int i = 0; i < 300; ++i)
            bench.stage.checks["remote" + std::to_string(i)].outcome = Outcome::Failed;
        bench.stage.checks["local"].outcome = Outcome::Failed;
        bench.run(1min);
        QVERIFY(bench.board.station.blind);
        QVERIFY(bench.board.station.blindSince.has_value());
        QCOMPARE(bench.service("Shop").state, State::Unknown);
        QCOMPARE(bench.service("Here").state, State::Down); // our own machine proves itself
        const auto wentDown = std::count_if(bench.events.begin(), bench.events.end(), [](const Event &event) {
            return event.subject.find("remote") != std::string::npos && event.payload.find(R"("to":"down")") != std::string::npos;
        });
        QCOMPARE(wentDown, std::ptrdiff_t(0));
        bench.stage.beaconsAnswer = true;
        for (int i = 0; i < 300; ++i)
            bench.stage.checks["remote" + std::to_string(i)].outcome = Outcome::Good;
        bench.run(30s);
        QVERIFY(!bench.board.station.blind);
        QCOMPARE(bench.service("Shop").state, State::Ok);
    }

    void aSightedStationSaysDownWithoutDelay()
    {
        WatchBench bench;
        bench.config.beacons = {"192.0.2.1:443"};
        bench.addCheck(bench.addService("Shop"), "page", 10s);
        bench.start();
        bench.run(30s);
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.run(31s);
        QCOMPARE(bench.service("Shop").state, State::Down);
    }

    void onePass()
    {
        WatchBench bench;
        bench.addSource("am");
        ServiceConfig &service = bench.addService("Cart", "service=\"cart\"");
        bench.addCheck(service, "page");
        bench.addCheck(service, "slow");
        service.metrics.push_back(MetricConfig{"orders", "am", "orders_total", "/min", true, 10s});
        bench.stage.sources["am"].answers.emplace("orders_total", oneSeries(124, bench.stage.clock.now()));
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.stage.checks["slow"].hangs = true;
        bench.start({.onePass = true});
        bench.step();
        QVERIFY(!bench.watch->passComplete());
        bench.stage.checks["slow"].hangs = false;
        bench.stage.release(bench.stage.checks["slow"].waiting);
        bench.step();
        QVERIFY(bench.watch->passComplete());
        QCOMPARE(bench.check("Cart/page").state, State::Down);
        QCOMPARE(bench.check("Cart/slow").state, State::Ok);
        QCOMPARE(bench.service("Cart").state, State::Down);
        QCOMPARE(bench.service("Cart").metrics[0].value, std::optional(124.0));
        QVERIFY(bench.events.empty());
        bench.run(1min);
        QCOMPARE(bench.stage.checks["page"].begun.size(), std::size_t(1));
    }

    void onePassOverThousands()
    {
        WatchBench bench;
        ServiceConfig &service = bench.addService("Cart");
        for (int i = 0; i < 2000; ++i)
            bench.addCheck(service, std::to_string(i));
        bench.start({.onePass = true});
        bench.step();
        QVERIFY(bench.watch->passComplete());
        QCOMPARE(bench.service("Cart").state, State::Ok);
    }

    void aReloadKeepsWhatIsTheSame()
    {
        WatchBench bench;
        bench.addSource("am");
        ServiceConfig &service = bench.addService("Cart", "service=\"cart\"");
        bench.addCheck(service, "same", 10s);
        bench.addCheck(service, "changed", 10s);
        bench.addCheck(bench.addService("Broken"), "broken", 10s);
        bench.stage.checks["broken"].outcome = Outcome::Failed;
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "cart", Severity::Warning)};
        bench.start();
        bench.run(2min);
        const Instant since = bench.service("Broken").since;
        bench.before = bench.watch->carryOver();
        bench.end();
        bench.config.services[0].checks[1].settings.set("url", std::string("https://shop.example.net/other"));
        bench.events.clear();
        bench.start();
        QCOMPARE(bench.check("Cart/same").state, State::Ok);
        QCOMPARE(bench.check("Cart/changed").state, State::Pending);
        QCOMPARE(bench.service("Broken").state, State::Down);
        QCOMPARE(bench.service("Broken").since, since);
        QCOMPARE(bench.source("am").state, State::Ok);
        QCOMPARE(bench.board.alerts.size(), std::size_t(1));
        bench.run(10s);
        QVERIFY(bench.eventsOf("check/Cart/same", "state.changed").empty());
        QVERIFY(bench.eventsOf("service/Broken", "state.changed").empty());
    }

    void aReloadWithOtherBeaconsEndsBlindness_data()
    {
        QTest::addColumn<QByteArray>("beacon"); // of the configuration that is read again; none
        QTest::addColumn<bool>("staysBlind");
        QTest::newRow("the same") << QByteArray("192.0.2.1:443") << true;
        QTest::newRow("another") << QByteArray("192.0.2.2:443") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void aReloadWithOtherBeaconsEndsBlindness()
    {
        QFETCH(QByteArray, beacon);
        QFETCH(bool, staysBlind);
        WatchBench bench;
        bench.config.beacons = {"192.0.2.1:443"};
        bench.addCheck(bench.addService("Cart"), "page", 10s);
        bench.stage.beaconsAnswer = false;
        bench.start();
        bench.run(1min);
        QVERIFY(bench.board.station.blind);
        bench.before = bench.watch->carryOver();
        bench.end();
        bench.config.beacons.clear();
        if (!beacon.isEmpty())
            bench.config.beacons.push_back(beacon.toStdString());
        bench.start();
        bench.take();
        QCOMPARE(bench.board.station.blind, staysBlind);
        QCOMPARE(bench.eventsOf("station", "state.changed").size(), std::size_t(staysBlind ? 1 : 2));
        bench.stage.beaconsAnswer = true;
        bench.run(30s);
        QVERIFY(!bench.board.station.blind);
        QCOMPARE(bench.check("Cart/page").state, State::Ok);
        QCOMPARE(bench.eventsOf("station", "state.changed").size(), std::size_t(2));
    }

    void aReloadWithOtherThresholdsForgetsNothing()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addCheck(bench.addService("Cart", "service=\"cart\""), "page", 10s);
        bench.addService("Search", "service=\"search\"");
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "search")};
        bench.start();
        bench.run(2min);
        const Instant since = bench.check("Cart/page").since;
        bench.before = bench.watch->carryOver();
        bench.end();
        CheckConfig &check = bench.config.services[0].checks[0];
        check.policy.failureThreshold = 5;
        check.policy.interval = 20s;
        check.settings.set("interval", Duration(20s)); // as a file that says it
        bench.config.sources[0].policy.staleAfter = 7;
        bench.events.clear();
        bench.start();
        bench.step();
        QCOMPARE(bench.check("Cart/page").state, State::Down);
        QCOMPARE(bench.check("Cart/page").since, since);
        QCOMPARE(bench.check("Cart/page").interval, Duration(20s));
        QCOMPARE(bench.service("Search").state, State::Down);
        bench.run(1min);
        QCOMPARE(bench.check("Cart/page").state, State::Down);
        QVERIFY(bench.eventsOf("check/Cart/page", "state.changed").empty());
    }

    void refreshNowLooksAtEverythingSoon()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Cart"), "page", 10min);
        bench.addSource("am", 10min);
        bench.start();
        bench.run(1min);
        bench.watch->refreshNow();
        bench.run(1s);
        QCOMPARE(bench.stage.checks["page"].begun.size(), std::size_t(2));
        QCOMPARE(bench.stage.sources["am"].polls, 2);
    }

    void testingAsksTheOneAndNoOther()
    {
        WatchBench bench;
        ServiceConfig &service = bench.addService("Cart");
        bench.addCheck(service, "page", 10min);
        bench.addCheck(service, "login", 10min);
        bench.addSource("am", 10min);
        bench.start();
        bench.run(1min);
        bench.watch->testCheck(CheckId("Cart/login"));
        bench.watch->testCheck(CheckId("no/such"));
        bench.run(1s);
        QCOMPARE(bench.stage.checks["login"].begun.size(), std::size_t(2));
        QCOMPARE(bench.stage.checks["page"].begun.size(), std::size_t(1));
        QCOMPARE(bench.stage.sources["am"].polls, 1);
        bench.watch->testSource(SourceId("am"));
        bench.run(1s);
        QCOMPARE(bench.stage.sources["am"].polls, 2);
    }

    void whatNothingCanRunIsUnknownWithItsReason()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Cart"), "page").type = "strange";
        bench.addSource("am");
        bench.config.sources[0].type = "stranger";
        bench.start();
        bench.run(5s);
        QCOMPARE(bench.check("Cart/page").state, State::Unknown);
        QVERIFY(english(bench.check("Cart/page").reason).find("strange") != std::string::npos);
        QCOMPARE(bench.source("am").state, State::Unknown);
    }

    void afterASleepNothingIsOkWithoutNewProof()
    {
        WatchBench bench;
        ServiceConfig &service = bench.addService("Cart");
        for (int i = 0; i < 200; ++i)
            bench.addCheck(service, std::to_string(i), 10s);
        bench.start();
        bench.run(1min);
        for (int i = 0; i < 200; ++i)
            bench.stage.checks[std::to_string(i)].hangs = true;
        bench.stage.clock.advance(8h);
        bench.step();
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        for (int i = 0; i < 200; ++i) {
            bench.stage.checks[std::to_string(i)].hangs = false;
            bench.stage.release(bench.stage.checks[std::to_string(i)].waiting);
        }
        bench.run(11s);
        QCOMPARE(bench.service("Cart").state, State::Ok);
    }

    void stoppingWaitsForWhatIsPending()
    {
        WatchBench bench;
        bench.addCheck(bench.addService("Cart"), "page");
        bench.stage.checks["page"].hangs = true;
        bench.start();
        bench.run(1s);
        QVERIFY(!bench.watch->idle());
        bench.watch->stop();
        QVERIFY(!bench.watch->idle());
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.stage.release(bench.stage.checks["page"].waiting);
        QVERIFY(bench.watch->idle());
        bench.take();
        QCOMPARE(bench.check("Cart/page").state, State::Pending); // a cancelled request is no observation
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
