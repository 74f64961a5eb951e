// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel.h"
#include "models/config/config_loader.h"
#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/support/raw_server.h"
#include "tests/support/real_smtp.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

class Password final : public SecretsLookup
{
public:
    explicit Password(std::string value)
        : m_value(std::move(value))
    {
    }
    Result<Secret> secret(const SecretReference &) const override { return Secret(m_value); }

private:
    const std::string m_value;
};

Notification notification()
{
    Notification message;
    message.id = NotificationId("01a21ff3-df9c-713e-8dfc-a9bbdbb1fe07");
    message.channel = ChannelId("mail");
    message.urgency = Urgency::Critical;
    message.title
        = "Zahlungen ausgefallen: \u20ac 12.000 je Minute, die Kasse nimmt keine Karten mehr an \u2013 bitte \u00fcbernehmen";
    message.text = ".ein Punkt zu Beginn\n.\nUmlaute: \u00e4\u00f6\u00fc\u00df\n" + std::string(2'000, 'x');
    message.link = "https://tocsin.example.net/i?a=1&b=2";
    message.subject = "incident/i1";
    message.at = Instant(1'795'235'843s);
    return message;
}

struct Bench {
    SystemClock clock;
    Transport transport{clock};
    Password secrets;
    std::unique_ptr<Channel> channel;

    explicit Bench(const std::string &keys, const std::string &password = RealSmtp::password)
        : secrets(password)
    {
        Vocabulary words;
        for (const ChannelKind &kind : channelKinds())
            words.channels.push_back(kind.section);
        const std::string yaml
            = "services: [{name: S, alerts: 'a=\"b\"'}]\nchannels:\n  - {name: mail, type: mail, from: Tocsin <war@example.net>, "
            + keys + "}\n";
        const LoadedConfig loaded = parseConfig(yaml, "test.yaml", words, processEnvironment());
        if (!loaded.config)
            qFatal("%s", loaded.problems.front().text().c_str());
        const auto kinds = channelKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const ChannelKind &k) { return k.section.type == "mail"; });
        channel = kind->make(loaded.config->channels.front(), {transport, transport, clock, secrets});
    }
    Sent send() { return await(transport, channel->send(*OutgoingMessage::of(notification(), false))); }
};

std::string login(const std::string &caFile)
{
    return "username: 'war@example.net', password: {env: P}, tls: {ca_file: '" + caFile + "'}";
}

} // namespace

/// Mail to a real server, and to servers that are none.
class TestMail : public QObject
{
    Q_OBJECT

private slots:
    void whatArrivesIsWhatWasMeant_data();
    void whatArrivesIsWhatWasMeant();
    void eachRecipientGetsAMailOfTheirOwn();
    void refusalsAreToldApart_data();
    void refusalsAreToldApart();
    void aServerThatIsNotTrustedGetsNothing();
    void withoutStartTlsNothingIsSent();
    void serversThatHangOrBabbleAreLeft_data();
    void serversThatHangOrBabbleAreLeft();
    void stoppingEndsWhatIsUnderway();

private:
    TemporaryCa m_ca;
};

void TestMail::whatArrivesIsWhatWasMeant_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("security");
    QTest::newRow("starttls") << QStringLiteral("starttls") << QStringLiteral("starttls");
    QTest::newRow("tls") << QStringLiteral("tls") << QStringLiteral("tls");
    QTest::newRow("plain") << QStringLiteral("plain") << QStringLiteral("none");
}

