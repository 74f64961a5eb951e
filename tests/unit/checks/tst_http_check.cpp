// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/await.h"
#include "tests/unit/checks/check_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

class HttpCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void asksAsConfigured();
    void asksWithTheDefaults();
    void carriesEvidenceAndParts();
    void aMissingSecretProvesNothing();
    void aRenewedSecretIsUsed();
    void aDeadServerHasFailed();
    void aStoredAnswerProvesNothing_data();
    void aStoredAnswerProvesNothing();
    void aWrongClockIsNoStoredAnswer();
    void anAnswerThatStandsStillIsStored();
    void asksTheServerAndNotACache();
    void isNamedAfterItsTarget();
    void findsWhatIsWrongWithItsKeys();
};

namespace {

Settings settings(const std::string &url = "https://shop.example.net/health")
{
    Settings result;
    result.set("url", url);
    return result;
}

} // namespace

void HttpCheckTest::asksAsConfigured()
{
    CheckBench bench;
    Settings keys = settings();
    keys.set("method", std::string("POST"));
    keys.set("body", std::string("{\"ping\":1}"));
    keys.set("headers", Settings::TextMap{{"Content-Type", "application/json"}});
    keys.set("redirects", std::int64_t(2));
    keys.set("max_body", std::int64_t(1000));
    keys.set("bearer_token", SecretReference{SecretReference::Place::Environment, "TOKEN", {}});
    bench.secrets.values["TOKEN"] = "hush";
    resultOf(bench.make("http", keys)->run());
    QCOMPARE(bench.http.requests().size(), std::size_t(1));
    const HttpRequest &request = bench.http.requests().front();
    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.url, std::string("https://shop.example.net/health"));
    QCOMPARE(request.body, std::string("{\"ping\":1}"));
    QCOMPARE(request.endpoint.headers.value("content-type"), std::string_view("application/json"));
    QCOMPARE(request.endpoint.bearerToken->reveal(), std::string("hush"));
    QVERIFY(request.endpoint.timeout == 3s);
    QCOMPARE(request.maxRedirects, 2);
    QCOMPARE(request.maxBodyBytes, std::size_t(1000));
}

void HttpCheckTest::asksWithTheDefaults()
{
    CheckBench bench;
    resultOf(bench.make("http", settings())->run());
    const HttpRequest &request = bench.http.requests().front();
    QCOMPARE(request.method, std::string("GET"));
    QCOMPARE(request.maxRedirects, 0);
    QCOMPARE(request.maxBodyBytes, std::size_t(1) << 20);
}

void HttpCheckTest::carriesEvidenceAndParts()
{
    CheckBench bench;
    HttpResponse response = httpAnswer(200, R"({"status":"UP","components":{"db":{"status":"UP"}}})");
    response.evidence.timings.total = 42ms;
    bench.http.answer("GET", "https://shop.example.net/", response);
    const Observation observation = resultOf(bench.make("http", settings())->run());
    QCOMPARE(observation.outcome, Outcome::Good);
    QVERIFY(observation.reason.isEmpty());
    QVERIFY(observation.evidence.timings.total == 42ms);
    QCOMPARE(observation.parts.size(), std::size_t(1));
    QCOMPARE(observation.parts.front().name, std::string("db"));
}

void HttpCheckTest::aMissingSecretProvesNothing()
{
    CheckBench bench;
    Settings keys = settings();
    keys.set("bearer_token", SecretReference{SecretReference::Place::Environment, "TOKEN", {}});
    const Observation observation = resultOf(bench.make("http", keys)->run());
    QCOMPARE(observation.outcome, Outcome::Unproven);
    QVERIFY(!observation.reason.isEmpty());
    QVERIFY(bench.http.requests().empty()); // nothing is asked without the login it needs
}

void HttpCheckTest::aRenewedSecretIsUsed()
{
    CheckBench bench;
    Settings keys = settings();
    keys.set("bearer_token", SecretReference{SecretReference::Place::Environment, "TOKEN", {}});
    bench.secrets.values["TOKEN"] = "old";
    const auto check = bench.make("http", keys);
    resultOf(check->run());
    bench.secrets.values["TOKEN"] = "new";
    resultOf(check->run());
    QCOMPARE(bench.http.requests().back().endpoint.bearerToken->reveal(), std::string("new"));
}

void HttpCheckTest::aDeadServerHasFailed()
{
    CheckBench bench; // its Http refuses what the script does not name
    const Observation observation = resultOf(bench.make("http", settings())->run());
    QCOMPARE(observation.outcome, Outcome::Failed);
    QVERIFY(!observation.reason.isEmpty());
}

void HttpCheckTest::aStoredAnswerProvesNothing_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<int>("outcome");
    const auto row
        = [](const char *name, const char *header, const char *value, const char *body, const char *condition, Outcome outcome) {
              QTest::newRow(name) << QByteArray(header) << QByteArray(value) << QByteArray(body) << QByteArray(condition)
                                  << static_cast<int>(outcome);
          };
    const char *up = R"({"status":"UP"})";
    const char *page = "<!doctype html><h1>Add to cart</h1>";
    row("a day old", "Age", "86400", up, "", Outcome::Unproven);
    row("a day old, with a condition", "Age", "86400", up, "[BODY].status == UP", Outcome::Unproven);
    row("a day old, with a status", "Age", "86400", up, "[STATUS] == 200", Outcome::Unproven);
    row("older than anybody can count", "Age", "99999999999999999999999", up, "", Outcome::Unproven);
    row("a minute old", "Age", "60", up, "", Outcome::Good);
    row("no number", "Age", "old", up, "", Outcome::Good);
    row("DOWN of yesterday", "Age", "86400", R"({"status":"DOWN"})", "", Outcome::Unproven);
    row("stale, as the cache says", "Warning", "110 - \"Response is Stale\"", up, "", Outcome::Unproven);
    row("another warning", "warning", "214 - \"Transformation Applied\"", up, "", Outcome::Good);
    row("a page of a CDN", "Age", "86400", page, "[BODY] == pat(*Add to cart*)", Outcome::Good);
    row("dated yesterday", "Date", "Fri, 20 Nov 2026 04:37:23 GMT", up, "", Outcome::Unproven);
    row("dated an hour ago", "Date", "Sat, 21 Nov 2026 03:37:23 GMT", up, "", Outcome::Good);
    row("dated tomorrow", "Date", "Sun, 22 Nov 2026 03:37:23 GMT", up, "", Outcome::Good);
    row("no date", "Date", "soon", up, "", Outcome::Good);
}

