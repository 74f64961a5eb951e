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
