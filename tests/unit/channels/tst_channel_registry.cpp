// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture_file.h"
#include "tests/unit/channels/channel_bench.h"

#include <QTest>

#include <set>

using namespace tocsin;
using namespace tocsin::test;

namespace {

/// A channel of each kind with all that it needs.
const std::map<std::string, std::string> kGood{
    {"discord", "webhook: {env: HOOK}"},
    {"mattermost", "webhook: {env: HOOK}, channel: town-square"},
    {"ntfy", "url: 'https://ntfy.example.net', topic: war, token: {env: TOKEN}"},
    {"pushover", "token: {env: TOKEN}, user: {env: USER}"},
    {"slack", "token: {env: TOKEN}, channel: '#ops'"},
    {"teams", "webhook: {env: HOOK}"},
    {"twilio", "account: AC0123, token: {env: TOKEN}, from: '+15005550006', to: '+4915112345678'"},
    {"webhook", "url: 'https://hook.example.net/in', secret: {env: TOKEN}"},
};

void verifyKeys(KeyTable table, const std::string &owner)
{
    for (const Key &key : table) {
        const std::string name = owner + '.' + std::string(key.name);
        QVERIFY2(!key.help.empty(), name.c_str());
        QVERIFY2(!key.required || key.fallback.empty(), name.c_str());
        const std::set<std::string_view> secrets{
            "token", "password", "webhook", "secret", "user", "bearer_token", "topic_secret"};
        QVERIFY2(!secrets.count(key.name) || key.type == KeyType::Secret, name.c_str());
        verifyKeys(key.section, name);
    }
}

} // namespace

class TestChannelRegistry : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsComplete();
    void noKeyStandsTwice();
    void everyKindCanBeConfigured();
    void everyExampleOfTheDocsIsValid();
    void mistakesAreNamedWithTheirPlace_data();
    void mistakesAreNamedWithTheirPlace();
    void addressesAreChecked_data();
    void addressesAreChecked();
};

void TestChannelRegistry::everyKindIsComplete()
{
    std::set<std::string> types;
    for (const ChannelKind &kind : channelKinds()) {
        const std::string type(kind.section.type);
        QVERIFY2(types.insert(type).second, type.c_str());
        QVERIFY2(kind.make && !kind.section.help.empty(), type.c_str());
        verifyKeys(kind.section.keys, type);
    }
    for (const auto &[type, keys] : kGood)
        QVERIFY2(types.count(type) == 1, type.c_str());
}

void TestChannelRegistry::noKeyStandsTwice()
{
    const std::set<std::string_view> common{"name", "type", "timeout", "per_minute"}; // of every channel
    for (const ChannelKind &kind : channelKinds()) {
        std::set<std::string_view> names = common;
        for (const Key &key : kind.section.keys)
            QVERIFY2(names.insert(key.name).second, std::string(key.name).c_str());
    }
}

void TestChannelRegistry::everyKindCanBeConfigured()
{
    for (const auto &[type, keys] : kGood) {
        const LoadedConfig loaded = loadChannel("type: " + type + ", timeout: 3s, " + keys);
        QVERIFY2(loaded.config && loaded.problems.empty(),
            loaded.problems.empty() ? type.c_str() : loaded.problems.front().text().c_str());
        QCOMPARE(loaded.config->channels.front().timeout, Duration(std::chrono::seconds(3)));
        QCOMPARE(loaded.config->channels.front().perMinute, 6);
    }
}

void TestChannelRegistry::everyExampleOfTheDocsIsValid()
{
    const std::string docs = readFile(qgetenv("TOCSIN_SOURCE").toStdString() + "/docs/channels.md");
    const std::string fence = "```yaml\n";
    for (std::size_t at = docs.find(fence); at != std::string::npos; at = docs.find(fence, at + 1)) {
        const std::size_t begin = at + fence.size();
        const std::string yaml = docs.substr(begin, docs.find("```", begin) - begin);
        const LoadedConfig loaded = parseConfig("services: [{name: S, alerts: 'a=\"b\"'}]\n" + yaml, "channels.md",
            channelWords(), [](const std::string &) { return std::optional<std::string>("set"); });
        QVERIFY2(loaded.config, loaded.problems.empty() ? yaml.c_str() : loaded.problems.front().text().c_str());
    }
    for (const ChannelKind &kind : channelKinds())
        QVERIFY2(docs.find("\n## " + std::string(kind.section.type) + '\n') != std::string::npos, kind.section.type.data());
}

