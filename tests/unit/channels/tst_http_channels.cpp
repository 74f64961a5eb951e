// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel.h"
#include "models/config/config_loader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kPlanted = "plantedSecret4711";

/// Every secret has the same value, which must show up nowhere; addresses hold it in their path.
class PlantedSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &reference) const override
    {
        static constexpr Phrase kMissing{"test_missing", "there is no secret %1"};
        if (isMissing)
            return failure(ErrorKind::Secret, Reason(kMissing, {reference.name}));
        return Secret(
            reference.name == "HOOK" ? "https://chat.example.net/hooks/" + std::string(kPlanted) + "?sig=a%2Fb" : kPlanted);
    }
    bool isMissing = false;
};

class NoMailer final : public Mailer
{
public:
    QCoro::Task<Mailed> mail(MailRequest) override { co_return MailReceipt(); }
};

/// A kind, how it is configured, and what its place says when it takes a message.
struct KnownPlace {
    const char *yaml;
    int status;
    const char *answer;
    bool mayAnswerNothing = false;
};

const std::map<std::string, KnownPlace> kPlaces{
    {"discord", {"webhook: {env: HOOK}", 200, R"({"id":"11","content":"x"})"}},
    {"mattermost", {"webhook: {env: HOOK}", 200, "ok"}},
    {"ntfy",
        {"url: https://push.example.net/base, topic: war, bearer_token: {env: T}", 200,
            R"({"id":"6E72XZwLZtKB","time":1795235843,"event":"message","topic":"war"})"}},
    {"pushover", {"token: {env: T}, user: {env: U}", 200, R"({"status":1,"request":"r-1","receipt":"rc-1"})"}},
    {"slack", {"webhook: {env: HOOK}", 200, "ok"}},
    {"teams", {"webhook: {env: HOOK}", 202, "", true}},
    {"twilio",
        {"account: AC1, token: {env: T}, from: '+4930123456', to: '+4915123456789'", 201,
            R"({"sid":"SM1","status":"queued","num_segments":"1","error_code":null})"}},
    {"webhook", {"url: https://hook.example.net/in, secret: {env: T}", 200, R"({"status":"ok"})", true}},
};

Vocabulary channelVocabulary()
{
    Vocabulary words;
    for (const ChannelKind &kind : channelKinds())
        words.channels.push_back(kind.section);
    return words;
}

LoadedConfig load(const std::string &channel)
{
    const std::string yaml = "services: [{name: S, alerts: 'a=\"b\"'}]\nchannels:\n  - {" + channel + "}\n";
    return parseConfig(yaml, "test.yaml", channelVocabulary(), processEnvironment());
}

/// One channel with a place that answers by script.
struct Bench {
    ManualClock clock;
    ScriptedHttp http{&clock};
    NoMailer mailer;
    PlantedSecrets secrets;
    std::unique_ptr<Channel> channel;

    explicit Bench(const std::string &type, const std::string &yaml = {})
    {
        const LoadedConfig loaded
            = load("name: c, type: " + type + ", " + (yaml.empty() ? std::string(kPlaces.at(type).yaml) : yaml));
        if (!loaded.config)
            qFatal("%s", loaded.problems.front().text().c_str());
        const auto kinds = channelKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const ChannelKind &k) { return k.section.type == type; });
        channel = kind->make(loaded.config->channels.front(), {http, mailer, clock, secrets});
    }

    static Notification notification()
    {
        Notification message;
        message.id = NotificationId("n-1");
        message.channel = ChannelId("c");
        message.urgency = Urgency::Critical;
        message.title = "Payments <down> & @here";
        message.text = "two *of* three\nsince 12:04 \u00fcber";
        message.link = "https://tocsin.example.net/i?a=1&b=2";
        message.subject = "incident/i1";
        return message;
    }
    Sent send(const Notification &message = notification())
    {
        QCoro::Task<Sent> task = channel->send(*OutgoingMessage::of(message, false));
        std::optional<Sent> sent;
        const auto keep = [](QCoro::Task<Sent> running, std::optional<Sent> &into) -> QCoro::Task<> { into = co_await running; };
        const QCoro::Task<> kept = keep(std::move(task), sent);
        return sent ? *std::move(sent) : Sent(tl::unexpected(SendFailure()));
    }
    Result<Arrival> follow(const Receipt &receipt)
    {
        std::optional<Result<Arrival>> arrival;
        const auto keep = [](QCoro::Task<Result<Arrival>> running, std::optional<Result<Arrival>> &into) -> QCoro::Task<> {
            into = co_await running;
        };
        const QCoro::Task<> kept = keep(channel->follow(receipt, {}), arrival);
        return *arrival;
    }
    nlohmann::json body() const { return nlohmann::json::parse(http.requests().back().body); }
};

