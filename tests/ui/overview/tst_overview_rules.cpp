// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sample_board.h"
#include "widgets/overview/action_targets.h"
#include "widgets/overview/alert_links.h"
#include "widgets/overview/evidence_view.h"
#include "widgets/overview/item_rows.h"
#include "widgets/overview/service_filter.h"

#include <QTest>

using namespace tocsin;

namespace {

Board burningBoard()
{
    Board board;
    board.apply(sample::board(8, true));
    return board;
}

const ServiceStatus &service(const Board &board, const char *name)
{
    return board.services.at(ServiceId(name));
}

} // namespace

class TstOverviewRules : public QObject
{
    Q_OBJECT

private slots:
    void filterFindsNamesAndStates_data();
    void filterFindsNamesAndStates();
    void acknowledgingAimsAtWhatNobodyHas();
    void rowsAreWorstFirst();
    void onlySafeLinksAreOffered();
    void evidenceIsSaidInPlainText();
    void whatIsNoHttpAnswerIsStillAnAnswer();
    void siblingsAreToldApart();
    void linksOfSeveralAlertsSayWhose();
    void oldCertificatesShowTheirOwnAge();
};

void TstOverviewRules::filterFindsNamesAndStates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("nothing typed") << QString() << true;
    QTest::newRow("part of the name") << QStringLiteral("pay") << true;
    QTest::newRow("state") << QStringLiteral("down") << true;
    QTest::newRow("both") << QStringLiteral("DOWN ments") << true;
    QTest::newRow("other state") << QStringLiteral("ok") << false;
    QTest::newRow("one of two") << QStringLiteral("pay ok") << false;
}

void TstOverviewRules::filterFindsNamesAndStates()
{
    QFETCH(QString, typed);
    QFETCH(bool, isShown);
    QCOMPARE(matchesFilter(service(burningBoard(), "Payments"), typed), isShown);
}

void TstOverviewRules::acknowledgingAimsAtWhatNobodyHas()
{
    const Board board = burningBoard();
    const ActionTarget checkout = unownedTrouble(board, service(board, "Checkout"));
    QCOMPARE(checkout.checks, std::vector<CheckId>{CheckId("Checkout/health")});
    QCOMPARE(checkout.alerts, (std::vector<AlertKey>{{SourceId("alertmanager"), "fp1"}}));
    QVERIFY(isEmpty(ownedTrouble(board, service(board, "Checkout"))));
    QVERIFY(isEmpty(unownedTrouble(board, service(board, "Payments")))); // P1 has it
    QCOMPARE(ownedTrouble(board, service(board, "Payments")).alerts.size(), std::size_t(1));
    QVERIFY(isEmpty(unownedTrouble(board, service(board, "Cart")))); // calm
}

void TstOverviewRules::rowsAreWorstFirst()
{
    const Board board = burningBoard();
    const std::vector<ItemRow> rows = itemRows(board, service(board, "Checkout"), sample::now);
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0].name, QStringLiteral("health"));
    QCOMPARE(rows[0].figure, QStringLiteral("2,014 ms"));
    QCOMPARE(rows[1].detail, QStringLiteral("proven 2 s ago"));
    QCOMPARE(rows[2].name, QStringLiteral("alert PaymentDeclineSpike"));
    QVERIFY(rows[2].detail.startsWith(QStringLiteral("alertmanager · 14 min")));
    QCOMPARE(targetOf(rows[2]).alerts.size(), std::size_t(1));
}

void TstOverviewRules::onlySafeLinksAreOffered()
{
    const Board board = burningBoard();
    QStringList texts;
    for (const AlertLink &link : linksOf(board, service(board, "Checkout"), 10)) {
        texts << link.text;
        QVERIFY(link.address.scheme().startsWith(QStringLiteral("http")));
    }
    QCOMPARE(texts, (QStringList{QStringLiteral("dashboard"), QStringLiteral("runbook"), QStringLiteral("alertmanager")}));
}

