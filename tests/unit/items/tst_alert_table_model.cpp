// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_table_model.h"
#include "tests/unit/items/board_language.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tocsin;
using test::alerts;
using test::gone;
using test::printed;

namespace {

constexpr Phrase kRefused{"test_refused", "%1 refused it"};

constexpr int column(AlertColumn c)
{
    return static_cast<int>(c);
}

/// State, name and acknowledgement of each row.
QStringList rowsOf(const AlertTableModel &model)
{
    return printed(model, {column(AlertColumn::State), column(AlertColumn::Name), column(AlertColumn::Acknowledged)});
}

QStringList lines(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QString::fromUtf8(text);
    return list;
}

Changes wish(const char *id, std::initializer_list<const char *> alertIds, ActionStatus::Progress progress)
{
    ActionStatus action;
    action.id = ActionId(id);
    for (const char *alertId : alertIds)
        action.alerts.push_back({SourceId("am"), alertId});
    action.progress = progress;
    action.reason = progress == ActionStatus::Progress::Failed ? Reason(kRefused, {"am"}) : Reason();
    Changes changes;
    changes.actions = {action};
    return changes;
}

Changes storm(int count)
{
    Changes changes;
    for (int i = 0; i < count; ++i) {
        const QByteArray line = "s" + QByteArray::number(i) + " Storm warning Shop @" + QByteArray::number(i);
        changes.alerts.push_back(test::alert(line.constData()));
    }
    return changes;
}

Changes joined(const char *service, std::initializer_list<const char *> ids)
{
    JoinedAlerts joined{ServiceId(service), {}};
    for (const char *id : ids)
        joined.alerts.push_back({SourceId("am"), id});
    Changes changes;
    changes.joinedAlerts = {joined};
    return changes;
}

AlertFilter filter(const char *line)
{
    return *AlertFilter::parse(QString::fromUtf8(line));
}

} // namespace

class TestAlertTableModel final : public QObject
{
    Q_OBJECT

private slots:
    void siblingsAreToldApart()
    {
        BoardFeed feed;
        Changes changes;
        for (const char *mountpoint : {"", "/a", "/b"}) {
            Alert alert = *test::alert("s Sib warning Shop @1");
            alert.key.externalId += mountpoint;
            alert.summary = "Disk is full";
            alert.labels = {{"alertname", "Sib"}, {"instance", "db1"}, {"mountpoint", mountpoint}};
            changes.alerts.push_back(std::make_shared<const Alert>(alert));
        }
        feed.apply(changes);
        const AlertTableModel model(feed);
        QStringList summaries;
        for (int row = 0; row < model.rowCount(); ++row)
            summaries << model.index(row, column(AlertColumn::Summary)).data().toString();
        QCOMPARE(summaries,
            lines({"mountpoint=\"\" · Disk is full", "mountpoint=\"/a\" · Disk is full", "mountpoint=\"/b\" · Disk is full"}));
    }