HttpResponse with(HttpResponse answer, const char *name, const char *value)
{
    answer.headers.add(name, value);
    return answer;
}

bool is(const Result<Arrival> &arrival, Arrival expected)
{
    return arrival.has_value() && *arrival == expected;
}

constexpr const char *kSignIn
    = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input type=\"password\"></form></body></html>";

} // namespace

/// What messages look like on the wire, and that no place is believed that does not say it took one.
class TestHttpChannels : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsTested();
    void everyKindTakesAGoodAnswer_data() { allKinds(); }
    void everyKindTakesAGoodAnswer();
    void nothingElseIsTakenForAReceipt_data();
    void nothingElseIsTakenForAReceipt();
    void aSecretThatIsNotThereIsNamed_data() { allKinds(); }
    void aSecretThatIsNotThereIsNamed();
    void noSecretIsShown_data() { allKinds(); }
    void noSecretIsShown();
    void secretsAreSecretsInTheConfiguration();
    void mistakesAreFoundWhereTheyStand_data();
    void mistakesAreFoundWhereTheyStand();
    void addressesInTheClearAreRefused();
    void ntfyAsRecorded();
    void ntfyIsReadBack();
    void nobodyIsCalledByForeignText();
    void slackAppsAreToldByTheAnswerNotByTheStatus();
    void twilioSaysWhatBecameOfIt();
    void pushoverEmergenciesRepeatUntilSeen();
    void retiredTeamsAddressesAreRefused();
    void theWebhookIsSigned();
    void longTextsAreCutBetweenCharacters();

private:
    static void allKinds()
    {
        QTest::addColumn<QString>("kind");
        for (const ChannelKind &kind : channelKinds()) {
            if (kPlaces.count(std::string(kind.section.type)) > 0)
                QTest::newRow(kind.section.type.data()) << QString::fromUtf8(kind.section.type.data());
        }
    }
};

void TestHttpChannels::everyKindIsTested()
{
    constexpr std::array<std::string_view, 3> kNotByHttp{"desktop", "mail", "sound"};
    for (const ChannelKind &kind : channelKinds()) {
        const bool isElsewhere = std::find(kNotByHttp.begin(), kNotByHttp.end(), kind.section.type) != kNotByHttp.end();
        QVERIFY2(isElsewhere || kPlaces.count(std::string(kind.section.type)) > 0, kind.section.type.data());
    }
}

void TestHttpChannels::everyKindTakesAGoodAnswer()
{
    QFETCH(const QString, kind);
    const KnownPlace &place = kPlaces.at(kind.toStdString());
    Bench bench(kind.toStdString());
    bench.http.answer("POST", "https://", httpAnswer(place.status, place.answer));
    QVERIFY(bench.send().has_value());
    QCOMPARE(bench.http.requests().size(), std::size_t(1));
    QVERIFY(bench.http.requests().front().isSentOnce);
    QVERIFY(bench.http.requests().front().endpoint.timeout == 15s);
}

