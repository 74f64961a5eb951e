// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/alert.h"

#include <QTest>

using namespace tocsin;

class AlertTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyOrdinaryWebAddressesAreLinks_data();
    void onlyOrdinaryWebAddressesAreLinks();
    void aQuietAlertKeepsItsState();
    void aPendingAlertIsPending();
};

void AlertTest::onlyOrdinaryWebAddressesAreLinks_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isLink");
    const auto row = [](const char *address, bool isLink) { QTest::newRow(address) << QByteArray(address) << isLink; };
    row("https://runbooks.example.net/payments?x=1#top", true);
    row("http://10.0.0.1:9090/graph", true);
    row("HTTPS://example.net", true);
    row("https://[2001:db8::1]:8443/", true);
    row("https://example.net/a@b", true);
    row("https://example.net?user=a@b", true);
    row("", false);
    row("example.net", false);
    row("//example.net/", false);
    row("https:example.net", false);
    row("https://", false);
    row("https:///etc/passwd", false);
    row("https://:443/", false);
    row("file:///etc/passwd", false);
    row("javascript:alert(1)", false);
    row("javascript://example.net/%0aalert(1)", false);
    row("data:text/html,https://example.net", false);
    row("ftp://example.net/", false);
    row(" https://example.net/", false);
    row("https://user:secret@example.net/", false);
    row("https://shop.example.net@evil.example/", false);
    row("https://evil.example\\@shop.example.net/", false);
    row("https://example.net/a b", false);
    row("https://example.net/\r\nHost: x", false);
}

void AlertTest::onlyOrdinaryWebAddressesAreLinks()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, isLink);
    QCOMPARE(QByteArray::fromStdString(safeLink(address.toStdString())), isLink ? address : QByteArray());
}

void AlertTest::aQuietAlertKeepsItsState()
{
    Alert alert;
    alert.severity = Severity::Critical;
    alert.handling = {.silenced = true, .inhibited = true, .muted = true, .stale = true};
    alert.acknowledgement = Acknowledgement{};
    QCOMPARE(stateOf(alert), std::optional(State::Down));
    alert.severity = Severity::Unmapped;
    QCOMPARE(stateOf(alert), std::optional(State::Degraded));
}

void AlertTest::aPendingAlertIsPending()
{
    Alert alert;
    alert.phase = AlertPhase::Pending;
    alert.severity = Severity::Critical;
    QCOMPARE(stateOf(alert), std::optional(State::Pending));
    alert.severity = Severity::Info;
    QCOMPARE(stateOf(alert), std::optional<State>());
}

QTEST_GUILESS_MAIN(AlertTest)
#include "tst_alert.moc"
