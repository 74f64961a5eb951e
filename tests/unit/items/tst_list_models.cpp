// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/check_list_model.h"
#include "models/items/service_list_model.h"
#include "tests/unit/items/board_language.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace tocsin;

namespace {

ServiceStatus service(const char *name, State state, std::vector<CheckId> checks = {})
{
    ServiceStatus status;
    status.id = ServiceId(name);
    status.state = state;
    status.checks = std::move(checks);
    return status;
}

CheckStatus check(const char *id, State state)
{
    CheckStatus status;
    status.id = CheckId(id);
    status.name = id;
    status.state = state;
    return status;
}

QString namesOf(const QAbstractItemModel &model)
{
    return test::printed(model, {0}).join(QLatin1Char(' '));
}

} // namespace

class TestListModels final : public QObject
{
    Q_OBJECT

private slots:
    void servicesStandWorstFirst()
    {
        BoardFeed feed;
        Changes changes;
        changes.services = {service("Cart", State::Ok), service("Pay", State::Ok), service("Mail", State::Unknown)};
        feed.apply(changes);
        ServiceListModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(namesOf(model), QStringLiteral("Mail Cart Pay"));
        const QPersistentModelIndex selected = model.index(2, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        changes.services = {service("Pay", State::Down)};
        feed.apply(changes);
        QCOMPARE(namesOf(model), QStringLiteral("Pay Mail Cart"));
        QCOMPARE(selected.row(), 0);
        QVERIFY(selected.data(ServiceListModel::StateRole).value<State>() == State::Down);
        QCOMPARE(resets.count(), 0);
    }

    void checksAreThoseOfTheService()
    {
        BoardFeed feed;
        Changes changes;
        changes.services
            = {service("Pay", State::Down, {CheckId("p1"), CheckId("p2")}), service("Cart", State::Ok, {CheckId("c1")})};
        changes.checks = {check("p1", State::Ok), check("p2", State::Down), check("c1", State::Ok)};
        feed.apply(changes);
        CheckListModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        model.setService(ServiceId("Pay"));
        QCOMPARE(namesOf(model), QStringLiteral("p2 p1"));
        model.setService(ServiceId("Cart"));
        QCOMPARE(namesOf(model), QStringLiteral("c1"));
        Changes later;
        later.checks = {check("c1", State::Degraded), check("p1", State::Down)};
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        feed.apply(later);
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.index(0, 0).data(CheckListModel::StateRole).value<State>() == State::Degraded);
    }

    void aWalkEqualsAFreshList()
    {
        std::mt19937 random(7);
        const auto below = [&](unsigned limit) { return random() % limit; };
        BoardFeed feed;
        ServiceListModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int step = 0; step < 300; ++step) {
            Changes changes;
            changes.reset = below(50) == 0;
            for (unsigned i = below(90); i > 0; --i)
                changes.services.push_back(service(("S" + std::to_string(below(150))).c_str(), static_cast<State>(below(6))));
            feed.apply(changes);
            QCOMPARE(namesOf(model), namesOf(ServiceListModel(feed)));
        }
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_list_models.moc"
