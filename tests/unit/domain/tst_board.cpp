// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/board.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace tocsin;

class BoardTest : public QObject
{
    Q_OBJECT

private slots:
    void aBoardWithoutServicesIsUnknown();
    void theShopIsItsWorst();
    void servicesKeepTheOrderOfTheConfiguration();
    void aResetForgetsEverything();
    void anAlertThatWentAndCameBackIsThere();
    void anAlertThatCameAndWentIsGone();
    void anAlertNeverStandsOnBothLists();
    void emptyChangesSaySo();
    void mergingManyAlertsStaysNearLinear();
    void oldActionsAreForgotten();
};

namespace {

AlertPtr alert(const std::string &id, const std::string &summary = {})
{
    Alert value;
    value.key = {SourceId("am"), id};
    value.summary = summary;
    return std::make_shared<const Alert>(value);
}

ServiceStatus service(const std::string &name, State state)
{
    ServiceStatus status;
    status.id = ServiceId(name);
    status.state = state;
    return status;
}

SourceStatus source(const std::string &name, State state)
{
    SourceStatus status;
    status.id = SourceId(name);
    status.state = state;
    return status;
}

Changes manyAlerts(int count)
{
    Changes changes;
    for (int i = 0; i < count; ++i) {
        changes.alerts.push_back(alert("a" + std::to_string(i)));
        changes.goneAlerts.push_back({SourceId("am"), "g" + std::to_string(i)});
    }
    return changes;
}

/// The processor's time, in ticks of std::clock, of merging as many alerts and as many gone ones into the same number; the
/// least of three runs. What else the machine does takes nothing from it.
std::clock_t ticksToMerge(int count)
{
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int run = 0; run < 3; ++run) {
        Changes earlier = manyAlerts(count);
        Changes later = manyAlerts(count);
        std::reverse(later.alerts.begin(), later.alerts.end());
        const std::clock_t before = std::clock();
        earlier.merge(std::move(later));
        least = std::min(least, std::clock() - before);
    }
    return least;
}

} // namespace

void BoardTest::aBoardWithoutServicesIsUnknown()
{
    Board board;
    QCOMPARE(board.overall(), State::Unknown);
    Changes changes;
    changes.sources = {source("am", State::Ok)};
    board.apply(changes);
    QCOMPARE(board.overall(), State::Unknown);
}

void BoardTest::theShopIsItsWorst()
{
    Board board;
    Changes changes;
    changes.services = {service("Cart", State::Ok), service("Search", State::Ok)};
    board.apply(changes);
    QCOMPARE(board.overall(), State::Ok);
    changes.services = {service("Search", State::Degraded)};
    changes.sources = {source("am", State::Unknown)};
    board.apply(changes);
    QCOMPARE(board.overall(), State::Degraded);
    changes.services = {service("Search", State::Ok)};
    board.apply(changes);
    QCOMPARE(board.overall(), State::Unknown);
}

void BoardTest::servicesKeepTheOrderOfTheConfiguration()
{
    Board board;
    Changes changes;
    changes.reset = true;
    changes.services = {service("Search", State::Pending), service("Cart", State::Pending)};
    board.apply(changes);
    changes.reset = false;
    changes.services = {service("Cart", State::Ok), service("Search", State::Ok)};
    board.apply(changes);
    QVERIFY(board.serviceOrder == (std::vector<ServiceId>{ServiceId("Search"), ServiceId("Cart")}));
}

void BoardTest::aResetForgetsEverything()
{
    Board board;
    Changes first;
    first.services = {service("Cart", State::Down)};
    first.alerts = {alert("1")};
    board.apply(first);
    Changes reload;
    reload.reset = true;
    reload.shop = "Example Shop";
    reload.services = {service("Search", State::Pending)};
    board.apply(reload);
    QCOMPARE(board.services.size(), std::size_t(1));
    QVERIFY(board.alerts.empty());
    QCOMPARE(board.shop, std::string("Example Shop"));
    first.merge(reload);
    QVERIFY(first.reset);
    QVERIFY(first.alerts.empty());
}

void BoardTest::anAlertThatWentAndCameBackIsThere()
{
    Changes changes;
    changes.goneAlerts = {alert("1")->key};
    Changes later;
    later.alerts = {alert("1", "back")};
    changes.merge(later);
    Board board;
    board.apply(changes);
    QCOMPARE(board.alerts.size(), std::size_t(1));
    // Also when one step of the watch says both.
    Changes both;
    both.goneAlerts = {alert("2")->key};
    both.alerts = {alert("2")};
    changes.merge(both);
    board.apply(changes);
    QCOMPARE(board.alerts.size(), std::size_t(2));
}

void BoardTest::anAlertThatCameAndWentIsGone()
{
    Changes changes;
    changes.alerts = {alert("1"), alert("2")};
    Changes later;
    later.goneAlerts = {alert("1")->key};
    changes.merge(later);
    Board board;
    board.apply(changes);
    QCOMPARE(board.alerts.size(), std::size_t(1));
    QVERIFY(board.alerts.count(alert("2")->key) == 1);
}

void BoardTest::anAlertNeverStandsOnBothLists()
{
    // A row that is taken out and put in again loses its selection.
    Changes changes;
    changes.goneAlerts = {alert("1")->key, alert("2")->key};
    Changes later;
    later.alerts = {alert("1")};
    changes.merge(later);
    QCOMPARE(changes.goneAlerts.size(), std::size_t(1));
    QCOMPARE(changes.alerts.size(), std::size_t(1));
}

void BoardTest::emptyChangesSaySo()
{
    Changes changes;
    QVERIFY(changes.isEmpty());
    changes.station = StationStatus{};
    QVERIFY(!changes.isEmpty());
    changes = {};
    changes.reset = true;
    QVERIFY(!changes.isEmpty());
}

void BoardTest::mergingManyAlertsStaysNearLinear()
{
    const std::clock_t small = ticksToMerge(2'500);
    const std::clock_t large = ticksToMerge(20'000);
    // Eight times as many; each against each would take sixty-four times as long.
    QVERIFY2(large < small * 32, qPrintable(QStringLiteral("%1 ticks against %2").arg(large).arg(small)));
}

/// A wall runs for months; what is still pending is never forgotten.
void BoardTest::oldActionsAreForgotten()
{
    Board board;
    for (int i = 100'000; i < 105'000; ++i) {
        Changes changes;
        ActionStatus action;
        action.id = ActionId("action-" + std::to_string(i));
        action.progress = i % 1000 == 0 ? ActionStatus::Progress::Pending : ActionStatus::Progress::Confirmed;
        changes.actions = {action};
        board.apply(changes);
    }
    QVERIFY(board.actions.size() <= 1000);
    QVERIFY(board.actions.count(ActionId("action-104999")) == 1);
    QVERIFY(board.actions.count(ActionId("action-100000")) == 1);
}

QTEST_GUILESS_MAIN(BoardTest)
#include "tst_board.moc"