void TestMail::whatArrivesIsWhatWasMeant()
{
    QFETCH(const QString, mode);
    QFETCH(const QString, security);
    const RealSmtp server(std::vector<RealSmtp::Port>{{mode.toStdString(), m_ca.issue("server")}});
    const std::string keys = security == QLatin1String("none") ? std::string() : ", " + login(m_ca.caFile());
    Bench bench("server: '" + server.server(0) + "', security: " + security.toStdString() + ", to: [ada@example.net]" + keys);
    const Sent sent = bench.send();
    QVERIFY2(sent.has_value(), sent ? "" : english(sent.error().error.reason).c_str());
    QVERIFY(!sent->words.empty());
    QCOMPARE(server.mails(), 1);
    const nlohmann::json facts = nlohmann::json::parse(server.facts(1));
    const std::string all = facts.dump();
    QVERIFY2(all.find("Zahlungen ausgefallen: \u20ac 12.000 je Minute, die Kasse nimmt keine Karten mehr an \u2013 bitte "
                      "\u00fcbernehmen")
            != std::string::npos,
        all.c_str());
    QVERIFY2(all.find(".ein Punkt zu Beginn") != std::string::npos, all.c_str());
    QVERIFY2(all.find(std::string(2'000, 'x')) != std::string::npos, all.c_str());
    const std::string bytes = server.bytes(1);
    QVERIFY(bytes.find("Message-ID: <01a21ff3-df9c-713e-8dfc-a9bbdbb1fe07.ada_example_net@example.net>") != std::string::npos);
    QVERIFY(bytes.find("Date: Sat, 21 Nov 2026 04:37:23 +0000\r\n") != std::string::npos);
    QVERIFY(bytes.find("Auto-Submitted: auto-generated\r\n") != std::string::npos);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find("\r\n", at), bytes.size());
        QVERIFY2(end - at <= 78, bytes.substr(at, end - at).c_str());
        at = end + 2;
    }
}

void TestMail::eachRecipientGetsAMailOfTheirOwn()
{
    const RealSmtp server(std::vector<RealSmtp::Port>{{"plain", std::nullopt}});
    Bench bench("server: '" + server.server(0) + "', security: none, to: [ada@example.net, bob@example.net, gone@example.net]");
    const Sent sent = bench.send();
    QCOMPARE(server.mails(), 2);
    QVERIFY(server.bytes(1).find("bob@example.net") == std::string::npos);
    QVERIFY(!sent);
    QVERIFY(sent.error().isFinal);
    QVERIFY(sent.error().mayHaveArrived); // two have it
    QVERIFY2(english(sent.error().error.reason).find("2 of 3 recipients have it") != std::string::npos,
        english(sent.error().error.reason).c_str());
}

void TestMail::refusalsAreToldApart_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<QString>("words");
    const QString right = QString::fromLatin1(RealSmtp::password);
    QTest::newRow("recipient") << QStringLiteral("gone@example.net") << right << true << QStringLiteral("refused the recipient");
    QTest::newRow("greylisted") << QStringLiteral("grey@example.net") << right << false << QStringLiteral("Greylisted");
    QTest::newRow("mailbox full") << QStringLiteral("full@example.net") << right << false << QStringLiteral("Mailbox full");
    QTest::newRow("too large") << QStringLiteral("huge@example.net") << right << true << QStringLiteral("too large");
    QTest::newRow("spam") << QStringLiteral("spam@example.net") << right << true << QStringLiteral("Looks like spam");
    QTest::newRow("password") << QStringLiteral("ada@example.net") << QStringLiteral("wrong") << true
                              << QStringLiteral("refused the login");
}

void TestMail::refusalsAreToldApart()
{
    QFETCH(const QString, to);
    QFETCH(const QString, password);
    QFETCH(const bool, isFinal);
    QFETCH(const QString, words);
    const RealSmtp server(std::vector<RealSmtp::Port>{{"starttls", m_ca.issue("server")}});
    Bench bench(
        "server: '" + server.server(0) + "', to: [" + to.toStdString() + "], " + login(m_ca.caFile()), password.toStdString());
    const Sent sent = bench.send();
    QVERIFY(!sent);
    const QString said = QString::fromStdString(english(sent.error().error.reason));
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(sent.error().isFinal, isFinal);
    QVERIFY(!sent.error().mayHaveArrived);
    QVERIFY(!said.contains(QStringLiteral("correct horse")));
    QCOMPARE(server.mails(), 0);
}

