// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/mail_message.h"

#include <QByteArray>
#include <QTest>

using namespace tocsin;

namespace {

/// As a reader of mails does it: encoded words one after the other, blanks between them left out (RFC 2047, 6.2).
std::string decoded(const std::string &header)
{
    std::string text;
    for (std::size_t at = 0; at < header.size();) {
        if (header.compare(at, 10, "=?utf-8?B?") != 0) {
            text += header[at++];
            continue;
        }
        const std::size_t end = header.find("?=", at + 10);
        text += QByteArray::fromBase64(QByteArray::fromStdString(header.substr(at + 10, end - at - 10))).toStdString();
        at = end + 2;
        while (header.compare(at, 3, "\r\n ") == 0)
            at += 3;
    }
    return text;
}

std::string mailOf(const std::string &title, const std::string &text, const std::string &to = "ada@example.net")
{
    Notification message;
    message.id = NotificationId("n 1\r\nBcc: eve@example.net");
    message.title = title;
    message.text = text;
    return mailText(*OutgoingMessage::of(message, false), {"Tocsin \"war\" room", "war@example.net"}, to);
}

} // namespace

/// Mails as they go over the wire, whatever people or servers have written.
class TestMailMessage : public QObject
{
    Q_OBJECT

private slots:
    void titlesSurvive_data();
    void titlesSurvive();
    void nobodyAddsAHeader();
    void mailboxesAreRead_data();
    void mailboxesAreRead();
    void addressesAreJudged_data();
    void addressesAreJudged();
};

void TestMailMessage::titlesSurvive_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << QStringLiteral("Payments is down");
    QTest::newRow("umlauts") << QStringLiteral("Zahlungen gest\u00f6rt");
    QTest::newRow("looks encoded") << QStringLiteral("=?utf-8?B?eA==?=");
    QTest::newRow("long and plain") << QString(300, QLatin1Char('a'));
    QTest::newRow("long") << QString(200, QChar(0x20ac));
    QTest::newRow("beyond the basic plane") << QStringLiteral("\U0001f525").repeated(60);
}

void TestMailMessage::titlesSurvive()
{
    QFETCH(const QString, title);
    const std::string words = headerWords(title.toStdString(), 9);
    QCOMPARE(QString::fromStdString(decoded(words)).trimmed(), title);
    for (const QString &line : QString::fromStdString("Subject: " + words).split(QStringLiteral("\r\n"))) {
        QVERIFY2(line.size() <= 78, qPrintable(line));
        // Each word by itself is whole text: nothing is cut within a character.
        const std::size_t from = line.toStdString().find("=?utf-8?B?");
        if (from != std::string::npos)
            QVERIFY(!QString::fromStdString(decoded(line.toStdString().substr(from))).contains(QChar::ReplacementCharacter));
    }
}

void TestMailMessage::nobodyAddsAHeader()
{
    const std::string mail = mailOf("down\r\nBcc: eve@example.net\r\n\r\nhello", "text\r\n.\r\nMAIL FROM:<eve@example.net>\nend");
    const std::string head = mail.substr(0, mail.find("\r\n\r\n"));
    QVERIFY2(head.find("\r\nBcc") == std::string::npos, head.c_str());
    QVERIFY(head.find("From: \"Tocsin war room\"\r\n <war@example.net>\r\n") != std::string::npos);
    QVERIFY(mail.find("MAIL FROM") == std::string::npos); // the body is base64
    for (std::size_t i = 0; i < mail.size(); ++i) {
        QVERIFY(mail[i] != '\n' || (i > 0 && mail[i - 1] == '\r'));
        QVERIFY(mail[i] != '\r' || mail[i + 1] == '\n');
        QVERIFY(static_cast<unsigned char>(mail[i]) < 0x80);
    }
}

void TestMailMessage::mailboxesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *text, const char *name, const char *address) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name) << QString::fromUtf8(address);
    };
    row("war@example.net", "", "war@example.net");
    row("Tocsin <war@example.net>", "Tocsin", "war@example.net");
    row("\"The war room\" <war@example.net> ", "The war room", "war@example.net");
    row("Tocsin <war@example.net", "", "");
    row("Tocsin <war@example.net> and more", "", "");
    row("Tocsin <>", "", "");
    row("Tocsin", "", "");
}

void TestMailMessage::mailboxesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const QString, address);
    const std::optional<Mailbox> mailbox = parseMailbox(text.toStdString());
    QCOMPARE(mailbox.has_value(), !address.isEmpty());
    QCOMPARE(QString::fromStdString(mailbox.value_or(Mailbox()).name), name);
    QCOMPARE(QString::fromStdString(mailbox.value_or(Mailbox()).address), address);
}

void TestMailMessage::addressesAreJudged_data()
{
    QTest::addColumn<bool>("isFine");
    for (const char *fine : {"ada@example.net", "a.b+c@x.example.net", "ada@localhost", "\u00e4da@example.net"})
        QTest::newRow(fine) << true;
    for (const char *bad : {"", "ada", "@example.net", "ada@", "a b@example.net", "ada@example.net,bob@example.net",
             "<ada@example.net>", "ada@example.net\r\nDATA", "a@b@example.net", "ada@.net", "ada@example..net"})
        QTest::newRow(*bad == '\0' ? "empty" : bad) << false;
}

void TestMailMessage::addressesAreJudged()
{
    QFETCH(const bool, isFine);
    const std::string tag = QTest::currentDataTag();
    QCOMPARE(mailAddressProblem(tag == "empty" ? std::string() : tag).empty(), isFine);
}

QTEST_GUILESS_MAIN(TestMailMessage)
#include "tst_mail_message.moc"