void HttpCheckTest::aStoredAnswerProvesNothing()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, condition);
    QFETCH(int, outcome);
    CheckBench bench;
    HttpResponse response = httpAnswer(200, body.toStdString(), body.startsWith('{') ? "application/json" : "text/html");
    response.headers.add(header.toStdString(), value.toStdString());
    bench.http.answer("GET", "https://shop.example.net/", response);
    Settings keys = settings();
    if (!condition.isEmpty())
        keys.set("conditions", std::vector<std::string>{condition.toStdString()});
    QCOMPARE(static_cast<int>(resultOf(bench.make("http", keys)->run()).outcome), outcome);
    if (header != "Age")
        return;
    keys.set("max_age", Duration(std::chrono::hours(24 * 40'000)));
    QVERIFY(resultOf(bench.make("http", keys)->run()).outcome != Outcome::Unproven); // somebody said that it may
}

/// Its date is wrong, but it moves.
void HttpCheckTest::aWrongClockIsNoStoredAnswer()
{
    CheckBench bench;
    const auto check = bench.make("http", settings());
    std::vector<Outcome> outcomes;
    for (const char *date : {"Thu, 01 Jan 1970 00:10:00 GMT", "Thu, 01 Jan 1970 00:20:00 GMT", "Thu, 01 Jan 1970 00:30:00 GMT",
             "Sat, 21 Nov 2026 05:07:23 GMT"}) {
        HttpResponse response = httpAnswer(200, R"({"status":"UP"})");
        response.headers.add("Date", date);
        bench.http.answerOnce("GET", "https://shop.example.net/", response);
        outcomes.push_back(resultOf(check->run()).outcome);
        bench.clock.advance(10min);
    }
    QCOMPARE(outcomes, (std::vector<Outcome>{Outcome::Unproven, Outcome::Good, Outcome::Good, Outcome::Good}));
}

void HttpCheckTest::anAnswerThatStandsStillIsStored()
{
    CheckBench bench;
    const auto check = bench.make("http", settings());
    HttpResponse response = httpAnswer(200, R"({"status":"UP"})");
    response.headers.add("Date", "Sat, 21 Nov 2026 03:37:23 GMT");
    bench.http.answer("GET", "https://shop.example.net/", response);
    QCOMPARE(resultOf(check->run()).outcome, Outcome::Good);
    bench.clock.advance(1min);
    QCOMPARE(resultOf(check->run()).outcome, Outcome::Good); // a cache that renews now and then is honest
    bench.clock.advance(90s);
    const Observation old = resultOf(check->run());
    QCOMPARE(old.outcome, Outcome::Unproven);
    QCOMPARE(old.reason.code(), std::string_view("answer_dated_long_ago"));
}

void HttpCheckTest::asksTheServerAndNotACache()
{
    CheckBench bench;
    resultOf(bench.make("http", settings())->run());
    QCOMPARE(bench.http.requests().back().headers.value("cache-control"), std::string_view("no-cache"));
    Settings keys = settings();
    keys.set("headers", Settings::TextMap{{"Cache-Control", "max-age=60"}});
    resultOf(bench.make("http", keys)->run());
    QVERIFY(bench.http.requests().back().headers.value("cache-control").empty()); // theirs is sent instead
}

void HttpCheckTest::isNamedAfterItsTarget()
{
    const auto name = checkKind("http").section.defaultName;
    QCOMPARE(name(settings("https://shop.example.net/search/health")), std::string("http shop.example.net/search/health"));
    QCOMPARE(name(settings("https://shop.example.net/")), std::string("http shop.example.net"));
    QCOMPARE(name(settings("http://shop.example.net:8080/a?token=x")), std::string("http shop.example.net:8080/a"));
}

void HttpCheckTest::findsWhatIsWrongWithItsKeys()
{
    const auto validate = checkKind("http").section.validate;
    Settings keys = settings();
    keys.set("conditions", std::vector<std::string>{"[STATUS] == 200", "[STATUS] => 200"});
    keys.set("degraded", std::vector<std::string>{"[RESPONSE_TIEM] > 1s"});
    keys.set("body", std::string("x"));
    const std::vector<SettingProblem> problems = validate(keys);
    QCOMPARE(problems.size(), std::size_t(3));
    QCOMPARE(problems[0].key, std::string("conditions"));
    QCOMPARE(problems[0].message, std::string("\"[STATUS] => 200\", character 10: => is not an operator"));
    QCOMPARE(problems[0].suggestion, std::string(">="));
    QCOMPARE(problems[1].key, std::string("degraded"));
    QCOMPARE(problems[1].suggestion, std::string("[RESPONSE_TIME]"));
    QCOMPARE(problems[2].key, std::string("body"));
    QVERIFY(validate(settings()).empty());
}

QTEST_GUILESS_MAIN(HttpCheckTest)
#include "tst_http_check.moc"