void TstOverviewRules::evidenceIsSaidInPlainText()
{
    const Board board = burningBoard();
    Evidence evidence = board.checks.at(CheckId("Checkout/health")).last->evidence;
    const QStringList lines = evidenceLines(evidence, sample::now);
    QCOMPARE(lines[0], QStringLiteral("GET https://shop.example.net/Checkout/health/health → 503 in 2,014 ms"));
    QVERIFY(lines[1].startsWith(QStringLiteral("content-type application/json, ")));
    QVERIFY(lines[3].startsWith(QStringLiteral("dns 1 · connect 9 · tls 22 · first byte 1,981")));
    evidence.firstBytes = "<img src=x>\x1b[2J\xe2\x80\xae";
    evidence.status = 0;
    const QStringList hostile = evidenceLines(evidence, sample::now);
    QVERIFY(hostile[0].contains(QStringLiteral("no answer")));
    QVERIFY(!hostile[2].contains(QChar(0x1b)) && !hostile[2].contains(QChar(0x202e)));
}

void TstOverviewRules::whatIsNoHttpAnswerIsStillAnAnswer()
{
    Evidence evidence;
    evidence.request = "TCP shop.example.net:443";
    evidence.remoteAddress = "192.0.2.1:443";
    evidence.timings.connect = Micros(340);
    evidence.timings.total = Micros(340);
    const QStringList connected = evidenceLines(evidence, sample::now);
    QCOMPARE(connected[0], QStringLiteral("TCP shop.example.net:443 → connected in 0.3 ms"));
    QCOMPARE(connected[1], QStringLiteral("from 192.0.2.1:443"));
    evidence.timings.connect.reset();
    QVERIFY(evidenceLines(evidence, sample::now)[0].contains(QStringLiteral("no answer")));
    evidence.request = "DNS A shop.example.net";
    evidence.bytes = 44;
    QVERIFY(evidenceLines(evidence, sample::now)[0].contains(QStringLiteral("→ answered in")));
}

Board siblings()
{
    Board board;
    Changes changes = sample::board(1, false);
    ServiceStatus &payments = changes.services.front();
    payments.alerts.clear();
    changes.alerts.clear();
    for (const char *mountpoint : {"", "/a", "/b"}) {
        Alert alert = *sample::alert(payments.id, std::string("sib") + mountpoint, "Sib", Severity::Warning);
        alert.annotations = {{"runbook", std::string("https://runbooks.example.net/") + mountpoint}};
        alert.labels = {{"alertname", "Sib"}, {"instance", "db1"}};
        if (*mountpoint != '\0')
            alert.labels.set("mountpoint", mountpoint);
        payments.alerts.push_back(alert.key);
        changes.alerts.push_back(std::make_shared<const Alert>(alert));
    }
    board.apply(changes);
    return board;
}

void TstOverviewRules::siblingsAreToldApart()
{
    const Board board = siblings();
    QStringList details;
    for (const ItemRow &row : itemRows(board, service(board, "Payments"), sample::now)) {
        if (row.name == QStringLiteral("alert Sib"))
            details << row.detail.section(QStringLiteral(" · "), 0, 0);
    }
    QCOMPARE(details,
        (QStringList{
            QStringLiteral("mountpoint=\"\""), QStringLiteral("mountpoint=\"/a\""), QStringLiteral("mountpoint=\"/b\"")}));
}

void TstOverviewRules::linksOfSeveralAlertsSayWhose()
{
    const Board board = siblings();
    QStringList texts;
    for (const AlertLink &link : linksOf(board, service(board, "Payments"), 10))
        texts << link.text;
    QVERIFY2(texts.contains(QStringLiteral("Sib · mountpoint=\"/a\" · runbook")), qPrintable(texts.join(QLatin1Char('\n'))));
    QVERIFY(texts.contains(QStringLiteral("Sib · mountpoint=\"/b\" · runbook")));
}

void TstOverviewRules::oldCertificatesShowTheirOwnAge()
{
    const Board board = burningBoard();
    const QString line = evidenceLines(board.checks.at(CheckId("Cart/health")).last->evidence, sample::now).last();
    QVERIFY2(line.contains(QStringLiteral("61 d left")) && line.contains(QStringLiteral("seen 42 s ago")), qPrintable(line));
}

QTEST_GUILESS_MAIN(TstOverviewRules)
#include "tst_overview_rules.moc"