void TestMail::aServerThatIsNotTrustedGetsNothing()
{
    const TemporaryCa other;
    const RealSmtp server(std::vector<RealSmtp::Port>{{"starttls", other.issue("server")}, {"tls", other.issue("server")}});
    Bench starttls("server: '" + server.server(0) + "', to: [ada@example.net], " + login(m_ca.caFile()));
    const Sent first = starttls.send();
    QVERIFY(!first && first.error().error.kind == ErrorKind::Tls);
    Bench tls("server: '" + server.server(1) + "', security: tls, to: [ada@example.net], " + login(m_ca.caFile()));
    const Sent second = tls.send();
    QVERIFY(!second && second.error().error.kind == ErrorKind::Tls);
    QCOMPARE(server.mails(), 0);
}

void TestMail::withoutStartTlsNothingIsSent()
{
    const RealSmtp server(std::vector<RealSmtp::Port>{{"plain", std::nullopt}});
    Bench bench("server: '" + server.server(0) + "', to: [ada@example.net], " + login(m_ca.caFile()));
    const Sent sent = bench.send();
    QVERIFY(!sent);
    QVERIFY2(english(sent.error().error.reason).find("offers no STARTTLS") != std::string::npos,
        english(sent.error().error.reason).c_str());
    QCOMPARE(server.mails(), 0);
}

void TestMail::serversThatHangOrBabbleAreLeft_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<bool>("mayHaveArrived");
    const QString greeting = QStringLiteral("220 lab ESMTP\r\n");
    const QString hello = QStringLiteral("250 lab\r\n");
    const QString fine = QStringLiteral("250 ok\r\n");
    QTest::newRow("silence") << QStringList{QString()} << false;
    QTest::newRow("after the greeting") << QStringList{greeting, QString()} << false;
    QTest::newRow("after hello") << QStringList{greeting, hello, QString()} << false;
    QTest::newRow("at the data") << QStringList{greeting, hello, fine, fine, QString()} << false;
    QTest::newRow("garbage") << QStringList{QStringLiteral("HTTP/1.1 400 Bad Request\r\n\r\n")} << false;
    QTest::newRow("no number") << QStringList{greeting, QStringLiteral("hello there\r\n")} << false;
    QTest::newRow("after the mail") << QStringList{greeting, hello, fine, fine, QStringLiteral("354 go\r\n"), QString()} << true;
}

void TestMail::serversThatHangOrBabbleAreLeft()
{
    QFETCH(const QStringList, steps);
    QFETCH(const bool, mayHaveArrived);
    std::vector<std::string> said;
    for (const QString &step : steps)
        said.push_back(step.toStdString());
    RawServer server([said](RawConnection &connection) {
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (said[i].empty())
                return connection.waitForEnd();
            if (!connection.send(said[i]) || connection.readUntil(said[i] == "354 go\r\n" ? "\r\n.\r\n" : "\r\n").empty())
                return;
        }
        connection.waitForEnd();
    });
    Bench bench("server: '" + server.address() + "', security: none, timeout: 400ms, to: [ada@example.net]");
    const Sent sent = bench.send();
    QVERIFY(!sent);
    QVERIFY(!sent.error().error.reason.isEmpty());
    QCOMPARE(sent.error().mayHaveArrived, mayHaveArrived);
    QVERIFY(!sent.error().isFinal || steps.size() == 1);
}

void TestMail::stoppingEndsWhatIsUnderway()
{
    RawServer server([](RawConnection &connection) { connection.waitForEnd(); });
    Bench bench("server: '" + server.address() + "', security: none, timeout: 60s, to: [ada@example.net]");
    std::optional<Sent> sent;
    const auto keep = [](QCoro::Task<Sent> running, std::optional<Sent> &into) -> QCoro::Task<> { into = co_await running; };
    const QCoro::Task<> kept = keep(bench.channel->send(*OutgoingMessage::of(notification(), false)), sent);
    for (int i = 0; i < 20 && server.connections() == 0; ++i)
        bench.transport.runFor(50ms);
    bench.transport.stop();
    QVERIFY(sent.has_value());
    QVERIFY(!*sent && sent->error().error.kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
