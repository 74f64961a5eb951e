// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/alert_join.h"

#include <QTest>

using namespace tocsin;

namespace {

AlertPtr alertOf(const char *source, const char *id, Labels labels, AlertPhase phase = AlertPhase::Firing)
{
    auto alert = std::make_shared<Alert>();
    alert->key = AlertKey{SourceId(source), id};
    alert->labels = std::move(labels);
    alert->phase = phase;
    alert->actions.acknowledge = std::string_view(source).substr(0, 2) == "am";
    return alert;
}

const std::vector<std::string> kExternal{"cluster", "replica"};

} // namespace

/// Decision 16: the same condition seen through Prometheus and through Alertmanager counts once, and nothing else does.
class TestAlertJoin : public QObject
{
    Q_OBJECT

private slots:
    void externalLabelsDoNotMatter();
    void otherLabelsDo();
    void anExternalLabelThatBothHaveMust();
    void pendingAndSameSourceNeverJoin();
    void nothingIsHiddenWithoutAStandIn();
    void choiceDoesNotDependOnOrder();
};

void TestAlertJoin::externalLabelsDoNotMatter()
{
    const auto joined
        = joinAlerts({alertOf("prom", "1", {{"alertname", "A"}, {"job", "shop"}}),
                         alertOf("am", "2", {{"alertname", "A"}, {"job", "shop"}, {"cluster", "lab"}, {"replica", "a"}})},
            kExternal);
    QCOMPARE(joined.size(), std::size_t(1));
    QVERIFY(joined.front() == (JoinedAlert{{SourceId("prom"), "1"}, {SourceId("am"), "2"}}));
}

void TestAlertJoin::otherLabelsDo()
{
    QVERIFY(joinAlerts(
        {alertOf("prom", "1", {{"alertname", "A"}}), alertOf("am", "2", {{"alertname", "A"}, {"job", "shop"}})}, kExternal)
                .empty());
}

void TestAlertJoin::anExternalLabelThatBothHaveMust()
{
    const AlertPtr west = alertOf("am", "2", {{"alertname", "A"}, {"cluster", "west"}});
    QVERIFY(joinAlerts({alertOf("prom", "1", {{"alertname", "A"}, {"cluster", "east"}}), west}, kExternal).empty());
    QCOMPARE(
        joinAlerts({alertOf("prom", "1", {{"alertname", "A"}, {"cluster", "west"}}), west}, kExternal).size(), std::size_t(1));
}

void TestAlertJoin::pendingAndSameSourceNeverJoin()
{
    const Labels labels{{"alertname", "A"}};
    QVERIFY(joinAlerts({alertOf("prom", "1", labels, AlertPhase::Pending), alertOf("am", "2", labels)}, kExternal).empty());
    QVERIFY(
        joinAlerts({alertOf("am", "1", labels), alertOf("am", "2", {{"alertname", "A"}, {"replica", "b"}})}, kExternal).empty());
}

void TestAlertJoin::nothingIsHiddenWithoutAStandIn()
{
    const Labels labels{{"alertname", "A"}};
    QVERIFY(joinAlerts({alertOf("prom1", "1", labels), alertOf("prom2", "1", labels)}, kExternal).empty());
    QVERIFY(joinAlerts({alertOf("am1", "1", labels), alertOf("am2", "1", labels)}, kExternal).empty());
}

void TestAlertJoin::choiceDoesNotDependOnOrder()
{
    const AlertPtr prom = alertOf("prom", "1", {{"alertname", "A"}});
    const AlertPtr a = alertOf("am", "2", {{"alertname", "A"}, {"replica", "a"}});
    const AlertPtr b = alertOf("am", "3", {{"alertname", "A"}, {"replica", "b"}});
    QVERIFY(joinAlerts({prom, a, b}, kExternal) == joinAlerts({b, a, prom}, kExternal));
}

QTEST_GUILESS_MAIN(TestAlertJoin)
#include "tst_alert_join.moc"
