// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

/// What messages look like on the wire of each place, and what its own answers mean.
class TestChannelKinds : public QObject
{
    Q_OBJECT

private slots:
    void ntfyAsRecorded();
    void ntfyIsReadBack();
    void nobodyIsCalledByForeignText();
    void slackAppsAreToldByTheAnswerNotByTheStatus();
    void twilioSaysWhatBecameOfIt();
    void pushoverEmergenciesRepeatUntilSeen();
    void retiredTeamsAddressesAreRefused();
    void theWebhookIsSigned();
    void longTextsAreCutBetweenCharacters();
};

void TestChannelKinds::ntfyAsRecorded()
{
    Bench bench("ntfy");
    bench.http.answerOnce("POST", "https://push.example.net/base",
        httpAnswer(200,
            R"({"id":"6E72XZwLZtKB","time":1795235843,"expires":1795279043,"event":"message","topic":"war","title":"Checkout down","message":"5xx > 10%","priority":5,"tags":["rotating_light"],"click":"https://status.invalid"})"));
    const Sent sent = bench.send();
    QVERIFY(sent.has_value());
    QCOMPARE(sent->id, std::string("6E72XZwLZtKB"));
    const nlohmann::json body = bench.body();
    QCOMPARE(body.at("topic").get<std::string>(), std::string("war"));
    QCOMPARE(body.at("priority").get<int>(), 5);
    QCOMPARE(body.at("title").get<std::string>(), std::string("Payments <down> & @here"));
    QCOMPARE(body.at("click").get<std::string>(), std::string("https://tocsin.example.net/i?a=1&b=2"));
    QCOMPARE(bench.http.requests().back().url, std::string("https://push.example.net/base")); // JSON goes to the root

    bench.http.answerOnce("POST", "https://push.example.net/base",
        httpAnswer(400, R"({"code":40009,"http":400,"error":"invalid request: topic invalid"})"));
    const Sent refused = bench.send();
    QVERIFY(!refused && refused.error().isFinal);
    QCOMPARE(english(refused.error().error.reason),
        std::string("The message was refused (status 400): invalid request: topic invalid"));
}

void TestChannelKinds::ntfyIsReadBack()
{
    Bench bench("ntfy");
    Receipt receipt;
    receipt.id = "ApfxWexZ11OT";
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json", httpAnswer(200, "", "application/x-ndjson"));
    QVERIFY(is(bench.follow(receipt), Arrival::Underway));
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json",
        httpAnswer(200, "{\"id\":\"6E72XZwLZtKB\",\"event\":\"message\"}\n{\"id\":\"ApfxWexZ11OT\",\"event\":\"message\"}\n",
            "application/x-ndjson"));
    QVERIFY(is(bench.follow(receipt), Arrival::Arrived));
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json", httpAnswer(401, "{}"));
    QVERIFY(!bench.follow(receipt));
}

void TestChannelKinds::nobodyIsCalledByForeignText()
{
    Notification loud = Bench::notification();
    loud.title = "<!channel> @everyone [x](https://evil.example)";
    loud.text = "<@U123> **bold**";
    Bench slack("slack");
    slack.http.answer("POST", "https://", httpAnswer(200, "ok"));
    QVERIFY(slack.send(loud).has_value());
    const auto text = slack.body().at("text").get<std::string>();
    QVERIFY(text.find("<!") == std::string::npos && text.find("<@") == std::string::npos);
    QVERIFY(text.find("<https://tocsin.example.net/i?a=1&amp;b=2>") != std::string::npos);

    Bench discord("discord");
    discord.http.answer("POST", "https://", httpAnswer(200, R"({"id":"1","channel_id":"5"})"));
    QVERIFY(discord.send(loud).has_value());
    QVERIFY(discord.body().at("allowed_mentions").at("parse").empty());
    QVERIFY(discord.http.requests().back().url.find("?sig=a%2Fb&wait=true") != std::string::npos);

    Bench mattermost("mattermost");
    mattermost.http.answer("POST", "https://", httpAnswer(200, "ok"));
    QVERIFY(mattermost.send(loud).has_value());
    const auto words = mattermost.body().at("text").get<std::string>();
    QVERIFY(words.find("@everyone") == std::string::npos && words.find("[x]") == std::string::npos);
}

void TestChannelKinds::slackAppsAreToldByTheAnswerNotByTheStatus()
{
    Bench bench("slack", "token: {env: T}, channel: C1");
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":true,"channel":"C1","ts":"1.2"})"));
    const Sent sent = bench.send();
    QVERIFY(sent.has_value());
    QCOMPARE(sent->id, std::string("1.2"));
    QCOMPARE(bench.http.requests().back().endpoint.bearerToken->reveal(), std::string(kPlanted));
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":false,"error":"channel_not_found"})"));
    const Sent refused = bench.send();
    QVERIFY(!refused && refused.error().isFinal);
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":false,"error":"ratelimited"})"));
    const Sent later = bench.send();
    QVERIFY(!later && !later.error().isFinal);
}

