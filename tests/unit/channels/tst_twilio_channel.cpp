// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::string kUrl = "https://api.twilio.com/2010-04-01/Accounts/AC0123/Messages";
const std::string kKeys = "type: twilio, account: AC0123, token: {env: TOKEN}, from: '+15005550006', to: '+4915112345678'";

HttpResponse queued()
{
    return httpAnswer(201,
        R"({"sid":"SM0a1b","status":"queued","num_segments":"1","error_code":null,"error_message":null,"body":"Checkout is down"})");
}

} // namespace

class TestTwilioChannel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sendsAForm();
    void servicesAndKeysAreUsed();
    void numbersAreChecked();
    void longTextsKeepTheLink();
    void refusedNumbersAreFinal();
    void limitsAreWaitedFor();
    void aFailureAtOnceIsNoReceipt();
    void deliveryIsFollowed_data();
    void deliveryIsFollowed();

private:
    std::unique_ptr<ChannelBench> m_bench;
};

void TestTwilioChannel::init()
{
    m_bench = std::make_unique<ChannelBench>(kKeys);
    m_bench->secrets.values["TOKEN"] = "t0ken-of-twilio";
    m_bench->http.answer("POST", kUrl + ".json", queued());
}

void TestTwilioChannel::sendsAForm()
{
    Notification note = notification();
    note.text = "50% & more = é";
    note.link.clear();
    const Sent sent = m_bench->send(note);
    QVERIFY(sent);
    QCOMPARE(sent->id, std::string("SM0a1b"));
    QCOMPARE(sent->words, std::string("queued"));
    QCOMPARE(m_bench->request().body,
        std::string("To=%2B4915112345678&From=%2B15005550006&Body=Checkout%20is%20down%0A50%25%20%26%20more%20%3D%20%C3%A9"));
    QVERIFY(m_bench->request().headers.value("content-type").starts_with("application/x-www-form-urlencoded"));
    QCOMPARE(m_bench->request().endpoint.basicAuth->user, std::string("AC0123"));
    QCOMPARE(m_bench->request().endpoint.basicAuth->password.reveal(), std::string("t0ken-of-twilio"));
}

void TestTwilioChannel::servicesAndKeysAreUsed()
{
    ChannelBench bench("type: twilio, account: AC0123, key: SK9, token: {env: TOKEN}, messaging_service: MG7");
    bench.secrets.values["TOKEN"] = "s";
    bench.http.answer("POST", kUrl + ".json", queued());
    Notification note = notification();
    note.to = "+393331234567";
    QVERIFY(bench.send(note));
    QVERIFY(bench.request().body.starts_with("To=%2B393331234567&MessagingServiceSid=MG7&Body="));
    QCOMPARE(bench.request().endpoint.basicAuth->user, std::string("SK9"));
}

void TestTwilioChannel::numbersAreChecked()
{
    ChannelBench bench("type: twilio, account: AC0123, token: {env: TOKEN}, from: Shop");
    for (const std::string to : {"", "015112345678", "+49 151 123456"}) {
        Notification note = notification();
        note.to = to;
        const Sent sent = bench.send(note);
        QVERIFY2(!sent && sent.error().isFinal && sent.error().error.kind == ErrorKind::Config, to.c_str());
    }
    QVERIFY(bench.http.requests().empty());
}

void TestTwilioChannel::longTextsKeepTheLink()
{
    Notification note = notification();
    note.text = std::string(5'000, 'x');
    QVERIFY(m_bench->send(note));
    const QByteArray form = QByteArray::fromStdString(m_bench->request().body);
    const QByteArray body = QByteArray::fromPercentEncoding(form.mid(form.indexOf("Body=") + 5));
    QVERIFY(body.size() <= 1'600);
    QVERIFY(body.endsWith(QByteArray::fromStdString('\n' + note.link)));
}

void TestTwilioChannel::refusedNumbersAreFinal()
{
    m_bench->http.answer("POST", kUrl + ".json",
        httpAnswer(400, R"({"code":21211,"message":"The 'To' number is not valid.","more_info":"https://x","status":400})"));
    const Sent sent = m_bench->send(notification());
    QVERIFY(!sent && sent.error().isFinal);
    QCOMPARE(
        english(sent.error().error.reason), std::string("The message was refused (status 400): The 'To' number is not valid."));
}

void TestTwilioChannel::limitsAreWaitedFor()
{
    m_bench->http.answer("POST", kUrl + ".json", httpAnswer(429, R"({"code":20429,"message":"Too Many Requests","status":429})"));
    const Sent sent = m_bench->send(notification());
    QVERIFY(!sent && !sent.error().isFinal && !sent.error().mayHaveArrived);
}

void TestTwilioChannel::aFailureAtOnceIsNoReceipt()
{
    m_bench->http.answer("POST", kUrl + ".json",
        httpAnswer(201, R"({"sid":"SM0a1b","status":"failed","error_code":30001,"error_message":"Queue overflow"})"));
    const Sent sent = m_bench->send(notification());
    QVERIFY(!sent && sent.error().isFinal);
    QVERIFY(english(sent.error().error.reason).find("failed: Queue overflow") != std::string::npos);
}

void TestTwilioChannel::deliveryIsFollowed_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("arrival");
    for (const char *status : {"accepted", "scheduled", "queued", "sending", "sent"})
        QTest::newRow(status) << status << static_cast<int>(Arrival::Underway);
    for (const char *status : {"delivered", "read"})
        QTest::newRow(status) << status << static_cast<int>(Arrival::Arrived);
    for (const char *status : {"undelivered", "failed", "canceled"})
        QTest::newRow(status) << status << static_cast<int>(Arrival::Lost);
    QTest::newRow("no status") << "" << -1;
}

void TestTwilioChannel::deliveryIsFollowed()
{
    QFETCH(QString, status);
    QFETCH(int, arrival);
    m_bench->http.answer(
        "GET", kUrl + "/SM0a1b.json", httpAnswer(200, R"({"sid":"SM0a1b","status":")" + status.toStdString() + "\"}"));
    const Result<Arrival> result = m_bench->follow("SM0a1b");
    QCOMPARE(result ? static_cast<int>(*result) : -1, arrival);
    QCOMPARE(m_bench->request().endpoint.basicAuth->user, std::string("AC0123"));
    // Not even a delivered message says anything of another one.
    m_bench->http.answer("GET", kUrl + "/SMother.json", httpAnswer(200, R"({"sid":"SM0a1b","status":"delivered"})"));
    QVERIFY(!m_bench->follow("SMother"));
}

QTEST_GUILESS_MAIN(TestTwilioChannel)
#include "tst_twilio_channel.moc"
