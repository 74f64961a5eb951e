// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/severity.h"

#include <QTest>

using namespace tocsin;

class SeverityTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheWordsOfTheField_data();
    void knowsTheWordsOfTheField();
    void aMappingMayBeChanged();
    void everyWordReadsBack();
    void statesFollowDecisionFour();
    void statesAreOrdered();
};

void SeverityTest::knowsTheWordsOfTheField_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("severity");
    const auto row
        = [](const char *word, const char *severity) { QTest::newRow(word) << QByteArray(word) << QByteArray(severity); };
    row("critical", "critical");
    row("CRITICAL", "critical");
    row("page", "critical");
    row("Disaster", "critical");
    row("major_outage", "critical");
    row("major", "major");
    row("high", "major");
    row("error", "major");
    row("partial_outage", "major");
    row("warning", "warning");
    row("minor", "warning");
    row("average", "warning");
    row("degraded_performance", "warning");
    row("info", "info");
    row("notice", "info");
    row("none", "none");
    row("", "unmapped");
    row("ticket", "unmapped");
    row("critical!", "unmapped");
}

void SeverityTest::knowsTheWordsOfTheField()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, severity);
    QCOMPARE(severityWord(SeverityMap().severity(word.toStdString())), std::string_view(severity.toStdString()));
}

void SeverityTest::aMappingMayBeChanged()
{
    SeverityMap map;
    map.set("Ticket", Severity::Warning);
    map.set("info", Severity::Major);
    QCOMPARE(map.severity("TICKET"), Severity::Warning);
    QCOMPARE(map.severity("INFO"), Severity::Major);
    QCOMPARE(SeverityMap().severity("info"), Severity::Info);
}

void SeverityTest::everyWordReadsBack()
{
    for (const Severity severity :
        {Severity::None, Severity::Info, Severity::Unmapped, Severity::Warning, Severity::Major, Severity::Critical})
        QCOMPARE(severityFromWord(severityWord(severity)), std::optional(severity));
    QCOMPARE(severityFromWord("dreadful"), std::optional<Severity>());
    for (const State state : {State::Ok, State::Maintenance, State::Pending, State::Unknown, State::Degraded, State::Down})
        QCOMPARE(stateFromWord(stateWord(state)), std::optional(state));
    QCOMPARE(stateFromWord("OK"), std::optional<State>());
}

void SeverityTest::statesFollowDecisionFour()
{
    QCOMPARE(stateOf(Severity::Critical), std::optional(State::Down));
    QCOMPARE(stateOf(Severity::Major), std::optional(State::Down));
    QCOMPARE(stateOf(Severity::Warning), std::optional(State::Degraded));
    QCOMPARE(stateOf(Severity::Unmapped), std::optional(State::Degraded));
    QCOMPARE(stateOf(Severity::Info), std::optional<State>());
    QCOMPARE(stateOf(Severity::None), std::optional<State>());
}

void SeverityTest::statesAreOrdered()
{
    QCOMPARE(worst(State::Unknown, State::Down), State::Down);
    QCOMPARE(worst(State::Unknown, State::Degraded), State::Degraded);
    QCOMPARE(worst(State::Unknown, State::Ok), State::Unknown);
    QCOMPARE(worst(State::Pending, State::Maintenance), State::Pending);
    QCOMPARE(worst(State::Maintenance, State::Ok), State::Maintenance);
}

QTEST_GUILESS_MAIN(SeverityTest)
#include "tst_severity.moc"
