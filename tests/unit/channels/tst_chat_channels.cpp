// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/rendering.h"
#include "tests/unit/channels/channel_bench.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::string kHook = "https://hooks.example.net/services/T1/B1/xyzxyzxyz";

std::unique_ptr<ChannelBench> bench(const std::string &keys, const std::string &hook = kHook)
{
    auto made = std::make_unique<ChannelBench>(keys);
    made->secrets.values = {{"HOOK", hook}, {"TOKEN", "xoxb-1-2-3"}};
    return made;
}

nlohmann::json sentBody(const ChannelBench &bench)
{
    return nlohmann::json::parse(bench.request().body);
}

/// What an attacker would write into a request that an alert quotes.
Notification hostile()
{
    Notification note = notification();
    note.title = "<!channel> @here @everyone **down**";
    note.text = "[your bank](https://evil.example) <@U1> <https://evil.example|bank> @all ![x](https://evil.example/pixel)";
    return note;
}

std::string textOfCard(const nlohmann::json &body)
{
    std::string text;
    for (const nlohmann::json &block : body["attachments"][0]["content"]["body"])
        text += block["inlines"][0]["text"].get<std::string>() + '\n';
    return text;
}

} // namespace

/// The chat services: what they are sent, and that outside text neither pings nor hides a link.
class TestChatChannels : public QObject
{
    Q_OBJECT

private slots:
    void slackTakesOkForAnAnswer();
    void slackBotNamesItsChannel();
    void slackBotSaysNoWithAGoodStatus_data();
    void slackBotSaysNoWithAGoodStatus();
    void slackPingsNobody();
    void slackWebhooksGoNowhereElse();
    void mattermostTakesOk();
    void mattermostPingsNobody();
    void discordWaitsForTheMessage_data();
    void discordWaitsForTheMessage();
    void discordPingsNobody();
    void discordWebhookThatWasDeleted();
    void teamsTakesAnEmpty202Only();
    void teamsShowsPlainText();
    void teamsHooksOfTheOldKind_data();
    void teamsHooksOfTheOldKind();
    void longTextsFit_data();
    void longTextsFit();
};

void TestChatChannels::slackTakesOkForAnAnswer()
{
    const auto slack = bench("type: slack, webhook: {env: HOOK}");
    slack->http.answer("POST", kHook, httpAnswer(200, "ok", "text/html"));
    const Sent sent = slack->send(notification());
    QVERIFY(sent && !sent->isRead);
    QCOMPARE(sent->evidence.request, std::string("POST Slack webhook"));
    QCOMPARE(sentBody(*slack)["text"].get<std::string>(),
        std::string("Checkout is down\n5xx &gt; 10% &amp; rising\n<https://shop.example.net/runbook?a=1&amp;b=2>"));
    QVERIFY(!slack->request().endpoint.bearerToken);
}

void TestChatChannels::slackBotNamesItsChannel()
{
    const auto slack = bench("type: slack, token: {env: TOKEN}, channel: C1");
    slack->http.answer("POST", "https://slack.com/api/chat.postMessage",
        httpAnswer(200, R"({"ok":true,"channel":"C1","ts":"1503435956.000247","message":{"text":"x"}})"));
    const Sent sent = slack->send(notification());
    QVERIFY(sent);
    QCOMPARE(sent->id, std::string("1503435956.000247"));
    QCOMPARE(sentBody(*slack)["channel"].get<std::string>(), std::string("C1"));
    QCOMPARE(slack->request().endpoint.bearerToken->reveal(), std::string("xoxb-1-2-3"));
    Notification note = notification();
    note.to = "U7";
    QVERIFY(slack->send(note));
    QCOMPARE(sentBody(*slack)["channel"].get<std::string>(), std::string("U7"));
}

