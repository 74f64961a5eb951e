// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/watch_bench.h"

#include <QTest>

#include <cmath>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kTrouble{"trouble", "rule group payments fails"};

Result<std::vector<Series>> oneSeries(double value, Instant at)
{
    return std::vector<Series>{Series{{}, {Sample{at, value}}}};
}

} // namespace

class TestWatchSources : public QObject
{
    Q_OBJECT

private slots:
    void aSourceThatDiesAndComesBack()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addSource("other");
        bench.addService("Payments", "service=\"payments\"");
        bench.addService("Cart", "service=\"cart\"");
        bench.addCheck(bench.addService("Search"), "page", 10s);
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "payments")};
        bench.start();
        bench.run(30s);
        QCOMPARE(bench.service("Payments").state, State::Down);
        QCOMPARE(bench.service("Cart").state, State::Ok);
        bench.stage.sources["am"].error = ErrorKind::Refused;
        bench.run(11s);
        QCOMPARE(bench.source("am").state, State::Unknown);
        QVERIFY(!bench.source("am").reason.isEmpty());
        QCOMPARE(bench.source("other").state, State::Ok);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        QVERIFY(english(bench.service("Cart").reason).find("am proves nothing now") == 0);
        QCOMPARE(bench.service("Payments").state, State::Down); // as last known, and marked so
        QVERIFY(bench.board.alerts.at({SourceId("am"), "a1"})->handling.stale);
        QCOMPARE(bench.service("Search").state, State::Ok);
        bench.stage.sources["am"].error.reset();
        bench.stage.sources["am"].alerts.clear();
        bench.run(11s);
        QCOMPARE(bench.board.overall(), State::Ok);
        QVERIFY(bench.board.alerts.empty());
    }

    void aSourceThatHangsProvesNothing()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Cart", "service=\"cart\"");
        bench.start();
        bench.run(30s);
        bench.stage.sources["am"].hangs = true;
        bench.run(45s);
        QCOMPARE(bench.source("am").state, State::Unknown);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
    }

    void aSourceWithTroublesProvesNothingButItsAlertsAreShown()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Payments", "service=\"payments\"");
        bench.addService("Cart", "service=\"cart\"");
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "payments")};
        bench.stage.sources["am"].troubles = {Reason(kTrouble)};
        bench.start();
        bench.run(5s);
        QCOMPARE(bench.source("am").state, State::Unknown);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        QCOMPARE(bench.service("Payments").state, State::Down);
        QVERIFY(!bench.board.alerts.at({SourceId("am"), "a1"})->handling.stale);
    }

    void whatAnIncompleteListLacksHasNotEnded()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Payments", "service=\"payments\"");
        auto &am = bench.stage.sources["am"];
        const std::vector<AlertPtr> firing{makeAlert("am", "a1", "payments")};
        am.alerts = firing;
        bench.start();
        bench.run(5s);
        am.alerts.clear();
        am.troubles = {Reason(kTrouble)};
        am.isComplete = false;
        bench.run(20s);
        QCOMPARE(bench.service("Payments").state, State::Down);
        QVERIFY(bench.board.alerts.at({SourceId("am"), "a1"})->handling.stale);

        am.alerts = firing;
        bench.run(10s);
        QVERIFY(!bench.board.alerts.at({SourceId("am"), "a1"})->handling.stale);

        am.alerts.clear();
        am.troubles.clear();
        am.isComplete = true;
        bench.run(10s);
        QVERIFY(bench.board.alerts.empty());
        QCOMPARE(bench.service("Payments").state, State::Ok);
    }

    void everySourceDeadAtTheStart()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Cart", "service=\"cart\"");
        bench.addCheck(bench.addService("Search"), "page", 10s);
        bench.addService("Orphan");
        bench.stage.sources["am"].error = ErrorKind::Refused;
        bench.stage.checks["page"].outcome = Outcome::Failed;
        bench.start();
        bench.run(1min);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        QCOMPARE(bench.service("Search").state, State::Down);
        QCOMPARE(bench.service("Orphan").state, State::Unknown);
        QCOMPARE(bench.service("Orphan").reason.code(), std::string_view("nothing_watches"));
    }

    void aSourceForQueriesOnlyProvesNoCalm()
    {
        WatchBench bench;
        bench.addSource("prom");
        bench.config.sources[0].settings.set("alerts", false);
        bench.addService("Cart", "service=\"cart\"");
        bench.start();
        bench.run(30s);
        QCOMPARE(bench.source("prom").state, State::Ok);
        QCOMPARE(bench.service("Cart").state, State::Unknown);
        QCOMPARE(bench.service("Cart").reason.code(), std::string_view("nothing_watches"));
        bench.end();
        bench.addSource("am");
        bench.start();
        bench.stage.sources["prom"].error = ErrorKind::Refused;
        bench.run(30s);
        QCOMPARE(bench.source("prom").state, State::Unknown);
        QCOMPARE(bench.service("Cart").state, State::Ok); // what holds no alerts takes no proof away either
    }

    void alertsOfNobodyHaveATileWhileThereAreAny()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Cart", "service=\"cart\"");
        bench.start();
        bench.run(5s);
        QVERIFY(bench.board.services.count(otherAlerts) == 0);
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "somewhere", Severity::Warning)};
        bench.run(10s);
        QCOMPARE(bench.board.services.at(otherAlerts).state, State::Degraded);
        QCOMPARE(bench.board.services.at(otherAlerts).alerts.size(), std::size_t(1));
        QCOMPARE(bench.board.overall(), State::Degraded);
        bench.stage.sources["am"].alerts = {makeAlert("am", "a2", "somewhere", Severity::Info)};
        bench.run(10s);
        QVERIFY(bench.board.services.count(otherAlerts) == 0);
        QCOMPARE(bench.board.alerts.size(), std::size_t(1)); // it is in the table all the same
    }

    void anAlertOfTwoServicesCountsForBoth()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Search", "service=\"search\"");
        bench.addService("Cart", "service=\"cart\"");
        bench.addService("Everything", "service=~\".+\"");
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "cart")};
        bench.start();
        bench.run(5s);
        QCOMPARE(bench.service("Search").state, State::Ok);
        QCOMPARE(bench.service("Cart").state, State::Down);
        QCOMPARE(bench.service("Everything").state, State::Down); // its own matchers match what fires
        QCOMPARE(bench.service("Everything").alerts.size(), std::size_t(1));
        QCOMPARE(bench.board.alerts.size(), std::size_t(1)); // one row, under the first
        QCOMPARE(bench.board.alerts.begin()->second->service.text(), std::string("Cart"));
        QVERIFY(bench.board.services.count(otherAlerts) == 0);
        bench.stage.sources["am"].alerts = {makeAlert("am", "a1", "search")};
        bench.run(10s);
        QCOMPARE(bench.service("Cart").state, State::Ok);
        QCOMPARE(bench.service("Search").state, State::Down);
        QCOMPARE(bench.service("Everything").state, State::Down);
        bench.stage.sources["am"].alerts.clear();
        bench.run(10s);
        QCOMPARE(bench.board.overall(), State::Ok);
    }

    void onlyWhatChangedIsTold()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addService("Cart", "service=\"cart\"");
        for (int i = 0; i < 1000; ++i)
            bench.stage.sources["am"].alerts.push_back(makeAlert("am", "a" + std::to_string(i), "cart", Severity::Warning));
        bench.start();
        bench.run(5s);
        QCOMPARE(bench.board.alerts.size(), std::size_t(1000));
        bench.stage.sources["am"].alerts[7] = makeAlert("am", "a7", "cart", Severity::Critical);
        bench.stage.sources["am"].alerts.pop_back();
        bench.stage.clock.advance(10s);
        bench.watch->advance();
        const Changes changes = bench.watch->takeOutput().changes;
        QCOMPARE(changes.alerts.size(), std::size_t(1));
        QCOMPARE(changes.alerts[0]->key.externalId, std::string("a7"));
        QCOMPARE(changes.alerts[0]->service.text(), std::string("Cart"));
        QCOMPARE(changes.goneAlerts.size(), std::size_t(1));
        QCOMPARE(changes.services.size(), std::size_t(1));
        QCOMPARE(changes.services[0].state, State::Down);
    }

    void twoSourcesThatShowOneAlert()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addSource("prom");
        bench.addService("Cart", "service=\"cart\"");
        bench.stage.sources["am"].alerts = {makeAlert("am", "x", "cart")};
        bench.stage.sources["prom"].alerts = {makeAlert("prom", "x", "cart", Severity::Critical, false)};
        bench.start();
        bench.run(5s);
        QCOMPARE(bench.service("Cart").alerts.size(), std::size_t(1));
        QCOMPARE(bench.service("Cart").alerts[0].source.text(), std::string("am"));
        QCOMPARE(bench.board.alerts.size(), std::size_t(2));
        bench.watch->acknowledge(ActionId("1"), {{SourceId("am"), "x"}}, {}, "ada", "", 0s);
        bench.take();
        QVERIFY(bench.service("Cart").owned);
    }

    void whatTwoSourcesShowIsToldOnceAndComesBack()
    {
        WatchBench bench;
        bench.addSource("am");
        bench.addSource("prom");
        bench.addService("Cart", "service=\"cart\"");
        bench.stage.sources["am"].alerts = {makeAlert("am", "x", "cart"), makeAlert("am", "i", "somewhere", Severity::Info)};
        bench.stage.sources["prom"].alerts = {makeAlert("prom", "x", "cart", Severity::Critical, false),
            makeAlert("prom", "i", "somewhere", Severity::Info, false)};
        bench.start();
        bench.run(5s);
        const std::vector<AlertKey> x{{SourceId("prom"), "x"}};
        const std::vector<AlertKey> i{{SourceId("prom"), "i"}};
        QVERIFY(bench.board.joinedAlerts.at(ServiceId("Cart")) == x);
        QVERIFY(bench.board.joinedAlerts.at(otherAlerts) == i); // information: without a tile of its own
        bench.stage.sources["am"].alerts.clear();
        bench.run(10s);
        QVERIFY(bench.board.joinedAlerts.empty());
        QCOMPARE(bench.board.alerts.size(), std::size_t(2));
        QCOMPARE(bench.service("Cart").alerts.size(), std::size_t(1));
    }

    void metrics()
    {
        WatchBench bench;
        bench.addSource("prom");
        ServiceConfig &service = bench.addService("Cart");
        bench.addCheck(service, "page");
        for (const char *name : {"good", "none", "several", "nan", "failing", "broken"})
            service.metrics.push_back(MetricConfig{name, "prom", name, "", false, 10s});
        service.metrics.push_back(MetricConfig{"lost", "nowhere", "q", "", false, 10s});
        auto &answers = bench.stage.sources["prom"].answers;
        answers.emplace("good", oneSeries(5, bench.stage.clock.now()));
        answers.emplace("several", std::vector<Series>(3));
        answers.emplace("nan", oneSeries(std::nan(""), bench.stage.clock.now()));
        answers.emplace("failing", failure(ErrorKind::Timeout, Reason(kTrouble)));
        bench.start();
        bench.run(2s);
        const auto &metrics = bench.service("Cart").metrics;
        QCOMPARE(metrics[0].value, std::optional(5.0));
        QVERIFY(metrics[0].recent.size() >= 100 && metrics[0].recent.size() <= 121);
        for (std::size_t i = 1; i < metrics.size(); ++i) {
            QVERIFY2(!metrics[i].value, metrics[i].name.c_str());
            QVERIFY2(!metrics[i].reason.isEmpty(), metrics[i].name.c_str());
        }
        QCOMPARE(bench.service("Cart").state, State::Ok);
        for (int i = 0; i < 360; ++i) {
            bench.run(30s);
            answers.insert_or_assign("good", oneSeries(5, bench.stage.clock.now()));
        }
        QVERIFY2(bench.service("Cart").metrics[0].value.has_value(), english(bench.service("Cart").metrics[0].reason).c_str());
        QVERIFY(bench.service("Cart").metrics[0].recent.size() <= 120);
    }

    void aNumberGetsOld()
    {
        WatchBench bench;
        bench.addSource("prom");
        ServiceConfig &service = bench.addService("Cart");
        bench.addCheck(service, "page");
        for (const char *name : {"frozen", "yesterday", "off", "hanging"})
            service.metrics.push_back(MetricConfig{name, name == std::string("hanging") ? "slow" : "prom", name, "", false, 10s});
        bench.addSource("slow");
        auto &answers = bench.stage.sources["prom"].answers;
        const Instant start = bench.stage.clock.now();
        answers.emplace("frozen", oneSeries(1, start));
        answers.emplace("yesterday", oneSeries(2, start - 24h));
        answers.emplace("off", oneSeries(3, start - 1h)); // by a clock that is an hour behind
        bench.stage.sources["slow"].answers.emplace("hanging", oneSeries(4, start));
        bench.start();
        const auto value = [&](std::size_t metric) { return bench.service("Cart").metrics[metric].value; };
        bench.run(5s);
        QCOMPARE(value(0), std::optional(1.0));
        QVERIFY(!value(1));
        QVERIFY(english(bench.service("Cart").metrics[1].reason).find("1d old") != std::string::npos);
        QCOMPARE(value(2), std::optional(3.0));
        QCOMPARE(value(3), std::optional(4.0));
        bench.stage.sources["slow"].hangs = true;
        bench.run(40s);
        QVERIFY(!value(3)); // long before any timeout says so
        QVERIFY(!bench.service("Cart").metrics[3].reason.isEmpty());
        for (int i = 0; i < 60; ++i) {
            bench.run(10s);
            answers.insert_or_assign("off", oneSeries(3, bench.stage.clock.now() - 1h));
        }
        QVERIFY(!value(0));
        QCOMPARE(value(2), std::optional(3.0));
    }
};

QTEST_GUILESS_MAIN(TestWatchSources)
#include "tst_watch_sources.moc"