void TestHttpChannels::nothingElseIsTakenForAReceipt_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("answer");
    const char *const answers[] = {"sign-in page", "empty", "other JSON", "not JSON", "redirect", "401", "403", "404", "410",
        "400", "429 seconds", "429 date", "500", "503", "refused", "timeout before", "timeout after", "reset"};
    for (const auto &[kind, place] : kPlaces) {
        for (const char *answer : answers) {
            if (place.mayAnswerNothing
                && (!qstrcmp(answer, "empty") || !qstrcmp(answer, "other JSON") || !qstrcmp(answer, "not JSON")))
                continue; // such a place says nothing when it takes a message
            QTest::addRow("%s: %s", kind.c_str(), answer) << QString::fromStdString(kind) << QString::fromUtf8(answer);
        }
    }
}

void TestHttpChannels::nothingElseIsTakenForAReceipt()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, answer);
    Bench bench(kind.toStdString());
    Error connected = scriptedError(answer == QLatin1String("reset") ? ErrorKind::Reset : ErrorKind::Timeout);
    connected.evidence.timings.connect = Micros(10);
    const std::map<QString, HttpResponse> answers{
        {QStringLiteral("sign-in page"), httpAnswer(200, kSignIn, "text/html")},
        {QStringLiteral("empty"), httpAnswer(200, "")},
        {QStringLiteral("other JSON"), httpAnswer(200, R"({"hello":"world"})")},
        {QStringLiteral("not JSON"), httpAnswer(200, "fine, thanks", "text/plain")},
        {QStringLiteral("redirect"), httpAnswer(302, "")},
        {QStringLiteral("401"), httpAnswer(401, R"({"code":40101,"http":401,"error":"unauthorized"})")},
        {QStringLiteral("403"), httpAnswer(403, "invalid_token", "text/plain")},
        {QStringLiteral("404"), httpAnswer(404, R"({"message":"Unknown Webhook","code":10015})")},
        {QStringLiteral("410"), httpAnswer(410, "channel_is_archived", "text/plain")},
        {QStringLiteral("400"), httpAnswer(400, R"({"code":21211,"message":"The 'To' number is not valid"})")},
        {QStringLiteral("429 seconds"), with(httpAnswer(429, "{}"), "Retry-After", "7")},
        {QStringLiteral("429 date"),
            with(with(httpAnswer(429, "{}"), "Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT"), "Date",
                "Sat, 21 Nov 2026 04:00:00 GMT")},
        {QStringLiteral("500"), httpAnswer(500, "oops", "text/plain")},
        {QStringLiteral("503"), httpAnswer(503, "", "text/plain")},
    };
    const auto scripted = answers.find(answer);
    if (scripted != answers.end())
        bench.http.answer("POST", "https://", scripted->second);
    else if (answer == QLatin1String("timeout before"))
        bench.http.fail("POST", "https://", scriptedError(ErrorKind::Timeout));
    else if (answer != QLatin1String("refused"))
        bench.http.fail("POST", "https://", connected);
    const Sent sent = bench.send();
    QVERIFY(!sent);
    QVERIFY(!sent.error().error.reason.isEmpty());
    const bool isFinal = QStringList{QStringLiteral("redirect"), QStringLiteral("401"), QStringLiteral("403"),
        QStringLiteral("404"), QStringLiteral("410"), QStringLiteral("400")}
                             .contains(answer);
    QCOMPARE(sent.error().isFinal, isFinal);
    const bool isOpen = QStringList{QStringLiteral("sign-in page"), QStringLiteral("empty"), QStringLiteral("other JSON"),
        QStringLiteral("not JSON"), QStringLiteral("500"), QStringLiteral("timeout after"), QStringLiteral("reset")}
                            .contains(answer);
    QCOMPARE(sent.error().mayHaveArrived, isOpen);
    QVERIFY(sent.error().retryAfter.value_or(Duration(0))
        == (answer == QLatin1String("429 seconds")    ? 7s
                : answer == QLatin1String("429 date") ? 30s
                                                      : 0s));
}