void TestChatChannels::slackBotSaysNoWithAGoodStatus_data()
{
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<bool>("mayHaveArrived");
    QTest::addColumn<bool>("isLogin");
    QTest::newRow("ratelimited") << false << false << false;
    QTest::newRow("service_unavailable") << false << false << false;
    QTest::newRow("internal_error") << false << true << false;
    QTest::newRow("fatal_error") << false << true << false;
    QTest::newRow("invalid_auth") << true << false << true;
    QTest::newRow("missing_scope") << true << false << true;
    QTest::newRow("channel_not_found") << true << false << false;
    QTest::newRow("not_in_channel") << true << false << false;
    QTest::newRow("msg_too_long") << true << false << false;
    QTest::newRow("something_new") << true << false << false;
}

void TestChatChannels::slackBotSaysNoWithAGoodStatus()
{
    QFETCH(bool, isFinal);
    QFETCH(bool, mayHaveArrived);
    QFETCH(bool, isLogin);
    const auto slack = bench("type: slack, token: {env: TOKEN}, channel: C1");
    HttpResponse answer = httpAnswer(200, R"({"ok":false,"error":")" + std::string(QTest::currentDataTag()) + "\"}");
    answer.headers.add("Retry-After", "7");
    slack->http.answer("", "", answer);
    const Sent sent = slack->send(notification());
    QVERIFY(!sent);
    QCOMPARE(sent.error().isFinal, isFinal);
    QCOMPARE(sent.error().mayHaveArrived, mayHaveArrived);
    QCOMPARE(sent.error().error.kind == ErrorKind::Auth, isLogin);
    QVERIFY(sent.error().retryAfter == std::chrono::seconds(7));
    QVERIFY(english(sent.error().error.reason).find(QTest::currentDataTag()) != std::string::npos);
}

void TestChatChannels::slackPingsNobody()
{
    const auto slack = bench("type: slack, webhook: {env: HOOK}");
    slack->http.answer("POST", kHook, httpAnswer(200, "ok", "text/html"));
    Notification note = hostile();
    note.link = "https://shop.example.net/<!channel>|x";
    QVERIFY(slack->send(note));
    const std::string text = sentBody(*slack)["text"];
    QCOMPARE(std::count(text.begin(), text.end(), '<'), 1); // that of the link
    QCOMPARE(std::count(text.begin(), text.end(), '>'), 1);
    QVERIFY2(text.ends_with("<https://shop.example.net/%3C!channel%3E%7Cx>"), text.c_str());
}

void TestChatChannels::slackWebhooksGoNowhereElse()
{
    const auto slack = bench("type: slack, webhook: {env: HOOK}");
    Notification note = notification();
    note.to = "C2";
    const Sent sent = slack->send(note);
    QVERIFY(!sent && sent.error().isFinal);
    QVERIFY(slack->http.requests().empty());
    const auto bot = bench("type: slack, token: {env: TOKEN}");
    const Sent nowhere = bot->send(notification());
    QVERIFY(!nowhere && nowhere.error().isFinal);
    QVERIFY(bot->http.requests().empty());
}

void TestChatChannels::mattermostTakesOk()
{
    const auto mattermost = bench("type: mattermost, webhook: {env: HOOK}, channel: town-square");
    mattermost->http.answer("POST", kHook, httpAnswer(200, "ok", "text/plain"));
    QVERIFY(mattermost->send(notification()));
    QCOMPARE(sentBody(*mattermost)["channel"].get<std::string>(), std::string("town-square"));
    QCOMPARE(sentBody(*mattermost)["text"].get<std::string>(),
        std::string("**Checkout is down**\n5xx \\> 10% & rising\n<https://shop.example.net/runbook?a=1&b=2>"));
    mattermost->http.answer("POST", kHook,
        httpAnswer(403, R"({"id":"api.webhook","message":"This webhook is not permitted to post here.","status_code":403})"));
    const Sent refused = mattermost->send(notification());
    QVERIFY(!refused && refused.error().isFinal);
    QCOMPARE(english(refused.error().error.reason),
        std::string("Login refused (status 403): This webhook is not permitted to post here."));
}