void TestChannelKinds::twilioSaysWhatBecameOfIt()
{
    Bench bench("twilio");
    bench.http.answer("POST", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
        httpAnswer(201, R"({"sid":"SM1","status":"queued"})"));
    const Sent sent = bench.send();
    QVERIFY(sent.has_value() && !sent->isRead);
    const HttpRequest &request = bench.http.requests().back();
    QCOMPARE(QString::fromStdString(request.body).section(QLatin1Char('&'), 0, 1),
        QStringLiteral("To=%2B4915123456789&From=%2B4930123456"));
    QCOMPARE(request.endpoint.basicAuth->user, std::string("AC1"));
    const auto says = [&](const char *status) {
        bench.http.answerOnce("GET", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1.json",
            httpAnswer(200, std::string("{\"sid\":\"SM1\",\"status\":\"") + status + "\"}"));
        return bench.follow(*sent);
    };
    QVERIFY(is(says("sent"), Arrival::Underway));
    QVERIFY(is(says("delivered"), Arrival::Arrived));
    QVERIFY(is(says("undelivered"), Arrival::Lost));
}

void TestChannelKinds::pushoverEmergenciesRepeatUntilSeen()
{
    Bench bench("pushover");
    bench.http.answer(
        "POST", "https://api.pushover.net/1/messages.json", httpAnswer(200, R"({"status":1,"request":"r","receipt":"rc"})"));
    const Sent sent = bench.send();
    QVERIFY(sent.has_value());
    QCOMPARE(bench.body().at("priority").get<int>(), 2);
    QVERIFY(bench.body().at("retry").get<int>() >= 30 && bench.body().at("expire").get<int>() <= 10'800);
    bench.http.answerOnce("GET", "https://api.pushover.net/1/receipts/rc.json",
        httpAnswer(200, R"({"status":1,"acknowledged":0,"last_delivered_at":0})"));
    QVERIFY(is(bench.follow(*sent), Arrival::Underway));
    bench.http.answerOnce(
        "GET", "https://api.pushover.net/1/receipts/rc.json", httpAnswer(200, R"({"status":1,"acknowledged":1})"));
    QVERIFY(is(bench.follow(*sent), Arrival::Arrived));
    bench.http.forget();
    bench.http.answer("POST", "https://", httpAnswer(200, R"({"status":0,"errors":["user identifier is invalid"]})"));
    const Sent refused = bench.send();
    QVERIFY(!refused && refused.error().isFinal);
    QVERIFY(english(refused.error().error.reason).find("user identifier is invalid") != std::string::npos);
}

void TestChannelKinds::retiredTeamsAddressesAreRefused()
{
    class Old final : public SecretsLookup
    {
    public:
        Result<Secret> secret(const SecretReference &) const override
        {
            return Secret("https://x.webhook.office.com/webhookb2/1");
        }
    };
    Bench bench("teams");
    const Old old;
    const auto kinds = channelKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const ChannelKind &k) { return k.section.type == "teams"; });
    bench.channel = kind->make(load("name: c, type: teams, webhook: {env: HOOK}").config->channels.front(),
        {bench.http, bench.mailer, bench.clock, old});
    const Sent sent = bench.send();
    QVERIFY(!sent && sent.error().isFinal);
    QCOMPARE(sent.error().error.reason.code(), std::string_view("teams_retired"));
}

void TestChannelKinds::theWebhookIsSigned()
{
    Bench bench("webhook");
    bench.http.answer("POST", "https://hook.example.net/in", httpAnswer(204, ""));
    QVERIFY(bench.send().has_value());
    const HttpRequest &request = bench.http.requests().back();
    QCOMPARE(std::string(request.headers.value("idempotency-key")), std::string("n-1"));
    QCOMPARE(std::string(request.headers.value("tocsin-timestamp")), std::string("2026-11-21T04:37:23.000Z"));
    QCOMPARE(bench.body().at("urgency").get<std::string>(), std::string("critical"));
    QVERIFY(!bench.body().at("possible_repeat").get<bool>());
    // python3 -c "import hmac; print(hmac.new(KEY, TIME + b'.' + BODY, 'sha256').hexdigest())"
    QCOMPARE(std::string(request.headers.value("tocsin-signature")),
        std::string("sha256=d126de4ca59a0550a86369bd7288e079bbc0a252a1bc71bcb27cc6760670eb5f"));
}

void TestChannelKinds::longTextsAreCutBetweenCharacters()
{
    Notification longOne = Bench::notification();
    longOne.text.clear();
    for (int i = 0; i < 5'000; ++i)
        longOne.text += "\u00fc\u20ac";
    for (const auto &[kind, place] : kPlaces) {
        Bench bench(kind);
        bench.http.answer("POST", "https://", httpAnswer(place.status, place.answer));
        QVERIFY2(bench.send(longOne).has_value(), kind.c_str());
        const std::string &body = bench.http.requests().back().body;
        QVERIFY2(body.size() < 28'000, kind.c_str());
        QVERIFY2(body.find("\ufffd") == std::string::npos, kind.c_str()); // what a character cut in two becomes
    }
}

QTEST_GUILESS_MAIN(TestChannelKinds)
#include "tst_channel_kinds.moc"
