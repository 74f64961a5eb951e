// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/dns_message.h"
#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/unit/checks/check_bench.h"
#include "tests/unit/checks/udp_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

std::string wireNumber(unsigned value, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += static_cast<char>(value >> (8 * i) & 0xffu);
    return text;
}

/// A record about the name of the question (a pointer to byte 12).
std::string record(int type, const std::string &data)
{
    return wireNumber(0xc00c, 2) + wireNumber(static_cast<unsigned>(type), 2) + wireNumber(1, 2) + wireNumber(300, 4)
        + wireNumber(static_cast<unsigned>(data.size()), 2) + data;
}

/// The same about another name.
std::string recordOf(const std::string &owner, int type, const std::string &data)
{
    return owner + record(type, data).substr(2);
}

/// An answer to `question` with these records.
std::string answerTo(const std::string &question, int code, const std::vector<std::string> &records)
{
    std::string bytes = question.substr(0, 2) + wireNumber(0x8180u | static_cast<unsigned>(code), 2) + wireNumber(1, 2)
        + wireNumber(static_cast<unsigned>(records.size()), 2) + wireNumber(0, 4);
    const std::size_t end = question.find('\0', 12) + 5; // the name, its end, type and class
    bytes += question.substr(12, end - 12);
    for (const std::string &each : records)
        bytes += each;
    return bytes;
}

const std::string kAddress("\xc0\x00\x02\x07", 4);
const std::string kOther("\xc0\x00\x02\x08", 4);
const std::string kMail("\x04mail\x07"
                        "example\x03net\x00",
    18);

} // namespace

class DnsCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void readsRecords_data();
    void readsRecords();
    void anAliasLeadsToItsAddress();
    void expectsRecords();
    void aSlowServerIsDegraded();
    void manyQuestionsAreUnderWayAtOnce();
    void stoppingEndsWhatIsUnderWay();
    void withoutAResolverNothingIsProven();
    void aServerIsNamedByItsAddress();

private:
    Observation ask(const std::string &server, Settings settings = {});
    SystemClock m_clock;
    FixedSecrets m_secrets;
    ScriptedHttp m_http;
    ScriptedTcp m_tcp;
};

Observation DnsCheckTest::ask(const std::string &server, Settings settings)
{
    Transport transport(m_clock);
    settings.set("query", std::string("shop.example.net"));
    settings.set("resolver", server);
    CheckConfig config;
    config.policy.timeout = 600ms;
    config.settings = settings;
    const auto check = checkKind("dns").make(config, CheckTools{m_http, m_tcp, m_clock, m_secrets, &transport});
    return await(transport, check->run());
}

void DnsCheckTest::judges_data()
{
    QTest::addColumn<int>("lie");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, int lie, Outcome outcome, const char *code) {
        QTest::newRow(name) << lie << static_cast<int>(outcome) << QByteArray(code);
    };
    row("an address", 0, Outcome::Good, "");
    row("no such name", 1, Outcome::Failed, "dns_no_such_name");
    row("no address", 2, Outcome::Failed, "dns_no_record");
    row("server failure", 3, Outcome::Failed, "dns_server_fails");
    row("refused", 4, Outcome::Unproven, "dns_server_refuses");
    row("silent", 5, Outcome::Failed, "timeout_name_server");
    row("another question's answer", 6, Outcome::Failed, "timeout_name_server"); // forged ones are not listened to
    row("an address of three bytes", 7, Outcome::Unproven, "dns_answer_broken");
    row("fewer records than announced", 8, Outcome::Unproven, "dns_answer_broken");
    row("only a record of another type", 9, Outcome::Failed, "dns_no_record");
    row("only a record of another name", 10, Outcome::Failed, "dns_no_record");
    row("an alias and the record of a third name", 11, Outcome::Failed, "dns_no_record");
    row("an alias and its record", 12, Outcome::Good, "");
}