void TestChatChannels::mattermostPingsNobody()
{
    const auto mattermost = bench("type: mattermost, webhook: {env: HOOK}");
    mattermost->http.answer("POST", kHook, httpAnswer(200, "ok", "text/plain"));
    QVERIFY(mattermost->send(hostile()));
    const std::string text = sentBody(*mattermost)["text"];
    for (const char *call : {"@here", "@all", "@everyone", " [your", "![x]"})
        QVERIFY2(text.find(call) == std::string::npos, text.c_str());
    QVERIFY2(text.find("\\[your bank\\](https://evil.example)") != std::string::npos, text.c_str());
}

void TestChatChannels::discordWaitsForTheMessage_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("sent");
    QTest::newRow("bare") << ""
                          << "?wait=true";
    QTest::newRow("thread") << "?thread_id=7"
                            << "?thread_id=7&wait=true";
    QTest::newRow("not waiting") << "?wait=false&thread_id=7"
                                 << "?thread_id=7&wait=true";
    QTest::newRow("waiting") << "?wait=true"
                             << "?wait=true";
    QTest::newRow("empty query") << "?"
                                 << "?wait=true";
    QTest::newRow("fragment") << "#top"
                              << "?wait=true";
}

void TestChatChannels::discordWaitsForTheMessage()
{
    QFETCH(QString, tail);
    QFETCH(QString, sent);
    const auto discord = bench("type: discord, webhook: {env: HOOK}", kHook + tail.toStdString());
    discord->http.answer("POST", kHook, httpAnswer(200, R"({"id":"9123","channel_id":"42","content":"x"})"));
    const Sent receipt = discord->send(notification());
    QVERIFY(receipt);
    QCOMPARE(receipt->id, std::string("9123"));
    QCOMPARE(discord->request().url, kHook + sent.toStdString());
    QCOMPARE(receipt->evidence.request, std::string("POST Discord webhook"));
}

void TestChatChannels::discordPingsNobody()
{
    const auto discord = bench("type: discord, webhook: {env: HOOK}");
    discord->http.answer("POST", kHook, httpAnswer(200, R"({"id":"9123","channel_id":"42"})"));
    QVERIFY(discord->send(hostile()));
    QCOMPARE(sentBody(*discord)["allowed_mentions"].dump(), std::string(R"({"parse":[]})"));
    const std::string content = sentBody(*discord)["content"];
    QVERIFY2(content.find("\\[your bank\\]") != std::string::npos, content.c_str());
    QVERIFY2(content.find("\\<@U1\\>") != std::string::npos, content.c_str());
    QVERIFY2(content.find("\\*\\*down\\*\\*") != std::string::npos, content.c_str());
}

void TestChatChannels::discordWebhookThatWasDeleted()
{
    const auto discord = bench("type: discord, webhook: {env: HOOK}");
    discord->http.answer("POST", kHook, httpAnswer(404, R"({"message":"Unknown Webhook","code":10015})"));
    const Sent gone = discord->send(notification());
    QVERIFY(!gone && gone.error().isFinal);
    QCOMPARE(english(gone.error().error.reason), std::string("There is nothing at this address (status 404): Unknown Webhook"));
    discord->http.answer("POST", kHook, httpAnswer(204, "", "")); // as without `wait`: it proves nothing
    const Sent empty = discord->send(notification());
    QVERIFY(!empty && !empty.error().isFinal && empty.error().mayHaveArrived);
}

void TestChatChannels::teamsTakesAnEmpty202Only()
{
    const auto teams = bench("type: teams, webhook: {env: HOOK}");
    teams->http.answer("POST", kHook, httpAnswer(202, "", ""));
    const Sent sent = teams->send(notification());
    QVERIFY(sent);
    QVERIFY(!sent->isRead); // accepted, not posted
    for (const HttpResponse &answer : {httpAnswer(200, "", ""), httpAnswer(202, "{}"), httpAnswer(200, "1")}) {
        teams->http.answer("POST", kHook, answer);
        QVERIFY(!teams->send(notification()));
    }
}

