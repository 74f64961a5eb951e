// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/http_judgement.h"

#include "tests/support/scripted_http.h"

#include <QTest>

using namespace tocsin;

namespace {

constexpr Facts kAll
    = Fact::Status | Fact::ResponseTime | Fact::Body | Fact::CertificateExpiration | Fact::Connected | Fact::Ip | Fact::Header;

constexpr const char *kSignIn = "<!doctype html><form action=/login><input type=password></form>";
constexpr const char *kPage = "<!doctype html><h1>Welcome to our wireless network</h1>";
constexpr const char *kUp = R"({"status":"UP"})";

HttpQuestion question(const QByteArray &conditions, const std::string &url = "https://shop.example.net/health")
{
    HttpQuestion asked;
    asked.url = url;
    for (const QByteArray &text : conditions.split('|')) {
        if (!text.isEmpty())
            asked.expectation.conditions.push_back(parseCondition(text.toStdString(), kAll).value());
    }
    return asked;
}

QByteArray codeOf(const Judgement &judgement)
{
    const std::string_view code = judgement.reason.code();
    return QByteArray(code.data(), static_cast<qsizetype>(code.size()));
}

} // namespace

class HttpJudgementTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void plainHttpProvesNoPage();
    void anotherHostProvesNothing();
    void aSignInPageIsNotWhatItLeadsTo();
    void aHeadIsJudgedByItsStatus();
    void degradedConditionsImpair();
    void sentencesTellTheActualValue();
    void partsAreShownWhateverTheVerdict();
    void aRedirectIsAnAnswerToWhoAsksForIt();
    void everyErrorIsSaid_data();
    void everyErrorIsSaid();
};