void TestChannelRegistry::mistakesAreNamedWithTheirPlace_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *keys, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(keys) << QString::fromUtf8(words);
    };
    row("unknown kind", "type: slak, webhook: {env: A}", "did you mean slack?");
    row("a secret in the open", "type: discord, webhook: 'https://discord.com/api/webhooks/1/x'", "must not stand");
    row("no secret", "type: teams", "needs the key \"webhook\"");
    row("ntfy without a server", "type: ntfy, topic: war", "needs the key \"url\"");
    row("ntfy with a bad topic", "type: ntfy, url: 'https://ntfy.sh', topic: 'a b'", "1 to 64 letters");
    row("ntfy with two topics", "type: ntfy, url: 'https://ntfy.sh', topic: war, topic_secret: {env: A}", "exactly one");
    row("ntfy with two logins", "type: ntfy, url: 'https://ntfy.sh', topic: w, token: {env: A}, bearer_token: {env: B}", "login");
    row("slack with nothing", "type: slack", "exactly one of webhook and token");
    row("slack with both", "type: slack, webhook: {env: A}, token: {env: B}", "exactly one of webhook and token");
    row("slack webhook to a channel", "type: slack, webhook: {env: A}, channel: '#ops'", "one channel only");
    row("slack in the clear", "type: slack, token: {env: A}, channel: C1, url: 'http://slack.example.net'", "in the clear");
    row("pushover in the clear", "type: pushover, token: {env: A}, user: {env: B}, url: 'http://127.evil.example'",
        "in the clear");
    row("twilio without a sender", "type: twilio, account: AC1, token: {env: A}", "exactly one of from and messaging_service");
    row("twilio with a bad number", "type: twilio, account: AC1, token: {env: A}, from: x, to: 0151123", "country code");
    row("twilio with a bad account", "type: twilio, account: SK1, token: {env: A}, from: x", "begins with AC");
    row("mattermost with a bad channel", "type: mattermost, webhook: {env: A}, channel: 'Town Square'", "town-square");
    row("another login", "type: discord, webhook: {env: A}, bearer_token: {env: B}", "login of its own");
}

void TestChannelRegistry::mistakesAreNamedWithTheirPlace()
{
    QFETCH(QString, keys);
    QFETCH(QString, words);
    const LoadedConfig loaded = loadChannel(keys.toStdString());
    QVERIFY(!loaded.config);
    QCOMPARE(loaded.problems.size(), 1u);
    const std::string text = loaded.problems.front().text();
    QVERIFY2(text.starts_with("shop.yaml:2:"), text.c_str());
    QVERIFY2(text.find(words.toStdString()) != std::string::npos, text.c_str());
}

void TestChannelRegistry::addressesAreChecked_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *kind, const char *address, bool isGood) {
        QTest::addRow("%s %s", kind, address) << QString::fromUtf8(kind) << QString::fromUtf8(address) << isGood;
    };
    row("twilio", "+4915112345678", true);
    row("twilio", "+1234567", true);
    row("twilio", "015112345678", false);
    row("twilio", "+123456", false);
    row("twilio", "+1234567890123456", false);
    row("twilio", "+0151123456", false);
    row("twilio", "+49 151 123456", false);
    row("twilio", "+", false);
    row("ntfy", "war-room_1", true);
    row("ntfy", "war/room", false);
    row("ntfy", "a\nb", false);
    row("pushover", "uQiRzpo4DXghDmr9QzzfQu27cmVRsG", true);
    row("pushover", "ada", false);
    row("slack", "C0123456789", true);
    row("slack", "#ops", true);
    row("slack", "ops room", false);
    row("mattermost", "@ada", true);
    row("mattermost", "town-square", true);
    row("mattermost", "@", false);
    row("webhook", "anything at all", true);
    for (const char *kind : {"twilio", "ntfy", "pushover", "slack", "mattermost", "webhook"})
        row(kind, "", true); // the channel's own
}

void TestChannelRegistry::addressesAreChecked()
{
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(bool, isGood);
    const std::string problem = kindOf(kind.toStdString()).addressProblem(address.toStdString());
    QCOMPARE(problem.empty(), isGood);
}

QTEST_GUILESS_MAIN(TestChannelRegistry)
#include "tst_channel_registry.moc"