void TestHttpChannels::aSecretThatIsNotThereIsNamed()
{
    QFETCH(const QString, kind);
    Bench bench(kind.toStdString());
    bench.secrets.isMissing = true;
    const Sent sent = bench.send();
    QVERIFY(!sent);
    QCOMPARE(sent.error().error.kind, ErrorKind::Secret);
    QVERIFY(!sent.error().isFinal); // it may come yet
    QVERIFY(bench.http.requests().empty());
}

void TestHttpChannels::noSecretIsShown()
{
    QFETCH(const QString, kind);
    Bench bench(kind.toStdString());
    bench.http.answer("POST", "https://", httpAnswer(500, "oops", "text/plain"));
    const Sent sent = bench.send();
    const HttpRequest &request = bench.http.requests().back();
    QVERIFY(request.url.find(kPlanted) == std::string::npos || !request.shownAs.empty());
    QVERIFY(english(sent.error().error.reason).find(kPlanted) == std::string::npos);
}

void TestHttpChannels::secretsAreSecretsInTheConfiguration()
{
    constexpr std::array<std::string_view, 5> kNames{"token", "password", "webhook", "secret", "user"};
    for (const ChannelKind &kind : channelKinds()) {
        for (const Key &key : kind.section.keys) {
            QVERIFY2(!key.help.empty(), key.name.data());
            if (std::find(kNames.begin(), kNames.end(), key.name) != kNames.end())
                QVERIFY2(key.type == KeyType::Secret, key.name.data());
        }
    }
}

void TestHttpChannels::mistakesAreFoundWhereTheyStand_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *channel, const char *problem) {
        QTest::newRow(name) << QString::fromUtf8(channel) << QString::fromUtf8(problem);
    };
    row("number", "name: c, type: twilio, account: AC1, token: {env: T}, from: '030 1234'", "test.yaml:3:");
    row("both", "name: c, type: slack, token: {env: T}, webhook: {env: HOOK}", "give `webhook` or `token`");
    row("neither", "name: c, type: slack", "give `webhook` or `token`");
    row("topic", "name: c, type: ntfy, url: 'https://n', topic: 'a b'", "1 to 64 letters");
    row("open secret", "name: c, type: discord, webhook: 'https://discord.com/api/webhooks/1/abc'", "webhook");
    row("no name", "type: discord, webhook: {env: HOOK}", "name");
    row("unknown", "name: c, type: discrod, webhook: {env: HOOK}", "did you mean discord?");
}

void TestHttpChannels::mistakesAreFoundWhereTheyStand()
{
    QFETCH(const QString, channel);
    QFETCH(const QString, problem);
    const LoadedConfig loaded = load(channel.toStdString());
    QVERIFY(!loaded.config);
    QString all;
    for (const ConfigProblem &each : loaded.problems)
        all += QString::fromStdString(each.text()) + QLatin1Char('\n');
    QVERIFY2(all.contains(problem), qPrintable(all));
}

void TestHttpChannels::addressesInTheClearAreRefused()
{
    class Clear final : public SecretsLookup
    {
    public:
        Result<Secret> secret(const SecretReference &) const override { return Secret("http://chat.example.net/hooks/x"); }
    };
    Bench bench("mattermost");
    const Clear clear;
    const auto kinds = channelKinds();
    const auto kind
        = std::find_if(kinds.begin(), kinds.end(), [](const ChannelKind &k) { return k.section.type == "mattermost"; });
    bench.channel = kind->make(load("name: c, type: mattermost, webhook: {env: HOOK}").config->channels.front(),
        {bench.http, bench.mailer, bench.clock, clear});
    const Sent sent = bench.send();
    QVERIFY(!sent);
    QVERIFY(sent.error().isFinal);
    QCOMPARE(sent.error().error.reason.code(), std::string_view("channel_in_the_clear"));
}

