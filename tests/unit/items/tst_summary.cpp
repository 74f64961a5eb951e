// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/summary.h"
#include "tests/unit/items/board_language.h"

#include <QTest>

using namespace tocsin;
using test::at;

namespace {

constexpr Phrase kLogin{"test_login", "%1 shows a sign-in page"};

ServiceStatus service(const char *name, State state)
{
    ServiceStatus status;
    status.id = ServiceId(name);
    status.state = state;
    status.since = at(0);
    return status;
}

SourceStatus source(const char *name, State state, int lastGood)
{
    SourceStatus status;
    status.id = SourceId(name);
    status.state = state;
    status.lastGood = at(lastGood);
    return status;
}

Board board(std::vector<ServiceStatus> services, std::vector<SourceStatus> sources)
{
    Board board;
    Changes changes;
    changes.services = std::move(services);
    changes.sources = std::move(sources);
    board.apply(changes);
    return board;
}

QString crisisAt(const Board &board, int seconds)
{
    return words::crisis(board, at(seconds), QTimeZone::utc());
}

} // namespace

class TestSummary final : public QObject
{
    Q_OBJECT

private slots:
    void anAlertOfTwoSourcesCountsOnce()
    {
        Board shop;
        Changes both = test::alerts({"a A critical S @1", "p A critical S @1", "b B critical S @2"});
        both.joinedAlerts = {{ServiceId("S"), {{SourceId("am"), "p"}}}};
        shop.apply(both);
        QCOMPARE(summarize(shop).alerts, 2);
        Changes alone = test::gone({"a"});
        alone.joinedAlerts = {{ServiceId("S"), {}}};
        both.merge(alone);
        Board merged;
        merged.apply(both);
        QCOMPARE(summarize(merged).alerts, 2);
        QVERIFY(merged.joinedAlerts.empty());
    }

    void countsWhatIsThere()
    {
        const Board shop = board({service("A", State::Ok), service("B", State::Down), service("C", State::Ok)},
            {source("am", State::Ok, 91), source("prom", State::Ok, 95), source("icinga", State::Unknown, 10)});
        const Summary summary = summarize(shop);
        QCOMPARE(summary.count(State::Ok), 2);
        QCOMPARE(summary.count(State::Down), 1);
        QCOMPARE(words::freshness(summary, at(100)), QStringLiteral("Sources 2 of 3 fresh, oldest 9 s"));
    }

    void equallyBadServicesStandAsConfigured()
    {
        const Board shop = board({service("Zoo", State::Ok), service("Cart", State::Unknown), service("Alpha", State::Ok),
                                     service("Pay", State::Down), service("Bank", State::Down)},
            {});
        QStringList names;
        for (const ServiceId &id : worstFirst(shop))
            names << QString::fromStdString(id.text());
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("Pay Bank Cart Zoo Alpha"));
    }

    void ofEquallyBadServicesTheLowerTierStandsFirst()
    {
        ServiceStatus vital = service("Pay", State::Down);
        vital.tier = 1;
        ServiceStatus minor = service("Blog", State::Down);
        minor.tier = 3;
        const Board shop = board({minor, service("Cart", State::Down), vital, service("Search", State::Degraded)}, {});
        QStringList names;
        for (const ServiceId &id : worstFirst(shop))
            names << QString::fromStdString(id.text());
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("Pay Cart Blog Search"));
    }

    void blindnessIsSaidBeforeAnythingElse()
    {
        Board shop = board({service("Pay", State::Down)}, {});
        shop.station = {true, at(3600), Reason(kLogin, {"the hotel"})};
        QCOMPARE(crisisAt(shop, 4000), QStringLiteral("We are blind since 01:00. the hotel shows a sign-in page"));
    }

    void theWorstServiceIsNamedWithItsReason()
    {
        Board shop = board({service("Cart", State::Ok), service("Pay", State::Down)}, {});
        shop.services.at(ServiceId("Pay")).reason = Reason(kLogin, {"gateway"});
        QCOMPARE(crisisAt(shop, 900), QStringLiteral("Pay DOWN for 15 min: gateway shows a sign-in page"));
    }

    void calmIsOnlySaidWithProof()
    {
        const QString calm = QStringLiteral("All services are proven fine");
        QCOMPARE(crisisAt(board({service("A", State::Ok)}, {source("am", State::Ok, 5)}), 9), calm);
        QCOMPARE(
            crisisAt(board({service("A", State::Ok)}, {source("am", State::Unknown, 5)}), 9), QStringLiteral("No proof from am"));
        QVERIFY(crisisAt(Board(), 9) != calm);
        QVERIFY(crisisAt(board({service("A", State::Pending)}, {}), 9) != calm);
    }

    void whatFailedTooSeldomToCountIsSaid()
    {
        Board shop = board({service("A", State::Pending), service("Pay", State::Pending)}, {});
        QCOMPARE(crisisAt(shop, 9), QStringLiteral("First answers are on their way"));
        shop.services.at(ServiceId("Pay")).reason = Reason(kLogin, {"gateway"});
        QCOMPARE(crisisAt(shop, 9), QStringLiteral("Pay PENDING for 9 s: gateway shows a sign-in page"));
    }

    void silentSourcesAreNamed()
    {
        Board shop = board({},
            {source("am", State::Ok, 91), source("new", State::Pending, 0), source("prom", State::Unknown, 40),
                source("x", State::Unknown, 0)});
        shop.sources.at(SourceId("x")).lastGood.reset();
        QCOMPARE(words::silence(shop, at(100)), QStringLiteral("prom silent for 1 min, x has not answered yet"));
        shop.sources.erase(SourceId("prom"));
        shop.sources.erase(SourceId("x"));
        QVERIFY(words::silence(shop, at(100)).isEmpty());
    }

    void anEmptyListSaysWhatItMeans()
    {
        Board shop = board({}, {source("am", State::Ok, 91), source("prom", State::Ok, 95), source("x", State::Ok, 99)});
        QCOMPARE(words::noAlerts(shop, at(100)), QStringLiteral("No alerts. 3 sources answered, the oldest answer is 9 s old."));
        shop.sources.at(SourceId("am")).state = State::Unknown;
        shop.sources.at(SourceId("am")).reason = Reason(kLogin, {"it"});
        QCOMPARE(
            words::noAlerts(shop, at(100)), QStringLiteral("No alerts known: no proof from am.\nam: it shows a sign-in page"));
        QVERIFY(words::noAlerts(Board(), at(1)).startsWith(QStringLiteral("No alerts known: no source")));
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
