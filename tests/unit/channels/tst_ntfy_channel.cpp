// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"
#include "tests/unit/sources/recorded_answer.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::string kUrl = "https://ntfy.example.net";
const std::string kKeys = "type: ntfy, url: '" + kUrl + "', topic: war";
const std::string kRecordedId = "6E72XZwLZtKB";

nlohmann::json sentBody(const ChannelBench &bench)
{
    return nlohmann::json::parse(bench.request().body);
}

} // namespace

/// Against the answers of a real server (ntfy 2).
class TestNtfyChannel : public QObject
{
    Q_OBJECT

private slots:
    void publishesAsJson();
    void theRecordedAnswerIsAReceipt();
    void urgencyBecomesPriority();
    void recordedErrors_data();
    void recordedErrors();
    void topicsComeFromThreePlaces();
    void badTopicsAreNotSent();
    void tokenIsTheLogin();
    void longMessagesAreCut();
    void readsBackWhatArrived();
    void doesNotBelieveOtherAnswers();
    void theTopicIsNotShown();
};

void TestNtfyChannel::publishesAsJson()
{
    ChannelBench bench(kKeys);
    bench.http.answer("POST", kUrl, recordedAnswer("ntfy/publish_json"));
    Notification note = notification();
    note.urgency = Urgency::Critical;
    QVERIFY(bench.send(note));
    QCOMPARE(bench.request().method, std::string("POST"));
    QCOMPARE(bench.request().url, kUrl); // to the root; at the topic it would be shown as a text
    const nlohmann::json expected{{"topic", "war"}, {"title", note.title}, {"message", note.text}, {"priority", 5},
        {"click", note.link}, {"tags", {"rotating_light"}}};
    QCOMPARE(sentBody(bench).dump(), expected.dump());
}

void TestNtfyChannel::theRecordedAnswerIsAReceipt()
{
    for (const char *name : {"ntfy/publish_json", "ntfy/publish_put"}) {
        ChannelBench bench(kKeys);
        bench.http.answer("POST", kUrl, recordedAnswer(name));
        const Sent sent = bench.send(notification());
        QVERIFY(sent);
        QCOMPARE(sent->id.size(), kRecordedId.size());
        QVERIFY(!sent->isRead); // taken is not yet read back
    }
}

void TestNtfyChannel::urgencyBecomesPriority()
{
    const std::map<Urgency, int> priorities{{Urgency::Low, 2}, {Urgency::Normal, 3}, {Urgency::High, 4}, {Urgency::Critical, 5}};
    ChannelBench bench(kKeys);
    bench.http.answer("POST", kUrl, recordedAnswer("ntfy/publish_json"));
    for (const auto &[urgency, priority] : priorities) {
        Notification note = notification();
        note.urgency = urgency;
        note.link.clear();
        QVERIFY(bench.send(note));
        QCOMPARE(sentBody(bench)["priority"].get<int>(), priority);
        QVERIFY(!sentBody(bench).contains("click"));
    }
}

void TestNtfyChannel::recordedErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isLogin");
    QTest::addColumn<QString>("words");
    QTest::newRow("401") << "err_auth" << true << "Login refused (status 401): unauthorized";
    QTest::newRow("404") << "err_404" << false << "There is nothing at this address (status 404): page not found";
    QTest::newRow("bad JSON") << "err_json" << false
                              << "The message was refused (status 400): invalid request: request body must be valid JSON";
    QTest::newRow("priority") << "err_prio" << false << "The message was refused (status 400): invalid priority parameter";
    QTest::newRow("topic") << "err_topic" << false << "The message was refused (status 400): invalid request: topic invalid";
}

void TestNtfyChannel::recordedErrors()
{
    QFETCH(QString, name);
    QFETCH(bool, isLogin);
    QFETCH(QString, words);
    ChannelBench bench(kKeys);
    bench.http.answer("POST", kUrl, recordedAnswer("ntfy/" + name.toStdString()));
    const Sent sent = bench.send(notification());
    QVERIFY(!sent);
    QVERIFY(sent.error().isFinal && !sent.error().mayHaveArrived);
    QCOMPARE(sent.error().error.kind == ErrorKind::Auth, isLogin);
    QCOMPARE(QString::fromStdString(english(sent.error().error.reason)), words);
}