void TestHttpChannels::ntfyAsRecorded()
{
    Bench bench("ntfy");
    bench.http.answerOnce("POST", "https://push.example.net/base/",
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
    QCOMPARE(bench.http.requests().back().url, std::string("https://push.example.net/base/")); // JSON goes to the root

    bench.http.answerOnce("POST", "https://push.example.net/base/",
        httpAnswer(400, R"({"code":40009,"http":400,"error":"invalid request: topic invalid"})"));
    const Sent refused = bench.send();
    QVERIFY(!refused && refused.error().isFinal);
    QCOMPARE(english(refused.error().error.reason),
        std::string("The message was refused (status 400): invalid request: topic invalid"));
}

void TestHttpChannels::ntfyIsReadBack()
{
    Bench bench("ntfy");
    Receipt receipt;
    receipt.id = "ApfxWexZ11OT";
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json", httpAnswer(200, "", "application/x-ndjson"));
    QVERIFY(is(bench.follow(receipt), Arrival::Underway));
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json",
        httpAnswer(200, "{\"id\":\"6E72XZwLZtKB\"}\n{\"id\":\"ApfxWexZ11OT\"}\n", "application/x-ndjson"));
    QVERIFY(is(bench.follow(receipt), Arrival::Arrived));
    bench.http.answerOnce("GET", "https://push.example.net/base/war/json", httpAnswer(401, "{}"));
    QVERIFY(!bench.follow(receipt));
}

void TestHttpChannels::nobodyIsCalledByForeignText()
{
    Notification loud = Bench::notification();
    loud.title = "<!channel> @everyone [x](https://evil.example)";
    loud.text = "<@U123> **bold**";
    Bench slack("slack");
    slack.http.answer("POST", "https://", httpAnswer(200, "ok"));
    QVERIFY(slack.send(loud).has_value());
    const auto text = slack.body().at("text").get<std::string>();
    QVERIFY(text.find("<!") == std::string::npos && text.find("<@") == std::string::npos);
    QVERIFY(text.find("<https://tocsin.example.net/i?a=1&b=2>") != std::string::npos);

    Bench discord("discord");
    discord.http.answer("POST", "https://", httpAnswer(200, R"({"id":"1"})"));
    QVERIFY(discord.send(loud).has_value());
    QVERIFY(discord.body().at("allowed_mentions").at("parse").empty());
    QVERIFY(discord.body().at("content").get<std::string>().find("@everyone") == std::string::npos);
    QVERIFY(discord.http.requests().back().url.find("?sig=a%2Fb&wait=true") != std::string::npos);

    Bench mattermost("mattermost");
    mattermost.http.answer("POST", "https://", httpAnswer(200, "ok"));
    QVERIFY(mattermost.send(loud).has_value());
    const auto words = mattermost.body().at("text").get<std::string>();
    QVERIFY(words.find("@everyone") == std::string::npos && words.find("[x]") == std::string::npos);
}

void TestHttpChannels::slackAppsAreToldByTheAnswerNotByTheStatus()
{
    Bench bench("slack", "token: {env: T}, channel: C1");
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":true,"channel":"C1","ts":"1.2"})"));
    const Sent sent = bench.send();
    QVERIFY(sent.has_value() && sent->isRead);
    QCOMPARE(sent->id, std::string("1.2"));
    QCOMPARE(std::string(bench.http.requests().back().headers.value("authorization")), std::string("Bearer ") + kPlanted);
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":false,"error":"channel_not_found"})"));
    const Sent refused = bench.send();
    QVERIFY(!refused && refused.error().isFinal);
    bench.http.answerOnce(
        "POST", "https://slack.com/api/chat.postMessage", httpAnswer(200, R"({"ok":false,"error":"ratelimited"})"));
    const Sent later = bench.send();
    QVERIFY(!later && !later.error().isFinal);
}

void TestHttpChannels::twilioSaysWhatBecameOfIt()
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

void TestHttpChannels::pushoverEmergenciesRepeatUntilSeen()
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

void TestHttpChannels::retiredTeamsAddressesAreRefused()
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

void TestHttpChannels::theWebhookIsSigned()
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

void TestHttpChannels::longTextsAreCutBetweenCharacters()
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

QTEST_GUILESS_MAIN(TestHttpChannels)
#include "tst_http_channels.moc"
