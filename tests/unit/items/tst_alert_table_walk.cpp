// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_table_model.h"
#include "tests/unit/items/board_language.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <random>

using namespace tocsin;

namespace {

/// A shop in which things come, change and go at random, the same way for the same seed.
class RandomShop
{
public:
    explicit RandomShop(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    Changes step()
    {
        Changes changes;
        changes.reset = below(40) == 0;
        for (int i = below(12); i > 0; --i)
            changes.alerts.push_back(alert(below(m_ids)));
        for (int i = below(8); i > 0; --i)
            changes.goneAlerts.push_back(key(below(m_ids)));
        std::erase_if(changes.goneAlerts, [&](const AlertKey &gone) {
            return std::any_of(changes.alerts.begin(), changes.alerts.end(), [&](const AlertPtr &a) { return a->key == gone; });
        });
        if (below(3) == 0)
            changes.actions.push_back(action());
        return changes;
    }

private:
    static AlertKey key(int id) { return {SourceId(id % 2 ? "am" : "prom"), "id" + std::to_string(id)}; }

    AlertPtr alert(int id)
    {
        static constexpr std::array kSeverities{"critical", "warning", "info", "strange"};
        Alert alert = *test::alert("x Name warning Shop");
        alert.key = key(id);
        alert.name = "Name" + std::to_string(below(4));
        alert.service = ServiceId("Service" + std::to_string(below(2)));
        alert.severityText = kSeverities.at(static_cast<std::size_t>(below(4)));
        alert.severity = SeverityMap().severity(alert.severityText);
        alert.startsAt = test::at(below(20));
        if (below(4) == 0)
            alert.acknowledgement = Acknowledgement{"NAME", "", {}, {}, {}};
        alert.handling.stale = below(10) == 0;
        return std::make_shared<const Alert>(alert);
    }

    ActionStatus action()
    {
        ActionStatus action;
        action.id = ActionId("wish" + std::to_string(below(9)));
        action.alerts = {key(below(m_ids)), key(below(m_ids))};
        action.progress = static_cast<ActionStatus::Progress>(below(3));
        return action;
    }

    std::mt19937 m_random;
    int m_ids = 60;
};

QStringList everything(const AlertTableModel &model)
{
    QStringList lines = test::printed(model, {0, 1, 2, 3, 4, 5, 6, 8});
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        lines[row] += QStringLiteral(" %1 %2 %3")
                          .arg(index.data(AlertRole::Count).toInt())
                          .arg(index.data(AlertRole::Outlined).toInt())
                          .arg(index.data(AlertRole::Stale).toInt());
    }
    return lines;
}

} // namespace

/// Whatever happens, in whatever order, the table says what a fresh table of the same board says.
class TestAlertTableWalk final : public QObject
{
    Q_OBJECT

private slots:
    void equalsAFreshTable_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void equalsAFreshTable()
    {
        QFETCH(unsigned, seed);
        RandomShop shop(seed);
        BoardFeed feed;
        AlertTableModel model(feed);
        model.setGrouped(seed % 3 != 0);
        const AlertFilter filter = *AlertFilter::parse(seed % 2 ? QString() : QStringLiteral("state!=acked"));
        model.setFilter(filter);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const std::array columns{AlertColumn::State, AlertColumn::Name, AlertColumn::Since, AlertColumn::Acknowledged,
            AlertColumn::Severity, AlertColumn::Service};
        for (int step = 0; step < 60; ++step) {
            if (step % 9 == 8)
                model.setOrder({columns.at(static_cast<std::size_t>(step / 9) % columns.size()), shop.below(2) == 0});
            feed.apply(shop.step());
            AlertTableModel fresh(feed);
            fresh.setOrder(model.order());
            fresh.setGrouped(model.isGrouped());
            fresh.setFilter(filter);
            QCOMPARE(everything(model), everything(fresh));
        }
        QCOMPARE(resets.count(), 0);
    }

    void aSelectedAlertStaysSelected_data() { equalsAFreshTable_data(); }
    void aSelectedAlertStaysSelected()
    {
        QFETCH(unsigned, seed);
        RandomShop shop(seed);
        BoardFeed feed;
        AlertTableModel model(feed);
        model.setGrouped(false);
        for (int step = 0; step < 60; ++step) {
            if (model.rowCount() == 0) {
                feed.apply(shop.step());
                continue;
            }
            const QPersistentModelIndex selected = model.index(shop.below(model.rowCount()), 0);
            const auto key = selected.data(AlertRole::Key).value<AlertKey>();
            feed.apply(shop.step());
            const bool isThere = feed.board().alerts.count(key) != 0;
            if (!isThere)
                QVERIFY(!selected.isValid());
            else if (selected.isValid())
                QVERIFY(selected.data(AlertRole::Key).value<AlertKey>() == key);
        }
    }

    void aBatchNeedsFewSignals()
    {
        BoardFeed feed;
        AlertTableModel model(feed);
        model.setGrouped(false);
        Changes first;
        for (int i = 0; i < 3000; ++i)
            first.alerts.push_back(
                test::alert(QByteArray("a" + QByteArray::number(i) + " A warning S @" + QByteArray::number(i)).constData()));
        feed.apply(first);
        QTRY_COMPARE(model.rowCount(), 3000);
        int signalCount = 0;
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(&model, signal, this, [&] { ++signalCount; });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [&] { ++signalCount; });
        connect(&model, &QAbstractItemModel::dataChanged, this, [&] { ++signalCount; });
        Changes scattered; // every third goes, every third turns critical, every third is new
        for (int i = 0; i < 3000; i += 3) {
            const QByteArray n = QByteArray::number(i);
            scattered.goneAlerts.push_back({SourceId("am"), ("a" + n).toStdString()});
            scattered.alerts.push_back(
                test::alert(QByteArray("a" + QByteArray::number(i + 1) + " A critical S @" + n).constData()));
            scattered.alerts.push_back(test::alert(QByteArray("b" + n + " A warning S @" + n).constData()));
        }
        feed.apply(scattered);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 3000);
        QVERIFY2(signalCount <= 6, qPrintable(QString::number(signalCount)));
    }
};

QTEST_GUILESS_MAIN(TestAlertTableWalk)
#include "tst_alert_table_walk.moc"
