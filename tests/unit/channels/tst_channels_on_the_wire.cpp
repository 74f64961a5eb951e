// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/message_sink.h"
#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

/// A channel over the real transport.
class WireBench
{
public:
    explicit WireBench(const std::string &keys)
    {
        const LoadedConfig loaded = loadChannel(keys);
        if (!loaded.config)
            throw std::logic_error(loaded.problems.front().text());
        const ChannelConfig &config = loaded.config->channels.front();
        channel = kindOf(config.type).make(config, tools);
    }
    ~WireBench() { transport.stop(); }

    Sent send() { return await(transport, channel->send(OutgoingMessage::of(notification(), false).value())); }

    SystemClock clock;
    Transport transport{clock};
    NoMailer mailer;
    SecretsAtHand secrets;
    const ChannelTools tools{transport, mailer, clock, secrets};
    std::unique_ptr<Channel> channel;
};

} // namespace

/// What really goes over the wire, and what really comes back when it breaks.
class TestChannelsOnTheWire : public QObject
{
    Q_OBJECT

private slots:
    void theQueryOfASecretAddressStaysAsItIs();
    void aBrokenAnswerLeavesTheOutcomeOpen();
    void aSilentServiceLeavesTheOutcomeOpen();
    void nobodyThereMeansNothingSent();
    void eachMessageGoesOnce();
    void theFormAndTheLoginArrive();
    void redirectsAreNotFollowed();
};

void TestChannelsOnTheWire::theQueryOfASecretAddressStaysAsItIs()
{
    MessageSink sink;
    const std::string target = "/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=a-b_c.d~e%2Bf%3D";
    sink.answer("/", {202, "", ""});
    WireBench bench("type: teams, webhook: {env: HOOK}");
    bench.secrets.values["HOOK"] = sink.url(target) + "\n"; // as a file of secrets ends
    const Sent sent = bench.send();
    QVERIFY2(sent.has_value(), everyWordOf(sent).c_str());
    QCOMPARE(sink.messages().front().target, target);
    QCOMPARE(sent->evidence.request, std::string("POST Teams webhook"));
}

void TestChannelsOnTheWire::aBrokenAnswerLeavesTheOutcomeOpen()
{
    MessageSink sink;
    sink.answer("/", {.manner = SinkAnswer::Manner::Reset});
    WireBench bench("type: slack, webhook: {env: HOOK}");
    bench.secrets.values["HOOK"] = sink.url("/services/T1/B1/planted-secret");
    const Sent sent = bench.send();
    QVERIFY(!sent && !sent.error().isFinal && sent.error().mayHaveArrived);
    QVERIFY2(everyWordOf(sent).find("planted-secret") == std::string::npos, everyWordOf(sent).c_str());
    QCOMPARE(sink.messages().size(), 1u);
}

void TestChannelsOnTheWire::aSilentServiceLeavesTheOutcomeOpen()
{
    MessageSink sink;
    sink.answer("/", {.manner = SinkAnswer::Manner::Silence});
    WireBench bench("type: webhook, timeout: 300ms, url: '" + sink.url("/in") + "'");
    const Sent sent = bench.send();
    QVERIFY(!sent && !sent.error().isFinal && sent.error().mayHaveArrived);
    QVERIFY(sent.error().error.kind == ErrorKind::Timeout);
}

void TestChannelsOnTheWire::nobodyThereMeansNothingSent()
{
    std::string url;
    {
        const MessageSink gone;
        url = gone.url("/in");
    }
    WireBench bench("type: webhook, url: '" + url + "'");
    const Sent sent = bench.send();
    QVERIFY(!sent && !sent.error().isFinal && !sent.error().mayHaveArrived);
    QVERIFY(sent.error().error.kind == ErrorKind::Refused);
}

void TestChannelsOnTheWire::eachMessageGoesOnce()
{
    MessageSink sink;
    sink.answer("/api/", {200, R"({"ok":true,"ts":"1.2"})"});
    sink.answerOnce("/api/", {.manner = SinkAnswer::Manner::Reset});
    WireBench bench("type: slack, token: {env: TOKEN}, channel: C1, url: '" + sink.url("/") + "'");
    bench.secrets.values["TOKEN"] = "xoxb-1";
    QVERIFY(!bench.send());
    QCOMPARE(sink.messages().size(), 1u); // libcurl did not try it again by itself
    QVERIFY(bench.send());
    QVERIFY(bench.send());
    QVERIFY(sink.waitForMessages(3));
    QCOMPARE(sink.messages().back().header("authorization"), std::string("Bearer xoxb-1"));
    QCOMPARE(sink.messages().back().target, std::string("/api/chat.postMessage"));
}

void TestChannelsOnTheWire::theFormAndTheLoginArrive()
{
    MessageSink sink;
    sink.answer("/2010-04-01/Accounts/AC1/Messages.json", {201, R"({"sid":"SM1","status":"queued"})"});
    sink.answer("/2010-04-01/Accounts/AC1/Messages/SM1.json", {200, R"({"sid":"SM1","status":"delivered"})"});
    WireBench bench("type: twilio, account: AC1, token: {env: TOKEN}, from: '+15005550006', to: '+4915112345678', url: '"
        + sink.url("/") + "'");
    bench.secrets.values["TOKEN"] = "pw";
    const Sent sent = bench.send();
    QVERIFY2(sent.has_value(), everyWordOf(sent).c_str());
    const SunkMessage message = sink.messages().front();
    QCOMPARE(message.header("Authorization"), std::string("Basic QUMxOnB3")); // AC1:pw
    QVERIFY(message.body.starts_with("To=%2B4915112345678&From=%2B15005550006&Body=Checkout%20is%20down"));
    const Result<Arrival> arrival = await(bench.transport, bench.channel->follow(*sent, {}));
    QVERIFY(arrival && *arrival == Arrival::Arrived);
    QCOMPARE(sink.messages().back().method, std::string("GET"));
}

void TestChannelsOnTheWire::redirectsAreNotFollowed()
{
    MessageSink sink;
    sink.answer("/in", {302, "", "Location: /login\r\n"});
    WireBench bench("type: webhook, url: '" + sink.url("/in") + "'");
    const Sent sent = bench.send();
    QVERIFY(!sent && sent.error().isFinal && !sent.error().mayHaveArrived);
    QVERIFY(sent.error().error.kind == ErrorKind::Redirect);
    QCOMPARE(sink.messages().size(), 1u);
}

QTEST_GUILESS_MAIN(TestChannelsOnTheWire)
#include "tst_channels_on_the_wire.moc"