    void worstFirstThenNewest()
    {
        BoardFeed feed;
        feed.apply(alerts({"a Slow warning Shop @50", "b Dead critical Shop @10", "c Info info Shop @99",
            "d Dead2 critical - @20 silenced", "e Odd sev9 Shop @60", "f Maybe critical Shop @70 pending"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(rowsOf(model),
            lines({"DOWN|Dead2|silenced", "DOWN|Dead|", "DEGRADED|Slow|", "DEGRADED|Odd|", "PENDING|Maybe|", "INFO|Info|"}));
        QVERIFY(model.index(0, 0).data(AlertRole::Outlined).toBool());
        QVERIFY(model.index(3, 0).data(AlertRole::Unmapped).toBool());
    }

    void aPollKeepsTheSelectedRow()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A warning S @1", "b B warning S @2", "c C warning S @3"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QPersistentModelIndex selected = model.index(2, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        feed.apply(alerts({"a A critical S @1", "d D warning S @9"}));
        feed.apply(gone({"b"}));
        QCOMPARE(rowsOf(model), lines({"DOWN|A|", "DEGRADED|D|", "DEGRADED|C|"}));
        QCOMPARE(selected.row(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void anUnchangedPollIsSilent()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A warning S @1"}));
        AlertTableModel model(feed);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        Changes sourceOnly;
        sourceOnly.sources.resize(1);
        feed.apply(sourceOnly);
        QCOMPARE(changed.count() + layout.count(), 0);
    }

    void aStormStandsUnderOneHead()
    {
        BoardFeed feed;
        feed.apply(storm(7));
        feed.apply(alerts({"x Dead critical Shop @1"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isHead(1));
        QCOMPARE(model.index(1, 0).data(AlertRole::Count).toInt(), 7);
        QCOMPARE(model.alertsOf(1).size(), std::size_t(7));
        model.setExpanded(1, true);
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.alertsOf(2).front()->key.externalId, std::string("s6"));
        model.setExpanded(1, false);
        QCOMPARE(model.rowCount(), 2);
        model.setGrouped(false);
        QCOMPARE(model.rowCount(), 8);
    }

    void theHeadSaysWhoHasHowMany()
    {
        BoardFeed feed;
        feed.apply(storm(6));
        AlertTableModel model(feed);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        feed.apply(alerts({"s3 Storm warning Shop @3 acked=NAME"}));
        QCOMPARE(model.index(0, column(AlertColumn::Acknowledged)).data().toString(), QStringLiteral("1 of 6"));
        QVERIFY(!model.index(0, 0).data(AlertRole::Outlined).toBool());
        QCOMPARE(changed.count(), 1);
    }

    void aStormThatPassesLeavesItsRest()
    {
        BoardFeed feed;
        feed.apply(storm(6));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        feed.apply(gone({"s0", "s1"}));
        QCOMPARE(model.rowCount(), 4);
        feed.apply(gone({"s2", "s3", "s4", "s5"}));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.total(), 0);
    }

    void theFilterKeepsWhatMatches()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A warning S @1", "b B critical S @2 acked=NAME", "c C critical S @3"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFilter(filter("state!=acked"));
        QCOMPARE(rowsOf(model), lines({"DOWN|C|", "DEGRADED|A|"}));
        feed.apply(alerts({"c C critical S @3 acked=NAME"}));
        QCOMPARE(rowsOf(model), lines({"DEGRADED|A|"}));
        QCOMPARE(model.passing(), 1);
        QCOMPARE(model.total(), 3);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void whatTwoSourcesShowIsListedOnce()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A critical S @1", "p A critical S @1", "q Q warning - @2", "z Z warning - @1"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex selected = model.index(3, 0);
        feed.apply(joined("S", {"p"}));
        QCOMPARE(rowsOf(model), lines({"DOWN|A|", "DEGRADED|Q|", "DEGRADED|Z|"}));
        QCOMPARE(model.rowOf({SourceId("am"), "p"}), -1);
        QCOMPARE(model.total(), 3);
        QCOMPARE(model.passing(), 3);
        feed.apply(joined(otherAlerts.text().c_str(), {"q"}));
        QCOMPARE(rowsOf(model), lines({"DOWN|A|", "DEGRADED|Z|"}));
        QCOMPARE(selected.row(), 1);
        QCOMPARE(removed.count(), 2);
        AlertTableModel late(feed);
        QCOMPARE(rowsOf(late), rowsOf(model));
        Changes partnerGoes = joined("S", {});
        partnerGoes.goneAlerts = gone({"a"}).goneAlerts;
        feed.apply(partnerGoes);
        QCOMPARE(rowsOf(model), lines({"DOWN|A|", "DEGRADED|Z|"}));
        QCOMPARE(model.rowOf({SourceId("am"), "p"}), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void halfOfAStormFromTwoSourcesIsNoStorm()
    {
        BoardFeed feed;
        feed.apply(storm(6));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(model.isHead(0));
        feed.apply(joined("Shop", {"s0", "s1", "s2"}));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.isHead(0));
    }

    void progressShowsInTheRow()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A warning S @1"}));
        AlertTableModel model(feed);
        const QModelIndex cell = model.index(0, column(AlertColumn::Progress));
        feed.apply(wish("1", {"a"}, ActionStatus::Progress::Pending));
        QCOMPARE(cell.data().toString(), QStringLiteral("sending"));
        feed.apply(wish("2", {"a"}, ActionStatus::Progress::Failed));
        feed.apply(wish("1", {"a"}, ActionStatus::Progress::Confirmed)); // a late word on the earlier wish
        QCOMPARE(cell.data().toString(), QStringLiteral("failed: am refused it"));
    }

    void aFailureInAStormShowsAtItsHead()
    {
        BoardFeed feed;
        feed.apply(storm(6));
        AlertTableModel model(feed);
        feed.apply(wish("1", {"s0"}, ActionStatus::Progress::Confirmed));
        feed.apply(wish("2", {"s1"}, ActionStatus::Progress::Failed));
        QCOMPARE(model.index(0, column(AlertColumn::Progress)).data().toString(), QStringLiteral("failed: am refused it"));
    }

    void aNewConfigurationForgetsWithoutReset()
    {
        BoardFeed feed;
        feed.apply(alerts({"a A warning S @1", "b B warning S @2"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        Changes fresh = alerts({"b B critical S @2"});
        fresh.reset = true;
        feed.apply(fresh);
        QCOMPARE(rowsOf(model), lines({"DOWN|B|"}));
        QCOMPARE(resets.count(), 0);
    }

    void sortsByColumns_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<bool>("isReversed");
        QTest::addColumn<QString>("names");
        const auto row = [](AlertColumn by, bool isReversed, const char *names) {
            QTest::addRow("%d%s", column(by), isReversed ? " reversed" : "") << column(by) << isReversed << names;
        };
        row(AlertColumn::State, false, "c a D b");
        row(AlertColumn::State, true, "D b a c"); // ties as before: the newer one first
        row(AlertColumn::Name, false, "a b c D"); // without regard to case
        row(AlertColumn::Name, true, "D c b a");
        row(AlertColumn::Since, false, "D c b a"); // newest first
        row(AlertColumn::Since, true, "a b c D");
        row(AlertColumn::Service, false, "c a b D"); // those of one service worst first
        row(AlertColumn::Service, true, "D c a b");
        row(AlertColumn::Acknowledged, false, "c D b a"); // nobody, NAME, OTHER
    }
    void sortsByColumns()
    {
        QFETCH(int, by);
        QFETCH(bool, isReversed);
        QFETCH(QString, names);
        BoardFeed feed;
        feed.apply(alerts({"1 a warning A @1 acked=OTHER", "2 b info A @2 acked=NAME", "3 c critical A @3", "4 D info Z @4"}));
        AlertTableModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setOrder({static_cast<AlertColumn>(by), isReversed});
        const auto shown = [&] { return printed(model, {column(AlertColumn::Name)}).join(QLatin1Char(' ')); };
        QCOMPARE(shown(), names);
        feed.apply(alerts({"2 b info A @2 acked=NAME foo=bar"})); // nothing that counts has changed
        QCOMPARE(shown(), names);
    }

    void aClickTurnsTheOrder()
    {
        const AlertOrder usual;
        QCOMPARE(usual.clicked(AlertColumn::State), (AlertOrder{AlertColumn::State, true}));
        QCOMPARE(usual.clicked(AlertColumn::Name), (AlertOrder{AlertColumn::Name, false}));
        QCOMPARE(usual.clicked(AlertColumn::Name).clicked(AlertColumn::Name), (AlertOrder{AlertColumn::Name, true}));
        QVERIFY(usual.isDescending()); // the worst on top
        for (const AlertOrder &order :
            {usual, AlertOrder{AlertColumn::Since, true}, AlertOrder{AlertColumn::Acknowledged, false}})
            QCOMPARE(orderFromWord(orderWord(order)), std::optional(order));
        QVERIFY(!orderFromWord(QStringLiteral("nonsense")));
        QVERIFY(!orderFromWord(QString()));
    }

    void aHeadSpeaksForItsWorstInAnyOrder()
    {
        BoardFeed feed;
        feed.apply(storm(6));
        feed.apply(alerts({"s9 Storm critical Shop @-1", "x Aaa info Shop @99"}));
        AlertTableModel model(feed);
        model.setOrder({AlertColumn::Since, false}); // the critical one is the oldest
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isHead(1));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("DOWN"));
        model.setExpanded(1, true);
        QCOMPARE(model.index(8, 0).data().toString(), QStringLiteral("DOWN")); // last of its members
    }

    void thousandsAreSortedBetweenFrames()
    {
        BoardFeed feed;
        AlertTableModel model(feed);
        model.setGrouped(false);
        const int count = static_cast<int>(AlertTableModel::slice) * 2 + 10;
        feed.apply(storm(count));
        QTRY_VERIFY(model.isSettled());
        const QPersistentModelIndex oldest = model.index(count - 1, 0);
        model.setOrder({AlertColumn::Since, true});
        QVERIFY(!model.isSettled()); // the first slice only
        QCOMPARE(oldest.row(), count - 1);
        feed.apply(gone({"s7"}));
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(oldest.row(), 0);
        QCOMPARE(model.rowCount(), count - 1);
        for (int row = 1; row < model.rowCount(); ++row) {
            const auto since = [&](int at) { return model.index(at, column(AlertColumn::Since)).data().toString(); };
            QVERIFY(since(row - 1) < since(row));
        }
    }

    void thousandsArriveBetweenFrames()
    {
        BoardFeed feed;
        AlertTableModel model(feed);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const int count = static_cast<int>(AlertTableModel::slice) * 2 + 10;
        feed.apply(storm(count));
        QVERIFY(!model.isSettled());
        QCOMPARE(model.rowCount(), 0);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.passing(), count);
        QCOMPARE(inserted.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAlertTableModel)
#include "tst_alert_table_model.moc"
