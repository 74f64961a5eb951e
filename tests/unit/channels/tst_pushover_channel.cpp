// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::string kUrl = "https://api.pushover.net/1/messages.json";
const std::string kReceipt = "rLqVuqTRh62UzxtmqiaLzQmVcPgiCy";

ChannelBench &withSecrets(ChannelBench &bench)
{
    bench.secrets.values = {{"TOKEN", "azGDORePK8gMaC0QOYAMyEEuzJnyUi"}, {"USER", "uQiRzpo4DXghDmr9QzzfQu27cmVRsG"}};
    return bench;
}

HttpResponse taken()
{
    return httpAnswer(200, R"({"status":1,"request":"647d2300-702c-4b38-8b2f-d56326ae460b"})");
}

nlohmann::json sentBody(const ChannelBench &bench)
{
    return nlohmann::json::parse(bench.request().body);
}

} // namespace

class TestPushoverChannel : public QObject
{
    Q_OBJECT

private slots:
    void sendsWhatTheServiceAsksFor();
    void whatPressesMostRingsUntilAcknowledged();
    void anAddressTakesThePlaceOfTheUser();
    void anotherAddressIsAsked();
    void refusalsAreFinal();
    void textsAreCutToCharacters();
    void anEmptyTextIsReplacedByTheTitle();
    void acknowledgementsAreFollowed();
    void onlyReceiptsCanBeAsked();
};

void TestPushoverChannel::sendsWhatTheServiceAsksFor()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    withSecrets(bench).http.answer("POST", kUrl, taken());
    const Sent sent = bench.send(notification());
    QVERIFY(sent);
    QCOMPARE(sent->id, std::string("647d2300-702c-4b38-8b2f-d56326ae460b"));
    const nlohmann::json expected{{"token", "azGDORePK8gMaC0QOYAMyEEuzJnyUi"}, {"user", "uQiRzpo4DXghDmr9QzzfQu27cmVRsG"},
        {"title", "Checkout is down"}, {"message", "5xx > 10% & rising"}, {"priority", 0}, {"timestamp", 1'795'235'843},
        {"url", notification().link}};
    QCOMPARE(sentBody(bench).dump(), expected.dump());
    QCOMPARE(bench.request().url, kUrl);
}

void TestPushoverChannel::whatPressesMostRingsUntilAcknowledged()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    withSecrets(bench).http.answer(
        "POST", kUrl, httpAnswer(200, R"({"status":1,"request":"r-1","receipt":")" + kReceipt + "\"}"));
    const std::map<Urgency, int> priorities{{Urgency::Low, -1}, {Urgency::Normal, 0}, {Urgency::High, 1}, {Urgency::Critical, 2}};
    for (const auto &[urgency, priority] : priorities) {
        Notification note = notification();
        note.urgency = urgency;
        const Sent sent = bench.send(note);
        QVERIFY(sent);
        QCOMPARE(sent->id, kReceipt);
        QCOMPARE(sentBody(bench)["priority"].get<int>(), priority);
        QCOMPARE(sentBody(bench).contains("retry"), urgency == Urgency::Critical);
    }
    QVERIFY(sentBody(bench)["retry"].get<int>() >= 30);
    QVERIFY(sentBody(bench)["expire"].get<int>() <= 10'800);
}

void TestPushoverChannel::anAddressTakesThePlaceOfTheUser()
{
    Notification note = notification();
    ChannelBench bench("type: pushover, token: {env: TOKEN}");
    withSecrets(bench).http.answer("POST", kUrl, taken());
    const Sent nobody = bench.send(note);
    QVERIFY(!nobody && nobody.error().isFinal);
    QVERIFY(bench.http.requests().empty());
    note.to = "gznej3rKEVAvPUxu9vvNnqpmZpokzF";
    QVERIFY(bench.send(note));
    QCOMPARE(sentBody(bench)["user"].get<std::string>(), note.to);
}

