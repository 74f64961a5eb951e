// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outgoing_message.h"

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

bool isWholeUtf8(const std::string &text)
{
    return QString::fromStdString(text).toStdString() == text && !QString::fromStdString(text).contains(QChar(0xfffd));
}

} // namespace

class TestOutgoingMessage : public QObject
{
    Q_OBJECT

private slots:
    void nothingOfADrillGoesOut();
    void readersAreToldOfTestsAndRepeats();
    void theTitleIsOneLine();
    void isCutBetweenCharacters();
    void theWholeKeepsTheLink();
};

void TestOutgoingMessage::nothingOfADrillGoesOut()
{
    Notification note = notification();
    QVERIFY(OutgoingMessage::of(note, false));
    note.drill = true;
    QVERIFY(!OutgoingMessage::of(note, false));
    QVERIFY(!OutgoingMessage::of(note, true));
}

void TestOutgoingMessage::readersAreToldOfTestsAndRepeats()
{
    Notification note = notification();
    QCOMPARE(OutgoingMessage::of(note, false)->title(), std::string("Checkout is down"));
    QCOMPARE(OutgoingMessage::of(note, true)->title(), std::string("[possible repeat] Checkout is down"));
    note.isTest = true;
    QCOMPARE(OutgoingMessage::of(note, false)->title(), std::string("[test] Checkout is down"));
    QCOMPARE(OutgoingMessage::of(note, true)->title(), std::string("[possible repeat] [test] Checkout is down"));
}

void TestOutgoingMessage::theTitleIsOneLine()
{
    Notification note = notification();
    note.title = "Down\r\nBcc: all@example.net";
    QCOMPARE(OutgoingMessage::of(note, false)->title(), std::string("Down  Bcc: all@example.net"));
}

void TestOutgoingMessage::isCutBetweenCharacters()
{
    const std::string text = "Zürich – 支払い 💥";
    for (std::size_t most = 0; most <= text.size() + 1; ++most) {
        const std::string cut = cutText(text, most);
        QVERIFY2(cut.size() <= most, std::to_string(most).c_str());
        QVERIFY2(isWholeUtf8(cut), std::to_string(most).c_str());
        QVERIFY2(most < 3 || most >= text.size() || cut.ends_with("…"), cut.c_str());
    }
    QCOMPARE(cutText(text, text.size()), text);
}

void TestOutgoingMessage::theWholeKeepsTheLink()
{
    Notification note = notification();
    QCOMPARE(OutgoingMessage::of(note, false)->whole(1'000),
        std::string("Checkout is down\n5xx > 10% & rising\nhttps://shop.example.net/runbook?a=1&b=2"));
    note.text = std::string(5'000, 'x');
    const std::string whole = OutgoingMessage::of(note, false)->whole(160);
    QCOMPARE(whole.size(), 160u);
    QVERIFY2(whole.ends_with("…\n" + note.link), whole.c_str());
    // There is no room for a link that is longer than everything: the words are worth more.
    note.link = "https://shop.example.net/" + std::string(500, 'l');
    QVERIFY(OutgoingMessage::of(note, false)->whole(160).starts_with("Checkout is down\nxxx"));
    note.link.clear();
    note.text.clear();
    QCOMPARE(OutgoingMessage::of(note, false)->whole(160), std::string("Checkout is down"));
}

QTEST_GUILESS_MAIN(TestOutgoingMessage)
#include "tst_outgoing_message.moc"