void HttpJudgementTest::judges_data()
{
    QTest::addColumn<QByteArray>("conditions"); // joined by |
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *conditions, int status, const char *type, const char *body, Outcome outcome,
                         const char *code = "") {
        QTest::newRow(name) << QByteArray(conditions) << status << QByteArray(type) << QByteArray(body)
                            << static_cast<int>(outcome) << QByteArray(code);
    };
    const char *json = "application/json";
    // Without conditions: only a health answer is proof.
    row("health", "", 200, json, kUp, Outcome::Good);
    row("health in plain text", "", 200, "text/plain", "OK", Outcome::Good);
    row("kubernetes", "", 200, "text/plain; charset=utf-8", "[+]ping ok\nlivez check passed\n", Outcome::Good);
    row("health says DOWN with 200", "", 200, json, R"({"status":"DOWN"})", Outcome::Failed, "health_says");
    row("health says warn", "", 200, "application/health+json", R"({"status":"warn"})", Outcome::Impaired, "health_says");
    row("a part fails", "", 200, json, R"({"status":"UP","components":{"db":{"status":"DOWN"}}})", Outcome::Impaired,
        "part_troubled");
    row("a word nobody knows", "", 200, json, R"({"status":"BLUE"})", Outcome::Unproven, "health_word_unknown");
    row("a list cut off", "", 200, "text/plain", "[+]ping ok\n[+]lo", Outcome::Unproven, "health_cut_off");
    row("500 with a valid body", "", 500, json, kUp, Outcome::Failed, "error_status");
    row("503", "", 503, "text/html", "<html>", Outcome::Failed, "error_status");
    row("404", "", 404, json, kUp, Outcome::Failed, "error_status");
    row("401", "", 401, json, kUp, Outcome::Unproven, "access_refused");
    row("403", "", 403, "text/html", kPage, Outcome::Unproven, "access_refused");
    row("429", "", 429, json, kUp, Outcome::Unproven, "access_refused");
    row("304", "", 304, json, "", Outcome::Unproven, "unexpected_status");
    row("JSON of another schema", "", 200, json, R"({"colour":"blue"})", Outcome::Unproven, "no_health_answer");
    row("truncated JSON", "", 200, json, R"({"status":"UP)", Outcome::Unproven, "broken_json");
    row("wrong content type", "", 200, "text/html", kUp, Outcome::Unproven, "wrong_content_type");
    row("octets", "", 200, "application/octet-stream", kUp, Outcome::Unproven, "wrong_content_type");
    row("no content type", "", 200, "", kUp, Outcome::Unproven, "no_content_type");
    row("empty 200", "", 200, json, "", Outcome::Unproven, "empty_answer");
    row("blank 200", "", 200, "text/plain", " \r\n", Outcome::Unproven, "empty_answer");
    row("204", "", 204, "", "", Outcome::Unproven, "empty_answer");
    row("sign-in page", "", 200, "text/html", kSignIn, Outcome::Unproven, "sign_in_page");
    row("a page", "", 200, "text/html", kPage, Outcome::Unproven, "page_proves_nothing");
    row("other text", "", 200, "text/plain", "It works!", Outcome::Unproven, "no_health_answer");
    // Only a status was asked for: the body still has to be what it says it is.
    row("status: page over https", "[STATUS] == 200", 200, "text/html", kPage, Outcome::Good);
    row("status: other JSON", "[STATUS] == 200", 200, json, R"({"colour":"blue"})", Outcome::Good);
    row("status: sign-in page", "[STATUS] == 200", 200, "text/html", kSignIn, Outcome::Unproven, "sign_in_page");
    row("status: sign-in page as JSON", "[STATUS] == 200", 200, json, kSignIn, Outcome::Unproven, "broken_json");
    row("status: empty", "[STATUS] == 200", 200, json, "", Outcome::Unproven, "empty_answer");
    row("status: truncated", "[STATUS] == 200", 200, json, "{\"a\":", Outcome::Unproven, "broken_json");
    row("status: false type", "[STATUS] == 200", 200, "text/css", kUp, Outcome::Unproven, "wrong_content_type");
    row("status: health says DOWN", "[STATUS] == 200", 200, json, R"({"status":"DOWN"})", Outcome::Failed, "health_says");
    row("status: 204 asked for", "[STATUS] == 204", 204, "", "", Outcome::Good);
    row("status: 204 among others", "[STATUS] == any(200, 204)", 204, "", "", Outcome::Good);
    row("status: 204 not asked for", "[STATUS] < 300", 204, "", "", Outcome::Unproven, "empty_answer");
    row("status: false", "[STATUS] == 200", 404, json, kUp, Outcome::Failed, "condition_failed");
    row("status: 5xx", "[STATUS] == 200", 502, "text/html", kPage, Outcome::Failed, "condition_failed");
    row("status: 401", "[STATUS] == 200", 401, "text/html", kPage, Outcome::Unproven, "access_refused");
    row("status: 401 asked for", "[STATUS] == 401", 401, json, "{\"error\":\"x\"}", Outcome::Good);
    row("status: 503 asked for", "[STATUS] == 503", 503, json, "{\"x\":1}", Outcome::Good);
    // The content was asked for.
    row("content: UP", "[STATUS] == 200|[BODY].status == UP", 200, json, kUp, Outcome::Good);
    row("content: DOWN", "[STATUS] == 200|[BODY].status == UP", 200, json, R"({"status":"DOWN"})", Outcome::Failed,
        "condition_failed");
    row("content: 500 with a valid body", "[BODY].status == UP", 500, json, kUp, Outcome::Failed, "error_status");
    row("content: sign-in page", "[BODY].status == UP", 200, "text/html", kSignIn, Outcome::Unproven, "sign_in_instead_of_json");
    row("content: page", "[BODY].status == UP", 200, "text/html", kPage, Outcome::Unproven, "html_instead_of_json");
    row("content: JSON as HTML", "[BODY].status == UP", 200, "text/html", kUp, Outcome::Unproven, "html_instead_of_json");
    row("content: JSON as text", "[BODY].status == UP", 200, "text/plain", kUp, Outcome::Unproven, "not_json");
    row("content: no type", "[BODY].status == UP", 200, "", kUp, Outcome::Unproven, "no_content_type");
    row("content: truncated", "[BODY].status == UP", 200, json, R"({"status":"UP")", Outcome::Unproven, "broken_json");
    row("content: empty", "[BODY].status == UP", 200, json, "", Outcome::Unproven, "empty_answer");
    row("content: other schema", "[BODY].status == UP", 200, json, R"({"state":"UP"})", Outcome::Unproven, "body_value_missing");
    row("content: page with the words", "[BODY] == pat(*Welcome*)", 200, "text/html", kPage, Outcome::Good);
    row("content: page without the words", "[BODY] == pat(*Checkout*)", 200, "text/html", kPage, Outcome::Failed,
        "condition_failed");
    row("content: sign-in instead of the words", "[BODY] == pat(*Checkout*)", 200, "text/html", kSignIn, Outcome::Unproven,
        "sign_in_page");
    row("content: the sign-in page itself", "[BODY] == pat(*password*)", 200, "text/html", kSignIn, Outcome::Good);
    row("content: only what is not there", "[BODY] != pat(*error*)", 200, "text/html", kSignIn, Outcome::Unproven,
        "sign_in_page");
    row("content: nothing wanted", "[STATUS] == 200|len([BODY]) == 0", 200, "", "", Outcome::Good);
    row("content: holds while the whole is DOWN", "[BODY].components.db.status == UP", 200, json,
        R"({"status":"DOWN","components":{"db":{"status":"UP"}}})", Outcome::Impaired, "health_says");
    row("content: holds while a part fails", "[BODY].status == UP", 200, json,
        R"({"status":"UP","components":{"db":{"status":"DOWN"}}})", Outcome::Impaired, "part_troubled");
    row("content: their own word", "[BODY].status == green", 200, json, R"({"status":"green"})", Outcome::Good);
    row("content: an unknown word beside a good version", "[BODY].version == \"1.2\"", 200, json,
        R"({"status":"CRITICALISH","version":"1.2"})", Outcome::Unproven, "health_word_unknown");
    row("content: an unknown word that is there", "has([BODY].status)", 200, json, R"({"status":"GREYISH"})", Outcome::Unproven,
        "health_word_unknown");
    row("content: an unknown word in the expected text", "[BODY] == pat(*shipped*)", 200, json, R"({"status":"shipped"})",
        Outcome::Good);
    row("content: bad words of their own", "[BODY].version == \"1.2\"", 200, json, R"({"status":"CRITICAL","version":"1.2"})",
        Outcome::Impaired, "health_says");
    row("content: what every API says", "len([BODY].items) > 0", 200, json, R"({"status":"success","items":[1]})", Outcome::Good);
    row("what every API says is no health", "", 200, json, R"({"status":"success"})", Outcome::Unproven, "health_word_unknown");
    row("offline", "", 200, json, R"({"status":"offline"})", Outcome::Failed, "health_says");
    // Words are looked for in the text, whatever its charset.
    const char *word = "[BODY] == pat(*\u00dcberblick*)";
    row("charset: UTF-8", word, 200, "text/html; charset=utf-8", "<html>\u00dcberblick", Outcome::Good);
    row("charset: Latin-1", word, 200, "text/html; charset=iso-8859-1",
        "<html>\xdc"
        "berblick",
        Outcome::Good);
    row("charset: Latin-1, as the page says", word, 200, "text/html",
        "<html><meta charset=\"ISO-8859-1\">\xdc"
        "berblick",
        Outcome::Good);
    row("charset: Latin-1, as nobody says", word, 200, "text/html",
        "<html>\xdc"
        "berblick",
        Outcome::Good);
    row("charset: unknown", word, 200, "text/html; charset=x-klingon",
        "<html>\xdc"
        "berblick",
        Outcome::Unproven, "unknown_charset");
    row("charset: unknown, and it does not matter", "[BODY] == pat(*html*)", 200, "text/html; charset=x-klingon", "<html>\xdc",
        Outcome::Good);
    row("charset: other words", word, 200, "text/html; charset=iso-8859-1", "<html>\xc4pfel", Outcome::Failed,
        "condition_failed");
    row("time alone is no proof", "[RESPONSE_TIME] < 10s", 200, "text/html", kPage, Outcome::Unproven, "page_proves_nothing");
    row("no certificate", "[CERTIFICATE_EXPIRATION] > 14d", 200, json, kUp, Outcome::Unproven, "certificate_missing");
}