void TestPushoverChannel::anotherAddressIsAsked()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}, url: 'http://127.0.0.1:8080/push/'");
    withSecrets(bench).http.answer("POST", "http://127.0.0.1:8080/push/1/messages.json", taken());
    QVERIFY(bench.send(notification()));
}

void TestPushoverChannel::refusalsAreFinal()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    const std::string body = R"({"user":"invalid","errors":["user identifier is invalid"],"status":0,"request":"r-1"})";
    for (const int status : {200, 400}) {
        withSecrets(bench).http.answer("POST", kUrl, httpAnswer(status, body));
        const Sent sent = bench.send(notification());
        QVERIFY(!sent && sent.error().isFinal && !sent.error().mayHaveArrived);
        const std::string words = english(sent.error().error.reason);
        QVERIFY2(words.find("user identifier is invalid") != std::string::npos, words.c_str());
    }
}

void TestPushoverChannel::textsAreCutToCharacters()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    withSecrets(bench).http.answer("POST", kUrl, taken());
    Notification note = notification();
    note.title = std::string(1'000, 't');
    note.text = QString(3'000, QChar(0x436)).toStdString();
    note.link = "https://shop.example.net/" + std::string(600, 'x');
    QVERIFY(bench.send(note));
    QCOMPARE(QString::fromStdString(sentBody(bench)["message"]).size(), 1'024);
    QCOMPARE(QString::fromStdString(sentBody(bench)["title"]).size(), 250);
    QVERIFY(!sentBody(bench).contains("url"));
}

void TestPushoverChannel::anEmptyTextIsReplacedByTheTitle()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    withSecrets(bench).http.answer("POST", kUrl, taken());
    Notification note = notification();
    note.text.clear();
    QVERIFY(bench.send(note));
    QCOMPARE(sentBody(bench)["message"].get<std::string>(), note.title);
    QVERIFY(!sentBody(bench).contains("title"));
}

void TestPushoverChannel::acknowledgementsAreFollowed()
{
    const auto arrivalOf = [](const std::string &body) {
        ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
        withSecrets(bench).http.answer("GET", "https://api.pushover.net/1/receipts/" + kReceipt, httpAnswer(200, body));
        return bench.follow(kReceipt);
    };
    const auto is = [](const Result<Arrival> &result, Arrival arrival) { return result && *result == arrival; };
    QVERIFY(is(arrivalOf(R"({"status":1,"acknowledged":1,"expired":0})"), Arrival::Arrived));
    QVERIFY(is(arrivalOf(R"({"status":1,"acknowledged":1,"expired":1})"), Arrival::Arrived));
    QVERIFY(is(arrivalOf(R"({"status":1,"acknowledged":0,"last_delivered_at":1360001238,"expired":0})"), Arrival::Underway));
    QVERIFY(is(arrivalOf(R"({"status":1,"acknowledged":0,"last_delivered_at":1360001238,"expired":1})"), Arrival::Lost));
    QVERIFY(!arrivalOf(R"({"status":0,"acknowledged":1})"));
    QVERIFY(!arrivalOf(R"({"acknowledged":"1","status":1})"));
    QVERIFY(!arrivalOf("<html>"));
    QVERIFY(!arrivalOf(""));
}

void TestPushoverChannel::onlyReceiptsCanBeAsked()
{
    ChannelBench bench("type: pushover, token: {env: TOKEN}, user: {env: USER}");
    for (const std::string id : {"647d2300-702c-4b38-8b2f-d56326ae460b", "", "../messages"}) {
        const Result<Arrival> arrival = withSecrets(bench).follow(id);
        QVERIFY2(!arrival && arrival.error().kind == ErrorKind::Unsupported, id.c_str());
    }
    QVERIFY(bench.http.requests().empty());
}

QTEST_GUILESS_MAIN(TestPushoverChannel)
#include "tst_pushover_channel.moc"