void TestChatChannels::teamsShowsPlainText()
{
    const auto teams = bench("type: teams, webhook: {env: HOOK}");
    teams->http.answer("POST", kHook, httpAnswer(202, "", ""));
    Notification note = hostile();
    note.text += "\n\nsecond line";
    QVERIFY(teams->send(note));
    const nlohmann::json body = sentBody(*teams);
    QCOMPARE(textOfCard(body), note.title + '\n' + note.text.substr(0, note.text.find('\n')) + "\nsecond line\n");
    const nlohmann::json card = body["attachments"][0]["content"];
    QCOMPARE(card["version"].get<std::string>(), std::string("1.4"));
    QVERIFY(bench("type: teams, webhook: {env: HOOK}")->http.requests().empty());
    // TextBlock knows Markdown, and mentions come with entities: neither may stand in the card.
    QVERIFY(card.dump().find("TextBlock\"") == card.dump().find("RichTextBlock\"") + 4);
    QVERIFY(!card["msteams"].contains("entities"));
    QCOMPARE(card["actions"].dump(), R"([{"title":"Open","type":"Action.OpenUrl","url":")" + note.link + "\"}]");
    note.link.clear();
    QVERIFY(teams->send(note));
    QVERIFY(!sentBody(*teams)["attachments"][0]["content"].contains("actions"));
}

void TestChatChannels::teamsHooksOfTheOldKind_data()
{
    QTest::addColumn<QString>("hook");
    QTest::newRow("tenant") << "https://shop.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4";
    QTest::newRow("upper case") << "https://SHOP.WEBHOOK.OFFICE.COM/webhookb2/1";
    QTest::newRow("outlook") << "https://outlook.office.com/webhook/1@2/IncomingWebhook/3/4";
}

void TestChatChannels::teamsHooksOfTheOldKind()
{
    QFETCH(QString, hook);
    const auto teams = bench("type: teams, webhook: {env: HOOK}", hook.toStdString());
    const Sent sent = teams->send(notification());
    QVERIFY(!sent && sent.error().isFinal && !sent.error().mayHaveArrived);
    QVERIFY(sent.error().error.kind == ErrorKind::Config);
    QVERIFY(english(sent.error().error.reason).find("with Workflows") != std::string::npos);
    QVERIFY(teams->http.requests().empty());
}

void TestChatChannels::longTextsFit_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("member");
    QTest::addColumn<int>("most");
    QTest::newRow("slack") << "type: slack, webhook: {env: HOOK}"
                           << "text" << 4'000;
    QTest::newRow("mattermost") << "type: mattermost, webhook: {env: HOOK}"
                                << "text" << 16'383;
    QTest::newRow("discord") << "type: discord, webhook: {env: HOOK}"
                             << "content" << 2'000;
    QTest::newRow("teams") << "type: teams, webhook: {env: HOOK}"
                           << "" << 28'000;
}

void TestChatChannels::longTextsFit()
{
    QFETCH(QString, keys);
    QFETCH(QString, member);
    QFETCH(int, most);
    const auto chat = bench(keys.toStdString());
    for (const std::string piece : {"x", "&<", "*_[", "\u00e4\U0001F4A5", "a\n", "\"\\"}) {
        Notification note = notification();
        note.title = std::string(600, 'T');
        note.text.clear();
        while (note.text.size() < 100'000)
            note.text += piece;
        const Sent sent = chat->send(note); // whatever is answered
        const std::string text
            = member.isEmpty() ? chat->request().body : sentBody(*chat)[member.toStdString()].get<std::string>();
        const std::size_t size = member.isEmpty() ? text.size() : characterCount(text);
        QVERIFY2(size <= static_cast<std::size_t>(most), piece.c_str());
        QVERIFY2(size > static_cast<std::size_t>(most) * 8 / 10, (piece + std::to_string(size)).c_str());
        QVERIFY2(text.find("shop.example.net/runbook") != std::string::npos, piece.c_str());
        QVERIFY(text.find("…") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestChatChannels)
#include "tst_chat_channels.moc"
