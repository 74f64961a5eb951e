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

    void refusesANameThatIsNothing()
    {
        const auto selected = selectFrom(sampleConfig(), {"Search", "Serch"});
        QVERIFY(!selected);
        QCOMPARE(selected.error(), std::string("Serch"));
    }
};

QTEST_GUILESS_MAIN(TestCheckPass)
#include "tst_check_pass.moc"