void HttpJudgementTest::judges()
{
    QFETCH(QByteArray, conditions);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    QFETCH(QByteArray, code);
    const HttpResponse response = test::httpAnswer(status, body.toStdString(), type.toStdString());
    const Judgement judgement = judgeResponse(question(conditions), response, {});
    QCOMPARE(static_cast<int>(judgement.outcome), outcome);
    if (!code.isEmpty())
        QCOMPARE(codeOf(judgement), code);
    QCOMPARE(judgement.reason.isEmpty(), judgement.outcome == Outcome::Good); // whatever is not good says why
}

void HttpJudgementTest::plainHttpProvesNoPage()
{
    const HttpResponse page = test::httpAnswer(200, kPage, "text/html");
    const std::string url = "http://shop.example.net/";
    QCOMPARE(judgeResponse(question("[STATUS] == 200", url), page, {}).outcome, Outcome::Unproven); // a captive portal
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Welcome to our*)", url), page, {}).outcome, Outcome::Good);
    QCOMPARE(judgeResponse(question("", url), test::httpAnswer(200, kUp), {}).outcome, Outcome::Good);
}

void HttpJudgementTest::anotherHostProvesNothing()
{
    HttpResponse response = test::httpAnswer(200, kUp);
    response.url = "https://sso.example.net/health";
    QCOMPARE(codeOf(judgeResponse(question("[BODY].status == UP"), response, {})), QByteArray("answer_of_other_host"));
    response.url = "http://shop.example.net/health"; // from https down to http
    QCOMPARE(judgeResponse(question(""), response, {}).outcome, Outcome::Unproven);
    response.url = "https://shop.example.net/en/health";
    QCOMPARE(judgeResponse(question(""), response, {}).outcome, Outcome::Good);
}

