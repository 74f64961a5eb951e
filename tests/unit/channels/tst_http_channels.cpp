// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/channel_bench.h"

#include <QTest>

#include <vector>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

const std::string kPlanted = "hunter2-0f9d8c7b6a";

/// A channel of each kind, and what its service may answer besides the one good answer.
struct Kind {
    std::string name;
    std::string keys;
    std::map<std::string, std::string> secrets;
    bool takesEmpty = false;   ///< an empty answer with status 200 means that the message was taken
    bool takesAnyJson = false; ///< so does anything that is no page
};

std::vector<Kind> kinds()
{
    const std::string hook = "https://hooks.example.net/services/T1/B1/" + kPlanted;
    return {
        {"discord", "type: discord, webhook: {env: HOOK}", {{"HOOK", hook + "?thread_id=7"}}},
        {"mattermost", "type: mattermost, webhook: {env: HOOK}", {{"HOOK", hook}}},
        {"ntfy", "type: ntfy, url: 'https://ntfy.example.net', topic_secret: {env: TOPIC}, token: {env: TOKEN}",
            {{"TOPIC", "topic-" + kPlanted}, {"TOKEN", "tk_" + kPlanted}}},
        {"pushover", "type: pushover, token: {env: TOKEN}, user: {env: USER}",
            {{"TOKEN", kPlanted + "token"}, {"USER", kPlanted + "user"}}},
        {"slack webhook", "type: slack, webhook: {env: HOOK}", {{"HOOK", hook}}},
        {"slack bot", "type: slack, token: {env: TOKEN}, channel: C1", {{"TOKEN", "xoxb-" + kPlanted}}},
        {"teams", "type: teams, webhook: {env: HOOK}", {{"HOOK", "https://flows.example.net/invoke?sp=%2Frun&sig=" + kPlanted}}},
        {"twilio", "type: twilio, account: AC1, token: {env: TOKEN}, from: '+15005550006', to: '+4915112345678'",
            {{"TOKEN", kPlanted}}},
        {"webhook", "type: webhook, url: 'https://hook.example.net/', secret: {env: KEY}", {{"KEY", kPlanted}}, true, true},
    };
}

struct Answered {
    std::string name;
    Result<HttpResponse> answer;
    ErrorKind kind = ErrorKind::Schema;
    bool isFinal = false;
    bool mayHaveArrived = false;
    std::optional<Duration> retryAfter;
};

HttpResponse withHeader(HttpResponse answer, const std::string &name, const std::string &value)
{
    answer.headers.add(name, value);
    return answer;
}

Error broken(ErrorKind kind, bool isConnected)
{
    Error error = scriptedError(kind);
    if (isConnected)
        error.evidence.timings.connect = Micros(100);
    return error;
}

Error proxyAway()
{
    static constexpr Phrase kProxy{"proxy_not_reached", "The proxy cannot be reached"};
    return {ErrorKind::Config, Reason(kProxy), {}};
}

const std::string kPage = "<!doctype html><html><title>Sign in</title><form><input type=\"password\"></form></html>";

