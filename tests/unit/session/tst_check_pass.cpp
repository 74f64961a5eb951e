// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/check_pass.h"

#include <QTest>

using namespace tocsin;

namespace {

Config sampleConfig()
{
    Config config;
    config.sources = {{.name = "am", .type = "alertmanager"}, {.name = "prom", .type = "prometheus"}};
    ServiceConfig checkout;
    checkout.name = "Checkout";
    checkout.alerts = "service=\"checkout\"";
    ServiceConfig search;
    search.name = "Search";
    ServiceConfig orders;
    orders.name = "Orders";
    orders.metrics = {{.name = "orders", .source = "prom", .query = "sum(orders)"}};
    config.services = {checkout, search, orders};
    return config;
}

std::vector<std::string> namesOf(const Config &config)
{
    std::vector<std::string> names;
    for (const ServiceConfig &service : config.services)
        names.push_back(service.name);
    for (const SourceConfig &source : config.sources)
        names.push_back(source.name);
    return names;
}

} // namespace

class TestCheckPass final : public QObject
{
    Q_OBJECT

private slots:
    void selectsWhatANameRestsOn_data()
    {
        QTest::addColumn<std::vector<std::string>>("names");
        QTest::addColumn<std::vector<std::string>>("selected");
        using Names = std::vector<std::string>;
        QTest::newRow("all") << Names{} << Names{"Checkout", "Search", "Orders", "am", "prom"};
        QTest::newRow("alerts may stand in any source") << Names{"Checkout"} << Names{"Checkout", "am", "prom"};
        QTest::newRow("own checks need no source") << Names{"Search"} << Names{"Search"};
        QTest::newRow("a metric needs its source") << Names{"Orders"} << Names{"Orders", "prom"};
        QTest::newRow("a source alone") << Names{"am"} << Names{"am"};
    }
    void selectsWhatANameRestsOn()
    {
        QFETCH(std::vector<std::string>, names);
        QFETCH(std::vector<std::string>, selected);
        QCOMPARE(namesOf(*selectFrom(sampleConfig(), names)), selected);
    }

    void alertsFindTheirServicesWhateverWasNamed()
    {
        Config config = sampleConfig();
        config.services[0].checks.emplace_back();
        config.services[1].checks.emplace_back();
        const Config run = configToRun(config, {"Search"});
        QCOMPARE(run.services.size(), std::size_t(3));
        QVERIFY(run.services[0].checks.empty());
        QCOMPARE(run.services[0].alerts, config.services[0].alerts);
        QCOMPARE(run.services[1].checks.size(), std::size_t(1));
        QVERIFY(run.services[2].metrics.empty());
        QVERIFY(run.sources.empty());
    }

    void namesRestrictWhatIsJudged_data()
    {
        QTest::addColumn<std::vector<std::string>>("names");
        QTest::addColumn<std::vector<std::string>>("services");
        QTest::addColumn<int>("alerts");
        QTest::addColumn<int>("overall");
        using Names = std::vector<std::string>;
        const auto row = [](const char *name, const Names &names, const Names &services, int alerts, State overall) {
            QTest::newRow(name) << names << services << alerts << static_cast<int>(overall);
        };
        row("all", {}, {"Checkout", "Other alerts", "Search"}, 2, State::Down);
        row("others' alerts are not its own", {"Checkout"}, {"Checkout"}, 0, State::Ok);
        row("its own are", {"Search"}, {"Search"}, 1, State::Down);
        row("a source with its alerts", {"am"}, {"Other alerts", "Search"}, 2, State::Down);
        row("a quiet source", {"quiet"}, {}, 0, State::Ok);
        row("both", {"Checkout", "quiet"}, {"Checkout"}, 0, State::Ok);
    }
    void namesRestrictWhatIsJudged()
    {
        QFETCH(std::vector<std::string>, names);
        QFETCH(std::vector<std::string>, services);
        QFETCH(int, alerts);
        QFETCH(int, overall);
        Board board;
        const auto add = [&](const ServiceId &id, State state, const std::vector<AlertKey> &keys) {
            ServiceStatus service;
            service.id = id;
            service.state = state;
            service.alerts = keys;
            board.services.emplace(id, service);
            board.serviceOrder.push_back(id);
            for (const AlertKey &key : keys)
                board.alerts.emplace(key, std::make_shared<Alert>());
        };
        add(ServiceId("Checkout"), State::Ok, {});
        add(ServiceId("Search"), State::Down, {{SourceId("am"), "a1"}});
        add(otherAlerts, State::Degraded, {{SourceId("am"), "a2"}});
        for (const char *source : {"am", "quiet"}) {
            SourceStatus status;
            status.id = SourceId(source);
            status.state = State::Ok;
            board.sources.emplace(status.id, status);
        }
        restrictTo(board, names);
        std::vector<std::string> left;
        for (const auto &[id, service] : board.services)
            left.push_back(id.text());
        QCOMPARE(left, services);
        QCOMPARE(board.serviceOrder.size(), services.size());
        QCOMPARE(static_cast<int>(board.alerts.size()), alerts);
        QCOMPARE(static_cast<int>(overallOf(board, names)), overall);
    }

    void aSourceThatProvesNothingIsNoCalm()
    {
        Board board;
        QCOMPARE(overallOf(board, {"am"}), State::Unknown);
        board.sources[SourceId("am")].state = State::Unknown;
        QCOMPARE(overallOf(board, {"am"}), State::Unknown);
        board.sources[SourceId("am")].state = State::Ok;
        QCOMPARE(overallOf(board, {}), State::Unknown); // a board without services proves nothing of the shop
    }

    void refusesANameThatIsNothing()
    {
        const auto selected = selectFrom(sampleConfig(), {"Search", "Serch"});
        QVERIFY(!selected);
        QCOMPARE(selected.error(), std::string("Serch"));
    }
};

QTEST_GUILESS_MAIN(TestCheckPass)
#include "tst_check_pass.moc"