void HttpJudgementTest::aSignInPageIsNotWhatItLeadsTo()
{
    const std::string form = "<form action=/login method=post>E-mail <input name=u> Password <input type=password></form>";
    const std::string head = "<!doctype html><html><head><title>Sign in - Example Shop Checkout</title></head><body>";
    const HttpResponse page = test::httpAnswer(200, head + form, "text/html");
    const Judgement judgement = judgeResponse(question("[STATUS] == 200|[BODY] == pat(*Checkout*)"), page, {});
    QCOMPARE(judgement.outcome, Outcome::Unproven);
    QCOMPARE(codeOf(judgement), QByteArray("sign_in_page_with_words"));
    const HttpResponse titled = test::httpAnswer(200, head + "<h1>Sign in to go to Checkout</h1>" + form, "text/html");
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Checkout*)"), titled, {}).outcome, Outcome::Unproven);
    QCOMPARE(judgeResponse(question("len([BODY]) > 10|[BODY] == pat(*Checkout*)"), titled, {}).outcome, Outcome::Unproven);
    // Who looks at the sign-in page itself says so, by the address or by the words.
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Sign in*)"), titled, {}).outcome, Outcome::Good);
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Checkout*)", "https://shop.example.net/account/login"), titled, {}).outcome,
        Outcome::Good);
    // A long page of terms does not make the title its content; a storefront with a login in its corner is no sign-in page.
    std::string words;
    for (int i = 0; i < 100; ++i)
        words += "<p>Shoes and shirts, 4 sizes</p>";
    const HttpResponse terms = test::httpAnswer(200, head + form + words, "text/html");
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Checkout*)"), terms, {}).outcome, Outcome::Unproven);
    const HttpResponse store
        = test::httpAnswer(200, head + form + words + "<button id=\"cart\">Add to cart</button>", "text/html");
    QCOMPARE(judgeResponse(question("[BODY] == pat(*Add to cart*)"), store, {}).outcome, Outcome::Good);
    QCOMPARE(judgeResponse(question("[BODY] == pat(*id=\"cart\"*)"), store, {}).outcome, Outcome::Good);
}

void HttpJudgementTest::aHeadIsJudgedByItsStatus()
{
    HttpQuestion head = question("");
    head.isHead = true;
    const HttpResponse response = test::httpAnswer(200, "", "text/html");
    QCOMPARE(codeOf(judgeResponse(head, response, {})), QByteArray("head_proves_nothing"));
    head.expectation = question("[STATUS] == 200").expectation;
    QCOMPARE(judgeResponse(head, response, {}).outcome, Outcome::Good);
    head.url = "http://shop.example.net/";
    QCOMPARE(judgeResponse(head, response, {}).outcome, Outcome::Unproven);
}

