// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/answer_check.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(tocsin::HttpResponse)

/// What an HTTP answer proves before anybody reads its JSON.
class TestAnswerCheck : public QObject
{
    Q_OBJECT

private slots:
    void provesNothing_data();
    void provesNothing();
    void jsonIsAccepted_data();
    void jsonIsAccepted();
    void wordsAreOneShortLine();
    void oldAnswersAreTold_data();
    void oldAnswersAreTold();
    void datesAreRead();
};

void TestAnswerCheck::provesNothing_data()
{
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const HttpResponse &answer, const char *code) {
        QTest::newRow(name) << answer << QString::fromLatin1(code);
    };
    const std::string login = "<!DOCTYPE html><html><title>Sign in</title><form><input type=\"password\"></form></html>";
    row("sign-in page", httpAnswer(200, login, "text/html; charset=utf-8"), "source_sign_in_page");
    row("sign-in page that claims to be JSON", httpAnswer(200, "\n " + login), "source_sign_in_page");
    row("captive portal", httpAnswer(200, "<html>Welcome to our hotel</html>", "text/html"), "source_web_page");
    row("empty", httpAnswer(200, ""), "source_empty_answer");
    row("blank", httpAnswer(200, " \r\n\t "), "source_empty_answer");
    row("204", httpAnswer(204, "", ""), "source_empty_answer");
    row("text", httpAnswer(200, "OK", "text/plain"), "source_wrong_content_type");
    row("no type", httpAnswer(200, "[]", ""), "source_no_content_type");
    row("401", httpAnswer(401, "Unauthorized\n", "text/plain"), "source_credentials_refused");
    row("403", httpAnswer(403, "{\"message\":\"access forbidden\"}"), "source_forbidden");
    row("404", httpAnswer(404, "404 page not found\n", "text/plain"), "source_not_found");
    row("429", httpAnswer(429, ""), "source_rate_limited");
    row("500 with a valid body", httpAnswer(500, "[]"), "source_server_error");
    row("302", httpAnswer(302, ""), "source_bad_status");
    row("410", httpAnswer(410, "{\"status\":\"deprecated\"}"), "source_bad_status");
}

void TestAnswerCheck::provesNothing()
{
    QFETCH(HttpResponse, answer);
    QFETCH(QString, code);
    const std::optional<Error> problem = answerProblem(answer);
    QVERIFY(problem.has_value());
    QCOMPARE(QString::fromLatin1(problem->reason.code().data(), static_cast<int>(problem->reason.code().size())), code);
    QVERIFY(!english(problem->reason).empty());
    QCOMPARE(problem->evidence.status, answer.status);
}

void TestAnswerCheck::jsonIsAccepted_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("plain") << QStringLiteral("application/json");
    QTest::newRow("charset") << QStringLiteral("Application/JSON; charset=utf-8");
    QTest::newRow("suffix") << QStringLiteral("application/problem+json");
}

void TestAnswerCheck::jsonIsAccepted()
{
    QFETCH(QString, type);
    QVERIFY(!answerProblem(httpAnswer(200, "[]", type.toStdString())));
}

void TestAnswerCheck::wordsAreOneShortLine()
{
    QCOMPARE(serverWords("\"a\\nb\\u0007c\""), std::string("a b c"));
    QCOMPARE(serverWords("first line\nsecond"), std::string("first line"));
    QCOMPARE(serverWords("{\"code\":602,\"message\":\"labels is required\"}"), std::string("labels is required"));
    QCOMPARE(serverWords("<html>login</html>"), std::string("Sign-in page instead of JSON"));
    const std::string longWords = serverWords(std::string(150, 'x') + std::string(400, '\xc3') + "\xa4");
    QVERIFY(longWords.size() <= 304);
    std::string umlauts;
    for (int i = 0; i < 1000; ++i)
        umlauts += "ä";
    QVERIFY(QString::fromStdString(serverWords('x' + umlauts)).endsWith(QStringLiteral("ä…")));
}

void TestAnswerCheck::oldAnswersAreTold_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("age");
    QTest::addColumn<int>("troubles");
    QTest::newRow("fresh") << QStringLiteral("Sat, 21 Nov 2026 04:37:20 GMT") << QString() << 0;
    QTest::newRow("no date") << QString() << QString() << 0;
    QTest::newRow("yesterday") << QStringLiteral("Fri, 20 Nov 2026 04:37:20 GMT") << QString() << 1;
    QTest::newRow("server ahead") << QStringLiteral("Sat, 21 Nov 2026 05:37:20 GMT") << QString() << 1;
    QTest::newRow("cache") << QStringLiteral("Sat, 21 Nov 2026 04:37:20 GMT") << QStringLiteral("3600") << 1;
    QTest::newRow("young cache") << QStringLiteral("Sat, 21 Nov 2026 04:37:20 GMT") << QStringLiteral("5") << 0;
    QTest::newRow("huge age") << QString() << QStringLiteral("9223372036854775807") << 1;
    QTest::newRow("nonsense") << QStringLiteral("yesterday") << QStringLiteral("old") << 0;
}

void TestAnswerCheck::oldAnswersAreTold()
{
    QFETCH(QString, date);
    QFETCH(QString, age);
    QFETCH(int, troubles);
    HttpResponse answer = httpAnswer(200, "[]");
    answer.headers.add("Date", date.toStdString());
    answer.headers.add("Age", age.toStdString());
    QCOMPARE(static_cast<int>(ageTroubles(answer, ManualClock().now()).size()), troubles);
}

void TestAnswerCheck::datesAreRead()
{
    QCOMPARE(formatRfc3339(parseHttpDate("Sat, 21 Nov 2026 04:00:00 GMT").value()), std::string("2026-11-21T04:00:00.000Z"));
    QVERIFY(!parseHttpDate("Sat, 21 Foo 2026 04:00:00 GMT"));
    QVERIFY(!parseHttpDate("Sat, 99 Nov 2026 04:00:00 GMT"));
    QVERIFY(!parseHttpDate(""));
}

QTEST_GUILESS_MAIN(TestAnswerCheck)
#include "tst_answer_check.moc"
