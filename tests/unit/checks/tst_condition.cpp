// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition.h"

#include <QTest>

using namespace tocsin;

namespace {

constexpr Facts kAll
    = Fact::Status | Fact::ResponseTime | Fact::Body | Fact::CertificateExpiration | Fact::Connected | Fact::Ip | Fact::Header;

} // namespace

class ConditionTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesFactsThatAKindDoesNotHave();
    void knowsWhatProvesContent_data();
    void knowsWhatProvesContent();
};

void ConditionTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"[STATUS] == 200", "[STATUS]==200", "  [STATUS]  <  300 ", "[STATUS] == any(200, 204)",
             "200 == [STATUS]", "[RESPONSE_TIME] < 300", "[RESPONSE_TIME] < 300ms", "[RESPONSE_TIME] <= 1.5s",
             "[BODY].status == UP", "[BODY].items[0].name != \"x == y\"", "[BODY][0].id == 1", "[BODY][\"a.b\"] == 1",
             "len([BODY].items) > 0", "has([BODY].errors) == false", "has([BODY].status)", "[CONNECTED]", "[CONNECTED] == true",
             "[BODY] == pat(*Add to cart*)", "[BODY] == pat(*a < b*)", "pat(*x*) == [BODY]", "[CERTIFICATE_EXPIRATION] > 48h",
             "[CERTIFICATE_EXPIRATION] > 14d", "[IP] == any(192.0.2.1, 192.0.2.2)", "[HEADER].content-type == pat(text/*)",
             "[BODY].message == all is well", "[BODY].a == [BODY].b", "[BODY].name == any(pat(a*), \"b, c\", 'd')",
             "[BODY].price == -1.5", "[BODY].text == \"say \\\"x\\\"\"", "[BODY].error == null", "[BODY] == <html>",
             "[BODY].m == it's", "[BODY].f == f(x)"})
        QTest::newRow(text) << QByteArray(text);
}

void ConditionTest::reads()
{
    QFETCH(QByteArray, text);
    const auto condition = parseCondition(text.toStdString(), kAll);
    QVERIFY2(condition, condition ? "" : condition.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(condition->text), text.trimmed());
}

void ConditionTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("suggestion");
    const auto row = [](const char *text, int offset, const char *suggestion = "") {
        QTest::newRow(text) << QByteArray(text) << offset << QByteArray(suggestion);
    };
    row("", 0, "[STATUS] == 200");
    row("[STATUS]", 8, "[STATUS] == 200");
    row("[STATUS] 200", 8);
    row("[STATUS] = 200", 9, "==");
    row("[STATUS] => 200", 9, ">=");
    row("[STATUS] =< 200", 9, "<=");
    row("[STATUS] <> 200", 9, "!=");
    row("[STATUS] === 200", 9, "==");
    row("[BODY] =~ x", 7, "== pat(*...*)");
    row("[STATUS] ==", 11);
    row("== 200", 0);
    row("[STATSU] == 200", 0, "[STATUS]");
    row("[status] == 200", 0, "[STATUS]");
    row("[STATUS_CODE] == 200", 0, "[STATUS]");
    row("[LATENCY] < 1s", 0, "[RESPONSE_TIME]");
    row("[CERT_EXPIRY] > 1d", 0, "[CERTIFICATE_EXPIRATION]");
    row("[STATUS == 200", 0);
    row("[STATUS] == OK", 12, "[STATUS] == any(200, 204)");
    row("[STATUS] == 2xx", 12, "[STATUS] < 300");
    row("[STATUS] == 200-299", 12, "[STATUS] < 300");
    row("[STATUS] == 20", 12, "[STATUS] == any(200, 204)");
    row("[STATUS] == pat(2*)", 12);
    row("[STATUS].x == 200", 8);
    row("[RESPONSE_TIME] < fast", 18, "300ms");
    row("[RESPONSE_TIME] < 300 ms", 18, "300ms");
    row("[CERTIFICATE_EXPIRATION] > 14", 27, "14d");
    row("[CONNECTED] == yes", 15, "true");
    row("[CONNECTED] > true", 14);
    row("has([BODY].x) == 1", 17, "true");
    row("len([BODY].x) > many", 16, "len([BODY].items) > 0");
    row("[BODY].n > high", 11);
    row("[BODY].n > \"5\"", 11);
    row("[BODY].n > any(1, 2)", 11);
    row("[BODY]. == x", 6, ".status");
    row("[BODY].a[x] == 1", 9, "[0]");
    row("[BODY].a == \"x", 12);
    row("[BODY].a == \"x\" y", 15);
    row("[BODY] == pat(*)", 14, "pat(*text*)");
    row("[BODY] == pat(*?*)", 14, "pat(*text*)");
    row("[BODY] == [BODY]", 10);
    row("[BODY].a == [BODY].a", 12);
    row("[BODY] == pat(x", 15);
    row("[BODY] == any()", 14);
    row("len(x) > 1", 4, "len([BODY].items)");
    row("len([STATUS]) > 1", 4);
    row("length([BODY]) > 1", 0, "len(), has(), pat() or any()");
    row("[HEADER] == x", 8, "[HEADER].content-type");
    row("200 == 200", 7, "[STATUS] == 200");
    row("[DOMAIN_EXPIRATION] > 1d", 0, "[CERTIFICATE_EXPIRATION]");
}

void ConditionTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(QByteArray, suggestion);
    const auto condition = parseCondition(text.toStdString(), kAll);
    QVERIFY(!condition);
    QVERIFY(!condition.error().message.empty());
    QCOMPARE(static_cast<int>(condition.error().offset), offset);
    if (!suggestion.isEmpty())
        QCOMPARE(QByteArray::fromStdString(condition.error().suggestion), suggestion);
}

void ConditionTest::refusesFactsThatAKindDoesNotHave()
{
    const Facts ofTcp = Fact::ResponseTime | Fact::Connected;
    QVERIFY(parseCondition("[RESPONSE_TIME] < 1s", ofTcp));
    QVERIFY(!parseCondition("[STATUS] == 200", ofTcp));
    QVERIFY(!parseCondition("len([BODY]) > 0", ofTcp));
}

void ConditionTest::knowsWhatProvesContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("proves");
    const auto row = [](const char *text, bool proves) { QTest::newRow(text) << QByteArray(text) << proves; };
    row("[BODY].status == UP", true);
    row("UP == [BODY].status", true);
    row("[BODY].count >= 1", true);
    row("[BODY].a == [BODY].b", true);
    row("[BODY] == pat(*cart*)", true);
    row("len([BODY].items) > 0", true);
    row("has([BODY].status)", true);
    row("[STATUS] == 200", false);
    row("[BODY] != pat(*error*)", false); // a sign-in page does not say "error" either
    row("[BODY].status != DOWN", false);
    row("has([BODY].errors) == false", false);
    row("len([BODY]) > 0", false);
    row("has([BODY])", false);
    row("[HEADER].server == nginx", false);
}

void ConditionTest::knowsWhatProvesContent()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, proves);
    QCOMPARE(parseCondition(text.toStdString(), kAll)->provesContent(), proves);
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