void HttpJudgementTest::degradedConditionsImpair()
{
    HttpQuestion asked = question("[BODY].status == UP");
    asked.expectation.degraded = {parseCondition("[RESPONSE_TIME] > 800ms", kAll).value()};
    HttpResponse response = test::httpAnswer(200, kUp);
    response.evidence.timings.total = std::chrono::milliseconds(700);
    QCOMPARE(judgeResponse(asked, response, {}).outcome, Outcome::Good);
    response.evidence.timings.total = std::chrono::milliseconds(1'200);
    const Judgement slow = judgeResponse(asked, response, {});
    QCOMPARE(slow.outcome, Outcome::Impaired);
    QCOMPARE(english(slow.reason), std::string("degraded, [RESPONSE_TIME] > 800ms: is 1200ms"));
    response.body = R"({"status":"DOWN"})";
    QCOMPARE(judgeResponse(asked, response, {}).outcome, Outcome::Failed);
    asked.expectation.degraded = {parseCondition("[CERTIFICATE_EXPIRATION] < 21d", kAll).value()};
    response.body = kUp;
    QCOMPARE(judgeResponse(asked, response, {}).outcome, Outcome::Unproven); // nobody knows when it ends
}

void HttpJudgementTest::sentencesTellTheActualValue()
{
    const HttpResponse response = test::httpAnswer(200, R"({"status":"DOWN"})");
    QCOMPARE(english(judgeResponse(question("[BODY].status == UP"), response, {}).reason),
        std::string("[BODY].status == UP: is DOWN"));
    const HttpResponse health = test::httpAnswer(200, R"({"status":"fail","output":"disk full"})");
    QCOMPARE(english(judgeResponse(question(""), health, {}).reason), std::string("It says of itself: fail: disk full"));
}

void HttpJudgementTest::partsAreShownWhateverTheVerdict()
{
    const HttpResponse response
        = test::httpAnswer(503, R"({"status":"DOWN","components":{"db":{"status":"DOWN"},"mail":{"status":"UP"}}})");
    const Judgement judgement = judgeResponse(question(""), response, {});
    QCOMPARE(judgement.outcome, Outcome::Failed);
    QCOMPARE(judgement.parts.size(), std::size_t(2));
    QCOMPARE(judgement.parts[0].outcome, Outcome::Failed);
}

void HttpJudgementTest::aRedirectIsAnAnswerToWhoAsksForIt()
{
    Error error = test::scriptedError(ErrorKind::Redirect);
    error.evidence.status = 301;
    QCOMPARE(judgeHttpError(question("[STATUS] == 301"), error, {}).outcome, Outcome::Good);
    QCOMPARE(judgeHttpError(question("[STATUS] == any(200, 301)"), error, {}).outcome, Outcome::Good);
    QCOMPARE(judgeHttpError(question("[STATUS] == any(301, 302)|[STATUS] < 400"), error, {}).outcome, Outcome::Good);
    for (const char *range : {"[STATUS] < 400", "[STATUS] != 500", "[STATUS] >= 300", "[STATUS] == 302"}) {
        const Judgement judgement = judgeHttpError(question(range), error, {});
        QCOMPARE(judgement.outcome, Outcome::Unproven);
        QVERIFY(judgement.reason == error.reason); // which says where it leads
    }
    const HttpResponse stray = test::httpAnswer(304, kUp);
    QCOMPARE(judgeResponse(question("[STATUS] < 400"), stray, {}).outcome, Outcome::Unproven);
    QCOMPARE(judgeResponse(question("[STATUS] == 304"), stray, {}).outcome, Outcome::Good);
    QCOMPARE(judgeHttpError(question("[STATUS] == 200"), error, {}).outcome, Outcome::Unproven);
    QCOMPARE(judgeHttpError(question(""), error, {}).outcome, Outcome::Unproven);
    QCOMPARE(judgeHttpError(question("[STATUS] == 301|[BODY] == pat(*x*)"), error, {}).outcome, Outcome::Unproven);
    QCOMPARE(judgeHttpError(question("[RESPONSE_TIME] < 10s"), error, {}).outcome, Outcome::Unproven);
}

void HttpJudgementTest::everyErrorIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, ErrorKind kind, Outcome outcome) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(outcome);
    };
    row("timeout", ErrorKind::Timeout, Outcome::Failed);
    row("refused", ErrorKind::Refused, Outcome::Failed);
    row("reset", ErrorKind::Reset, Outcome::Failed);
    row("unreachable", ErrorKind::Unreachable, Outcome::Failed);
    row("dns", ErrorKind::Dns, Outcome::Failed);
    row("tls", ErrorKind::Tls, Outcome::Failed);
    row("redirect", ErrorKind::Redirect, Outcome::Unproven);
    row("content", ErrorKind::Content, Outcome::Unproven);
    row("limit", ErrorKind::Limit, Outcome::Unproven);
    row("cancelled", ErrorKind::Cancelled, Outcome::Unproven);
    row("secret", ErrorKind::Secret, Outcome::Unproven);
}

void HttpJudgementTest::everyErrorIsSaid()
{
    QFETCH(int, kind);
    QFETCH(int, outcome);
    const Error error = test::scriptedError(static_cast<ErrorKind>(kind));
    const Judgement judgement = judgeHttpError(question("[STATUS] == 200"), error, {});
    QCOMPARE(static_cast<int>(judgement.outcome), outcome);
    QVERIFY(judgement.reason == error.reason);
}

QTEST_GUILESS_MAIN(HttpJudgementTest)
#include "tst_http_judgement.moc"
