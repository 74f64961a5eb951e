// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/matcher.h"

#include <QTest>

using namespace tocsin;
using Operator = Matcher::Operator;

class MatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void matchesAsAlertmanagerDoes_data();
    void matchesAsAlertmanagerDoes();
    void anEmptyListMatchesEverything();
    void readsManyForms_data();
    void readsManyForms();
    void saysWhereReadingStopped_data();
    void saysWhereReadingStopped();
    void refusesABrokenExpression();
    void writesWhatReadsBack_data();
    void writesWhatReadsBack();
};

namespace {

std::string written(const Matchers &matchers)
{
    std::string text;
    for (const Matcher &matcher : matchers)
        text += (text.empty() ? "" : " ") + matcher.text();
    return text;
}

} // namespace

void MatcherTest::matchesAsAlertmanagerDoes_data()
{
    QTest::addColumn<QByteArray>("matcher");
    QTest::addColumn<QByteArray>("value"); // of the label "a"
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *matcher, const char *value, bool matches) {
        QTest::addRow("%s on '%s'", matcher, value) << QByteArray(matcher) << QByteArray(value) << matches;
    };
    row("a=x", "x", true);
    row("a=x", "xx", false);
    row("a!=x", "x", false);
    row("a!=x", "y", true);
    row("a=~x", "x", true);
    row("a=~x", "xx", false);       // anchored at the end
    row("a=~x", "yx", false);       // and at the beginning
    row("a=~\"x|y\"", "xz", false); // both, also around an alternative
    row("a=~\"x|y\"", "zy", false);
    row("a=~\"critical|page\"", "page", true);
    row("a=~\".*\"", "", true);
    row("a=~\".+\"", "", false);
    row("a=~\".*\"", "two\nlines", true);
    row("a!~\"x.*\"", "xy", false);
    row("a!~\"x.*\"", "y", true);
    row("a=~\"\"", "", true);
    row("a=~\"\"", "x", false);
    row("a=~\"(?i)prod\"", "PROD", true);
    row("a=~\"\\d+\"", "42", true);
    row("a=~\".\"", "\xc3\xbc", true); // one character, two bytes
    row("a=X", "x", false);
    row("missing=\"\"", "x", true);
    row("missing!=\"\"", "x", false);
    row("missing=~\".*\"", "x", true);
    row("missing!=y", "x", true);
}

void MatcherTest::matchesAsAlertmanagerDoes()
{
    QFETCH(QByteArray, matcher);
    QFETCH(QByteArray, value);
    QFETCH(bool, matches);
    const auto matchers = parseMatchers(matcher.toStdString());
    QVERIFY(matchers);
    QCOMPARE(matchers->size(), std::size_t(1));
    QCOMPARE(allMatch(*matchers, Labels{{"a", value.toStdString()}}), matches);
}

void MatcherTest::anEmptyListMatchesEverything()
{
    for (const char *text : {"", "  ", "{}", " { , } ", ","}) {
        const auto matchers = parseMatchers(text);
        QVERIFY2(matchers, text);
        QVERIFY(matchers->empty());
        QVERIFY(allMatch(*matchers, Labels{{"a", "x"}}));
    }
}

void MatcherTest::readsManyForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row
        = [](const char *text, const char *canonical) { QTest::newRow(text) << QByteArray(text) << QByteArray(canonical); };
    row("service=payments", R"(service="payments")");
    row(R"(service=payments severity=~"critical|page" state!=acked)",
        R"(service="payments" severity=~"critical|page" state!="acked")");
    row(R"({a="b"})", R"(a="b")");
    row(R"({a="b",c!~"d"})", R"(a="b" c!~"d")");
    row(R"( { a = "b" , c != "d" , } )", R"(a="b" c!="d")");
    row(R"(a="b c, d}")", R"(a="b c, d}")");
    row(R"(a="quote \" backslash \\ line \n end")", R"(a="quote \" backslash \\ line \n end")");
    row(R"(a=~"\d\.")", R"(a=~"\\d\\.")");
    row(R"("label with blank"=x)", R"("label with blank"="x")");
    row("\"gr\xc3\xb6\xc3\x9f"
        "e\"=x",
        "\"gr\xc3\xb6\xc3\x9f"
        "e\"=\"x\"");
    row("instance=10.0.0.1:9090", R"(instance="10.0.0.1:9090")");
    row("a=b=c", R"(a="b=c")");
    row("a=", R"(a="")");
    row("a=,b=c", R"(a="" b="c")");
    row("a=it's", R"(a="it's")");
    row("\ta=b\n\tc=d", R"(a="b" c="d")");
}

void MatcherTest::readsManyForms()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto matchers = parseMatchers(text.toStdString());
    QVERIFY2(matchers, matchers ? "" : matchers.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(written(*matchers)), canonical);
}

void MatcherTest::saysWhereReadingStopped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *text, int offset) { QTest::newRow(text) << QByteArray(text) << offset; };
    row("a", 1);
    row("a b=c", 2);
    row("=b", 0);
    row("a~b", 1);
    row("a=b {", 4);
    row("{a=b", 4);
    row("a=b}", 3);
    row("{a=b} c=d", 6);
    row("{a=b}}", 5);
    row("a=\"b", 4);
    row("x=1 a=~\"(\"", 4);
    row("a=\"b\"c=d", 5);
    row("a='b'", 2);
    row("a=`b`", 2);
    row("a=~[a-z]{2}", 8);
    row("a!b", 1);
    row("\"\"=x", 2);
}

void MatcherTest::saysWhereReadingStopped()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto matchers = parseMatchers(text.toStdString());
    QVERIFY(!matchers);
    QVERIFY(!matchers.error().detail.empty());
    QCOMPARE(static_cast<int>(matchers.error().offset), offset);
}

void MatcherTest::refusesABrokenExpression()
{
    const auto matcher = Matcher::make("a", Operator::Matches, "(");
    QVERIFY(!matcher);
    QVERIFY(matcher.error().find("missing") != std::string::npos); // RE2 says what is missing
    QVERIFY(Matcher::make("a", Operator::Equal, "("));             // not an expression
    QVERIFY(!Matcher::make("a", Operator::DoesNotMatch, "(?!x)")); // RE2 has no look-ahead
}

void MatcherTest::writesWhatReadsBack_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("a") << QByteArray("b");
    QTest::newRow("empty value") << QByteArray("a") << QByteArray();
    QTest::newRow("everything special") << QByteArray("a b=\"c\"\\{}") << QByteArray("\" \\ \n \r \t , { } = ~ ! \\n '");
    QTest::newRow("begins with a digit") << QByteArray("1st") << QByteArray("x");
    QTest::newRow("ends with a backslash") << QByteArray("a") << QByteArray("\\");
}

void MatcherTest::writesWhatReadsBack()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const Matcher matcher = Matcher::equal(name.toStdString(), value.toStdString());
    const auto read = parseMatchers(matcher.text());
    QVERIFY2(read, matcher.text().c_str());
    QVERIFY(*read == Matchers{matcher});
}

QTEST_GUILESS_MAIN(MatcherTest)
#include "tst_matcher.moc"