std::vector<Answered> refusals()
{
    const auto error = R"({"error":"no such thing"})";
    const auto limited = httpAnswer(429, error);
    const auto dated = withHeader(
        withHeader(limited, "Retry-After", "Sat, 21 Nov 2026 04:39:00 GMT"), "Date", "Sat, 21 Nov 2026 04:38:00 GMT");
    const auto past = withHeader(
        withHeader(limited, "Retry-After", "Sat, 21 Nov 2026 04:39:00 GMT"), "Date", "Sat, 21 Nov 2026 05:38:00 GMT");
    return {
        {"sign-in page", httpAnswer(200, kPage, "text/html"), ErrorKind::Schema, false, true, {}},
        {"page that calls itself JSON", httpAnswer(200, kPage), ErrorKind::Schema, false, true, {}},
        {"page with 202", httpAnswer(202, kPage, "text/html"), ErrorKind::Schema, false, true, {}},
        {"moved", httpAnswer(302, ""), ErrorKind::Redirect, true, false, {}},
        {"400", httpAnswer(400, error), ErrorKind::Http, true, false, {}},
        {"401", httpAnswer(401, error), ErrorKind::Auth, true, false, {}},
        {"403", httpAnswer(403, kPage, "text/html"), ErrorKind::Auth, true, false, {}},
        {"404", httpAnswer(404, "no_service", "text/plain"), ErrorKind::Http, true, false, {}},
        {"410", httpAnswer(410, ""), ErrorKind::Http, true, false, {}},
        {"429", limited, ErrorKind::Http, false, false, {}},
        {"429 with seconds", withHeader(limited, "Retry-After", "30"), ErrorKind::Http, false, false, 30s},
        {"429 with a date", dated, ErrorKind::Http, false, false, 60s},
        {"429 with a date that is over", past, ErrorKind::Http, false, false, 0s},
        {"429 with an absurd time", withHeader(limited, "Retry-After", "1e300"), ErrorKind::Http, false, false, 1h},
        {"429 with nonsense", withHeader(limited, "Retry-After", "soon"), ErrorKind::Http, false, false, {}},
        {"429 with a negative time", withHeader(limited, "Retry-After", "-5"), ErrorKind::Http, false, false, {}},
        {"429 said in the body", httpAnswer(429, R"({"retry_after":0.6,"global":false})"), ErrorKind::Http, false, false, 600ms},
        {"429 with a text for a time", httpAnswer(429, R"({"retry_after":"x"})"), ErrorKind::Http, false, false, {}},
        {"500", httpAnswer(500, error), ErrorKind::Http, false, true, {}},
        {"502", httpAnswer(502, kPage, "text/html"), ErrorKind::Http, false, true, {}},
        {"503", withHeader(httpAnswer(503, error), "Retry-After", "120"), ErrorKind::Http, false, false, 2min},
        {"timeout before connecting", Failure(broken(ErrorKind::Timeout, false)), ErrorKind::Timeout, false, false, {}},
        {"timeout after connecting", Failure(broken(ErrorKind::Timeout, true)), ErrorKind::Timeout, false, true, {}},
        {"reset", Failure(broken(ErrorKind::Reset, true)), ErrorKind::Reset, false, true, {}},
        {"not HTTP", Failure(broken(ErrorKind::Content, true)), ErrorKind::Content, false, true, {}},
        {"too long an answer", Failure(broken(ErrorKind::Limit, true)), ErrorKind::Limit, false, true, {}},
        {"nobody listens", Failure(broken(ErrorKind::Refused, false)), ErrorKind::Refused, false, false, {}},
        {"no such name", Failure(broken(ErrorKind::Dns, false)), ErrorKind::Dns, false, false, {}},
        {"no trust", Failure(broken(ErrorKind::Tls, true)), ErrorKind::Tls, false, false, {}},
        {"proxy away", Failure(proxyAway()), ErrorKind::Config, false, false, {}},
        {"program ends", Failure(broken(ErrorKind::Cancelled, false)), ErrorKind::Cancelled, false, true, {}},
    };
}