void TestNtfyChannel::topicsComeFromThreePlaces()
{
    const auto topicOf = [](const std::string &keys, const std::string &to) {
        ChannelBench bench(keys);
        bench.secrets.values["TOPIC"] = "kept-topic";
        bench.http.answer("POST", kUrl, recordedAnswer("ntfy/publish_json"));
        Notification note = notification();
        note.to = to;
        return bench.send(note) ? sentBody(bench)["topic"].get<std::string>() : std::string();
    };
    const std::string secret = "type: ntfy, url: '" + kUrl + "', topic_secret: {env: TOPIC}";
    QCOMPARE(topicOf(kKeys, ""), std::string("war"));
    QCOMPARE(topicOf(kKeys, "ada"), std::string("ada"));
    QCOMPARE(topicOf(secret, ""), std::string("kept-topic"));
    QCOMPARE(topicOf(secret, "ada"), std::string("ada"));
    QCOMPARE(topicOf("type: ntfy, url: '" + kUrl + "'", "ada"), std::string("ada"));
}

void TestNtfyChannel::badTopicsAreNotSent()
{
    for (const std::string to : {"", "a/b", "a b", "\u00e4"}) {
        ChannelBench bench("type: ntfy, url: '" + kUrl + "'");
        Notification note = notification();
        note.to = to;
        const Sent sent = bench.send(note);
        QVERIFY2(!sent && sent.error().isFinal && sent.error().error.kind == ErrorKind::Config, to.c_str());
        QVERIFY(bench.http.requests().empty());
    }
}

void TestNtfyChannel::tokenIsTheLogin()
{
    ChannelBench bench(kKeys + ", token: {env: TOKEN}");
    bench.secrets.values["TOKEN"] = "tk_abc";
    bench.http.answer("POST", kUrl, recordedAnswer("ntfy/publish_json"));
    QVERIFY(bench.send(notification()));
    QCOMPARE(bench.request().endpoint.bearerToken->reveal(), std::string("tk_abc"));
}

void TestNtfyChannel::longMessagesAreCut()
{
    ChannelBench bench(kKeys);
    bench.http.answer("POST", kUrl, recordedAnswer("ntfy/publish_json"));
    Notification note = notification();
    for (const std::string piece : {"x", "\"", "\u00e4", "\x01", "\U0001F4A5"}) {
        note.text.clear();
        while (note.text.size() < 20'000)
            note.text += piece;
        QVERIFY(bench.send(note));
        const std::string message = sentBody(bench)["message"];
        QVERIFY2(message.size() <= 4'096 && message.size() > 500, piece.c_str());
        QVERIFY2(bench.request().body.size() <= 8'192, piece.c_str());
        QVERIFY2(message.ends_with("…"), piece.c_str());
    }
}

void TestNtfyChannel::readsBackWhatArrived()
{
    ChannelBench bench(kKeys);
    bench.http.answer("GET", kUrl + "/war/json?", recordedAnswer("ntfy/poll"));
    const Result<Arrival> arrived = bench.follow(kRecordedId);
    QVERIFY(arrived && *arrived == Arrival::Arrived);
    QCOMPARE(bench.request().url, kUrl + "/war/json?poll=1&since=all&id=" + kRecordedId);
    const Result<Arrival> other = bench.follow("somethingElse");
    QVERIFY(other && *other == Arrival::Underway);
    bench.http.answer("GET", kUrl + "/ada/json?", httpAnswer(200, "", "application/x-ndjson"));
    const Result<Arrival> nothing = bench.follow(kRecordedId, "ada");
    QVERIFY(nothing && *nothing == Arrival::Underway);
}

void TestNtfyChannel::doesNotBelieveOtherAnswers()
{
    ChannelBench bench(kKeys);
    for (const std::string body : {R"({"id":"6E72XZwLZtKB"})", "<html>Sign in</html>", "[]", "{\"id\":\"6E72XZwLZtKB\",\"eve"}) {
        bench.http.answer("GET", kUrl, httpAnswer(200, body));
        const Result<Arrival> arrival = bench.follow(kRecordedId);
        QVERIFY2(!arrival && arrival.error().kind == ErrorKind::Schema, body.c_str());
    }
    bench.http.answer("GET", kUrl, recordedAnswer("ntfy/err_auth"));
    const Result<Arrival> refused = bench.follow(kRecordedId);
    QVERIFY(!refused && refused.error().kind == ErrorKind::Auth);
}

void TestNtfyChannel::theTopicIsNotShown()
{
    ChannelBench bench("type: ntfy, url: '" + kUrl + "', topic_secret: {env: TOPIC}");
    bench.secrets.values["TOPIC"] = "kept-topic";
    const Result<Arrival> arrival = bench.follow(kRecordedId);
    QVERIFY(!arrival);
    QCOMPARE(arrival.error().evidence.request, std::string("GET ntfy topic"));
    QCOMPARE(bench.request().url.find(kUrl + "/kept-topic/json"), 0u);
}

QTEST_GUILESS_MAIN(TestNtfyChannel)
#include "tst_ntfy_channel.moc"