void DnsCheckTest::judges()
{
    QFETCH(int, lie);
    QFETCH(int, outcome);
    QFETCH(QByteArray, code);
    const UdpServer server([lie](const std::string &question) -> std::string {
        std::string good = answerTo(question, 0, {record(1, kAddress)});
        switch (lie) {
        case 1:
            return answerTo(question, 3, {});
        case 2:
            return answerTo(question, 0, {});
        case 3:
            return answerTo(question, 2, {});
        case 4:
            return answerTo(question, 5, {});
        case 5:
            return {};
        case 6:
            good[0] = static_cast<char>(good[0] + 1);
            return good;
        case 7:
            return answerTo(question, 0, {record(1, kAddress.substr(1))});
        case 8:
            return good.substr(0, good.size() - 2);
        case 9:
            return answerTo(question, 0, {record(16, std::string("\x02hi"))});
        case 10:
            return answerTo(question, 0, {recordOf(kMail, 1, kAddress)});
        case 11:
            return answerTo(question, 0, {record(5, kMail), recordOf(std::string("\x01z\x00", 3), 1, kAddress)});
        case 12:
            return answerTo(question, 0, {recordOf(kMail, 1, kAddress), record(5, kMail)});
        default:
            return good;
        }
    });
    const Observation observation = ask(server.address());
    QVERIFY2(static_cast<int>(observation.outcome) == outcome, english(observation.reason).c_str());
    QCOMPARE(QByteArray::fromStdString(std::string(observation.reason.code())), code);
    QVERIFY(observation.evidence.request.find("shop.example.net") != std::string::npos);
}

void DnsCheckTest::readsRecords_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *type, const std::string &data, const char *text) {
        QTest::newRow(type) << QByteArray(type) << QByteArray::fromStdString(data) << QByteArray(text);
    };
    row("A", kAddress, "192.0.2.7");
    row("AAAA", std::string("\x20\x01\x0d\xb8", 4) + std::string(11, '\0') + '\x01', "2001:db8::1");
    row("CNAME", kMail, "mail.example.net");
    row("NS", kMail, "mail.example.net");
    row("PTR", kMail, "mail.example.net");
    row("MX", wireNumber(10, 2) + kMail, "10 mail.example.net");
    row("SRV", wireNumber(0, 2) + wireNumber(5, 2) + wireNumber(5060, 2) + kMail, "0 5 5060 mail.example.net");
    row("TXT", std::string("\x06v=spf1\x05 -all", 13), "v=spf1 -all");
    row("CAA", std::string("\x00\x05issue", 7) + "ca.example.net", "0 issue \"ca.example.net\"");
    row("SOA", kMail + kMail + wireNumber(2026, 4) + wireNumber(1, 4) + wireNumber(2, 4) + wireNumber(3, 4) + wireNumber(4, 4),
        "mail.example.net mail.example.net 2026 1 2 3 4");
}

void DnsCheckTest::readsRecords()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, text);
    const int number = dnsTypeNumber(type.toStdString()).value();
    const std::string question
        = std::string("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x01x\x00", 15) + wireNumber(1, 2) + wireNumber(1, 2);
    const std::string whole = answerTo(question, 0, {record(number, data.toStdString())});
    const auto message = readDnsMessage(whole, number);
    QVERIFY(message);
    QCOMPARE(message->records.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(message->records.front()), text);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!readDnsMessage(whole.substr(0, length), number)); // cut off anywhere, it is no answer
    std::string asked = whole;
    asked[2] = static_cast<char>(asked[2] & 0x7f);
    QVERIFY(!readDnsMessage(asked, number)); // a question with records is none either
}

void DnsCheckTest::anAliasLeadsToItsAddress()
{
    const UdpServer server([](const std::string &question) {
        return answerTo(question, 0, {record(5, kMail), record(1, kAddress)});
    });
    const Observation observation = ask(server.address());
    QCOMPARE(observation.outcome, Outcome::Good);
    QCOMPARE(observation.evidence.firstBytes, std::string("NOERROR\n192.0.2.7"));
}