/// Good statuses over what does not say that the message was taken.
std::vector<HttpResponse> otherJson()
{
    return {httpAnswer(200, R"({"hello":"world"})"), httpAnswer(200, "[]"), httpAnswer(200, "null"), httpAnswer(200, "1"),
        httpAnswer(200, R"({"id":)"), httpAnswer(200, R"({"id":7,"ok":"true","status":"1","sid":{},"event":[]})"),
        httpAnswer(201, R"({"ok":true,"status":1,"id":"","sid":""})"), httpAnswer(200, "OK, sort of", "text/plain"),
        httpAnswer(200, std::string(200'000, '[')), httpAnswer(200, "\xff\xfe{}")};
}

void add(ScriptedHttp &http, const Result<HttpResponse> &answer)
{
    if (answer)
        http.answer("", "", *answer);
    else
        http.fail("", "", answer.error());
}

} // namespace

/// That no kind takes anything for a receipt that is none, and that each failure means the same for all of them.
class TestHttpChannels : public QObject
{
    Q_OBJECT

private slots:
    void nothingButAReceiptIsOne_data();
    void nothingButAReceiptIsOne();
    void goodStatusesProveNothing_data() { addKinds(); }
    void goodStatusesProveNothing();
    void aMissingSecretMayComeYet_data() { addKinds(); }
    void aMissingSecretMayComeYet();
    void addressesInSecretsAreChecked_data() { addKinds(); }
    void addressesInSecretsAreChecked();
    void noSecretComesBack_data() { addKinds(); }
    void noSecretComesBack();

private:
    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t i = 0; i < kinds().size(); ++i)
            QTest::newRow(kinds()[i].name.c_str()) << static_cast<int>(i);
    }
};

void TestHttpChannels::nothingButAReceiptIsOne_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("refusal");
    for (std::size_t i = 0; i < kinds().size(); ++i) {
        for (std::size_t j = 0; j < refusals().size(); ++j)
            QTest::addRow("%s: %s", kinds()[i].name.c_str(), refusals()[j].name.c_str())
                << static_cast<int>(i) << static_cast<int>(j);
    }
}

void TestHttpChannels::nothingButAReceiptIsOne()
{
    QFETCH(int, kind);
    QFETCH(int, refusal);
    const Kind tested = kinds().at(static_cast<std::size_t>(kind));
    const Answered expected = refusals().at(static_cast<std::size_t>(refusal));
    ChannelBench bench(tested.keys);
    bench.secrets.values = tested.secrets;
    add(bench.http, expected.answer);
    const Sent sent = bench.send(notification());
    QCOMPARE(bench.http.requests().size(), 1u);
    QVERIFY(bench.request().isSentOnce);
    QVERIFY(!sent);
    const SendFailure &failed = sent.error();
    QVERIFY(!english(failed.error.reason).empty());
    QCOMPARE(static_cast<int>(failed.error.kind), static_cast<int>(expected.kind));
    QCOMPARE(failed.isFinal, expected.isFinal);
    QCOMPARE(failed.mayHaveArrived, expected.mayHaveArrived);
    QCOMPARE(failed.retryAfter.value_or(-1ms).count(), expected.retryAfter.value_or(-1ms).count());
    QCOMPARE(failed.error.evidence.status, expected.answer ? expected.answer->status : 0);
}

void TestHttpChannels::goodStatusesProveNothing()
{
    QFETCH(int, kind);
    const Kind tested = kinds().at(static_cast<std::size_t>(kind));
    ChannelBench bench(tested.keys);
    bench.secrets.values = tested.secrets;
    bench.http.answer("", "", httpAnswer(200, " \r\n", ""));
    const Sent empty = bench.send(notification());
    QCOMPARE(empty.has_value(), tested.takesEmpty);
    QVERIFY(empty || (!empty.error().isFinal && empty.error().mayHaveArrived));
    for (const HttpResponse &answer : otherJson()) {
        bench.http.answer("", "", answer);
        const Sent sent = bench.send(notification());
        QVERIFY2(sent.has_value() == tested.takesAnyJson, answer.body.substr(0, 80).c_str());
        QVERIFY2(sent || sent.error().isFinal || sent.error().mayHaveArrived, answer.body.substr(0, 80).c_str());
    }
}

