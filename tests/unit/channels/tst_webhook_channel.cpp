// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::string kBody
    = R"({"id":"n-1","title":"Checkout is down","text":"5xx > 10% & rising","link":"https://shop.example.net/runbook?a=1&b=2",)"
      R"("urgency":"critical","person":"ada","to":"ops","subject":"Checkout","at":"2026-11-21T04:37:23.000Z","test":false,)"
      R"("possible_repeat":false})";
// Python: hmac.new(b"k3y-of-the-hook", (timestamp + "." + body).encode(), hashlib.sha256).hexdigest()
const std::string kSignature = "sha256=b2b0f6a221cc9b60eecff370b5fd25a7094f8a8e05070d464a6b45c486f163ab";

Notification critical()
{
    Notification note = notification();
    note.urgency = Urgency::Critical;
    note.person = "ada";
    note.to = "ops";
    return note;
}

} // namespace

class TestWebhookChannel : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheMessageAsJson();
    void signsWhatItSends();
    void withoutItsKeyNothingGoes();
    void aRepeatHasTheSameKey();
    void anEmptyAnswerWillDo();
    void aPageIsNoAnswer();
    void brokenTextIsStillJson();
};

void TestWebhookChannel::sendsTheMessageAsJson()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/in?x=1'");
    bench.http.answer("POST", "https://hook.example.net/in?x=1", httpAnswer(202, "queued\n", "text/plain"));
    const Sent sent = bench.send(critical());
    QVERIFY(sent);
    QCOMPARE(sent->words, std::string("queued"));
    QVERIFY(!sent->isRead);
    QCOMPARE(bench.request().body, kBody);
    QVERIFY(bench.request().headers.value("content-type") == "application/json; charset=utf-8");
    QVERIFY(bench.request().headers.value("idempotency-key") == "n-1");
    QVERIFY(bench.request().headers.value("tocsin-signature").empty());
    QVERIFY(bench.request().isSentOnce);
    QCOMPARE(bench.request().maxRedirects, 0);
}

void TestWebhookChannel::signsWhatItSends()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/', secret: {env: KEY}");
    bench.secrets.values["KEY"] = "k3y-of-the-hook";
    bench.http.answer("POST", "https://hook.example.net/", httpAnswer(200, "", ""));
    QVERIFY(bench.send(critical()));
    QVERIFY(bench.request().headers.value("tocsin-timestamp") == "2026-11-21T04:37:23.000Z");
    QCOMPARE(std::string(bench.request().headers.value("tocsin-signature")), kSignature);
    // Sent again later it is signed anew, or a receiver would take it for a replay.
    bench.clock.advance(std::chrono::minutes(1));
    QVERIFY(bench.send(critical()));
    QVERIFY(bench.request().headers.value("tocsin-timestamp") == "2026-11-21T04:38:23.000Z");
    QVERIFY(bench.request().headers.value("tocsin-signature") != kSignature);
}

void TestWebhookChannel::withoutItsKeyNothingGoes()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/', secret: {env: KEY}");
    const Sent sent = bench.send(critical());
    QVERIFY(!sent);
    QVERIFY(sent.error().error.kind == ErrorKind::Secret);
    QVERIFY(!sent.error().isFinal && !sent.error().mayHaveArrived);
    QVERIFY(bench.http.requests().empty());
}

void TestWebhookChannel::aRepeatHasTheSameKey()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/'");
    bench.http.answer("POST", "https://hook.example.net/", httpAnswer(200, "{}"));
    QVERIFY(bench.send(critical(), true));
    QVERIFY(bench.request().headers.value("idempotency-key") == "n-1");
    QVERIFY(bench.request().body.find(R"("title":"[possible repeat] Checkout is down")") != std::string::npos);
    QVERIFY(bench.request().body.find(R"("possible_repeat":true)") != std::string::npos);
}

void TestWebhookChannel::anEmptyAnswerWillDo()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/'");
    bench.http.answer("POST", "", httpAnswer(204, "", ""));
    QVERIFY(bench.send(critical()));
    const Result<Arrival> arrival = bench.follow("x");
    QVERIFY(!arrival && arrival.error().kind == ErrorKind::Unsupported);
}

void TestWebhookChannel::aPageIsNoAnswer()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/'");
    bench.http.answer("POST", "", httpAnswer(200, "\n <!DOCTYPE html><title>Sign in</title>", "text/html"));
    const Sent sent = bench.send(critical());
    QVERIFY(!sent);
    QVERIFY(!sent.error().isFinal && sent.error().mayHaveArrived);
    QCOMPARE(english(sent.error().error.reason),
        std::string("Status 200, but the answer does not say that the message was taken: a web page instead of an answer"));
}

void TestWebhookChannel::brokenTextIsStillJson()
{
    ChannelBench bench("type: webhook, url: 'https://hook.example.net/'");
    bench.http.answer("POST", "", httpAnswer(200, "", ""));
    Notification note = critical();
    note.text = "half \xc3";
    QVERIFY(bench.send(note));
    QVERIFY(bench.request().body.find("half \uFFFD") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestWebhookChannel)
#include "tst_webhook_channel.moc"