void DnsCheckTest::expectsRecords()
{
    const UdpServer server([](const std::string &question) {
        return answerTo(question, 0, {record(1, kOther), record(1, kAddress)});
    });
    Settings settings;
    settings.set("expect", std::vector<std::string>{"192.0.2.7"});
    QCOMPARE(ask(server.address(), settings).outcome, Outcome::Good);
    settings.set("expect", std::vector<std::string>{"192.0.2.7", "192.0.2.9"});
    const Observation hijacked = ask(server.address(), settings);
    QCOMPARE(hijacked.outcome, Outcome::Failed);
    QCOMPARE(english(hijacked.reason), std::string("192.0.2.9 is missing: there is 192.0.2.7 192.0.2.8"));
    Settings conditions;
    conditions.set("conditions", std::vector<std::string>{"[BODY] == pat(*192.0.2.8*)"});
    QCOMPARE(ask(server.address(), conditions).outcome, Outcome::Good);
}

void DnsCheckTest::aSlowServerIsDegraded()
{
    const UdpServer server([](const std::string &question) {
        std::this_thread::sleep_for(60ms); // what the server does, not what the test waits for
        return answerTo(question, 0, {record(1, kAddress)});
    });
    Settings settings;
    settings.set("degraded", std::vector<std::string>{"[RESPONSE_TIME] > 50ms"});
    QCOMPARE(ask(server.address(), settings).outcome, Outcome::Impaired);
}

void DnsCheckTest::manyQuestionsAreUnderWayAtOnce()
{
    const UdpServer silent([](const std::string &) { return std::string(); });
    Transport transport(m_clock);
    std::vector<Pending<Result<DnsAnswer>>> pending;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i)
        pending.emplace_back(transport.ask({"n" + std::to_string(i) + ".example.net", "A", silent.address()}, 500ms));
    QVERIFY(runUntil(
        transport, [&] { return std::all_of(pending.begin(), pending.end(), [](const auto &each) { return each.isReady(); }); }));
    QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
    for (auto &each : pending)
        QCOMPARE(each.result().error().kind, ErrorKind::Timeout);
}

void DnsCheckTest::stoppingEndsWhatIsUnderWay()
{
    const UdpServer silent([](const std::string &) { return std::string(); });
    Transport transport(m_clock);
    Pending<Result<DnsAnswer>> pending(transport.ask({"shop.example.net", "A", silent.address()}, 60s));
    transport.runFor(50ms);
    QVERIFY(!pending.isReady());
    transport.stop();
    QVERIFY(pending.isReady());
    QCOMPARE(pending.result().error().kind, ErrorKind::Cancelled);
    const Pending<Result<DnsAnswer>> late(transport.ask({"shop.example.net", "A", silent.address()}, 60s));
    QVERIFY(late.isReady());
}

void DnsCheckTest::withoutAResolverNothingIsProven()
{
    CheckBench bench;
    Settings settings;
    settings.set("query", std::string("shop.example.net"));
    QCOMPARE(resultOf(bench.make("dns", settings)->run()).outcome, Outcome::Unproven);
}

void DnsCheckTest::aServerIsNamedByItsAddress()
{
    const auto validate = checkKind("dns").section.validate;
    Settings settings;
    settings.set("query", std::string("shop.example.net"));
    QVERIFY(validate(settings).empty());
    for (const char *address : {"192.0.2.53:53", "[2001:db8::53]:53"}) {
        settings.set("resolver", std::string(address));
        QVERIFY2(validate(settings).empty(), address);
    }
    settings.set("resolver", std::string("dns.example.net:53"));
    QCOMPARE(validate(settings).size(), std::size_t(1));
    QCOMPARE(ask("dns.example.net:53").outcome, Outcome::Unproven);
    QCOMPARE(checkKind("dns").section.defaultName(settings), std::string("dns A shop.example.net"));
}

QTEST_GUILESS_MAIN(DnsCheckTest)
#include "tst_dns_check.moc"