void TestHttpChannels::aMissingSecretMayComeYet()
{
    QFETCH(int, kind);
    const Kind tested = kinds().at(static_cast<std::size_t>(kind));
    for (const auto &[missing, value] : tested.secrets) {
        ChannelBench bench(tested.keys);
        bench.secrets.values = tested.secrets;
        bench.secrets.values.erase(missing);
        bench.http.answer("", "", httpAnswer(200, "ok", "text/plain"));
        const Sent sent = bench.send(notification());
        QVERIFY(!sent);
        QVERIFY(sent.error().error.kind == ErrorKind::Secret);
        QVERIFY(!sent.error().isFinal && !sent.error().mayHaveArrived);
        QVERIFY2(english(sent.error().error.reason).find(missing) != std::string::npos, missing.c_str());
        QVERIFY(bench.http.requests().empty());
    }
}

void TestHttpChannels::addressesInSecretsAreChecked()
{
    QFETCH(int, kind);
    const Kind tested = kinds().at(static_cast<std::size_t>(kind));
    if (!tested.secrets.count("HOOK"))
        return; // its secrets are no addresses
    for (const std::string &bad : {"not an address " + kPlanted, "http://hooks.example.net/" + kPlanted,
             "http://127.example.net/" + kPlanted, "ftp://hooks.example.net/" + kPlanted}) {
        ChannelBench bench(tested.keys);
        bench.secrets.values["HOOK"] = bad;
        const Sent sent = bench.send(notification());
        QVERIFY2(!sent && sent.error().isFinal, bad.c_str());
        QVERIFY(sent.error().error.kind == ErrorKind::Config);
        QVERIFY(bench.http.requests().empty());
        QVERIFY2(everyWordOf(sent).find(kPlanted) == std::string::npos, everyWordOf(sent).c_str());
    }
}

void TestHttpChannels::noSecretComesBack()
{
    QFETCH(int, kind);
    const Kind tested = kinds().at(static_cast<std::size_t>(kind));
    // A gateway that repeats all it was sent, and an answer that would pass for a good one of each kind.
    std::string echo = R"({"id":"1","channel_id":"2","event":"message","status":1,"request":"r-1","ok":true,"ts":"1.2")";
    std::string plain = "ok";
    for (const auto &[name, value] : tested.secrets) {
        echo += ",\"" + name + "\":\"" + value + "\",\"error\":\"cannot find " + value.substr(value.rfind('/') + 1) + '"';
        plain += ' ' + value;
    }
    echo += ",\"message\":\"Bearer " + kPlanted + "\"}";
    for (const int status : {200, 201, 202, 302, 400, 401, 404, 429, 500}) {
        for (const std::string &body : {echo, plain, std::string(500, '.') + plain}) {
            ChannelBench bench(tested.keys);
            bench.secrets.values = tested.secrets;
            HttpResponse answer = httpAnswer(status, body, "text/plain; at=" + tested.secrets.begin()->second);
            bench.http.answer("", "", answer);
            const Sent sent = bench.send(notification());
            std::string words = everyWordOf(sent);
            // A bare piece of it is not the secret; whole ones, and the parts of addresses, are.
            for (const auto &[name, value] : tested.secrets)
                QVERIFY2(words.find(value) == std::string::npos, words.c_str());
            QVERIFY2(!tested.secrets.count("HOOK") || words.find(kPlanted) == std::string::npos, words.c_str());
            QVERIFY2(words.find("[secret]") != std::string::npos, words.c_str());
        }
    }
    ChannelBench bench(tested.keys);
    bench.secrets.values = tested.secrets;
    bench.http.fail("", "", broken(ErrorKind::Timeout, true));
    QVERIFY(everyWordOf(bench.send(notification())).find(kPlanted) == std::string::npos);
    const Result<Arrival> arrival = bench.follow("aB3");
    QVERIFY(!arrival);
    QVERIFY2(
        everyWordOf(arrival.error().evidence).find(kPlanted) == std::string::npos, everyWordOf(arrival.error().evidence).c_str());
}

QTEST_GUILESS_MAIN(TestHttpChannels)
#include "tst_http_channels.moc"
