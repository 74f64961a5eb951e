// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kSignIn
    = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input type=\"password\"></form></body></html>";

} // namespace

/// That no place is believed that does not say it took one.
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
    row("number", "name: c, type: twilio, account: AC1, token: {env: T}, from: '+4930123456', to: '030 1234'", "test.yaml:3:");
    row("both", "name: c, type: slack, token: {env: T}, webhook: {env: HOOK}", "exactly one of webhook and token");
    row("neither", "name: c, type: slack", "exactly one of webhook and token");
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

QTEST_GUILESS_MAIN(TestHttpChannels)
#include "tst_http_channels.moc"
