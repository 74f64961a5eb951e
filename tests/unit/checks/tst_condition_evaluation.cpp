// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition_evaluation.h"

#include "models/checks/json_document.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr Facts kAll
    = Fact::Status | Fact::ResponseTime | Fact::Body | Fact::CertificateExpiration | Fact::Connected | Fact::Ip | Fact::Header;
constexpr Phrase kNotJson{"not_json", "no JSON"};

constexpr const char *kBody = R"({"status":"UP","count":3,"big":9007199254740993,"price":1.50,"texts":"42","yes":true,
    "nothing":null,"empty":"","items":[{"id":7},{"id":8}],"object":{"a":1},"blank":" x "})";

Truth truthOf(const std::string &text, const AnswerFacts &facts)
{
    return evaluate(parseCondition(text, kAll).value(), facts).truth;
}

} // namespace

class ConditionEvaluationTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void weighs_data();
    void weighs();
    void tellsTheActualValue_data();
    void tellsTheActualValue();
    void whatIsNotThereProvesNothing_data();
    void whatIsNotThereProvesNothing();
    void aBodyThatIsNoJsonProvesNothing();
    void aCertificateThatEndedIsTold();
    void longAnswersAreCut();

private:
    std::string m_body;
    nlohmann::json m_document;
    Headers m_headers;
    AnswerFacts m_facts;
};

void ConditionEvaluationTest::init()
{
    m_body = kBody;
    m_document = readJson(m_body).value();
    m_headers = {};
    m_headers.add("Content-Type", "application/json");
    m_facts = {};
    m_facts.isConnected = true;
    m_facts.status = 200;
    m_facts.responseTime = 812'400us;
    m_facts.ip = "192.0.2.1";
    m_facts.now = *parseRfc3339("2026-11-21T00:00:00Z");
    m_facts.certificateEnds = *parseRfc3339("2026-12-01T12:00:00Z");
    m_facts.headers = &m_headers;
    m_facts.body = m_body;
    m_facts.document = &m_document;
    m_facts.noDocument = Reason(kNotJson);
}

void ConditionEvaluationTest::weighs_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *condition, bool holds) { QTest::newRow(condition) << QByteArray(condition) << holds; };
    row("[STATUS] == 200", true);
    row("[STATUS] != 200", false);
    row("[STATUS] < 300", true);
    row("[STATUS] == any(201, 204)", false);
    row("[STATUS] != any(201, 204)", true);
    row("300 > [STATUS]", true);
    row("100 > [STATUS]", false);
    row("[RESPONSE_TIME] < 1s", true);
    row("[RESPONSE_TIME] < 812", false);
    row("[RESPONSE_TIME] > 812ms", true); // 812.4 ms
    row("[RESPONSE_TIME] > 800ms", true);
    row("[CONNECTED]", true);
    row("[CONNECTED] == false", false);
    row("[IP] == 192.0.2.1", true);
    row("[IP] == pat(192.0.2.*)", true);
    row("[CERTIFICATE_EXPIRATION] > 10d", true);
    row("[CERTIFICATE_EXPIRATION] > 10d12h", false);
    row("[CERTIFICATE_EXPIRATION] >= 10d12h", true);
    row("[CERTIFICATE_EXPIRATION] < 21d", true);
    row("[BODY].status == UP", true);
    row("[BODY].status == up", false);
    row("[BODY].status == \"UP\"", true);
    row("[BODY].status == 'UP'", true);
    row("[BODY].status == any(UP, OK)", true);
    row("[BODY].status == pat(U?)", true);
    row("[BODY].status == pat(U)", false);
    row("[BODY].count == 3", true);
    row("[BODY].count == 3.0", true);
    row("[BODY].count == \"3\"", true);
    row("[BODY].count > 2.5", true);
    row("[BODY].big == 9007199254740993", true);
    row("[BODY].big == 9007199254740992", false); // beyond the whole numbers of a double
    row("[BODY].price == 1.5", true);
    row("[BODY].texts == 42", true);
    row("[BODY].texts == 42.0", true);
    row("[BODY].texts > 41", true);
    row("[BODY].yes == true", true);
    row("[BODY].yes == false", false);
    row("[BODY].nothing == null", true);
    row("[BODY].status == null", false);
    row("[BODY].empty == \"\"", true);
    row("[BODY].items[1].id == 8", true);
    row("[BODY].items[0].id == [BODY].items[1].id", false);
    row("[BODY].items[0].id < [BODY].items[1].id", true);
    row("len([BODY].items) == 2", true);
    row("len([BODY].status) == 2", true);
    row("len([BODY].object) == 1", true);
    row("len([BODY]) == 11", true); // the members of the document
    row("has([BODY].items[1])", true);
    row("has([BODY].items[2])", false);
    row("has([BODY].nothing)", true);
    row("has([BODY].missing) == false", true);
    row("[BODY] == pat(*\"status\":\"UP\"*)", true);
    row("[BODY] == pat(*sign in*)", false);
    row("[BODY] != pat(*error*)", true);
    row("[HEADER].content-type == application/json", true);
    row("[HEADER].CONTENT-TYPE == pat(*json*)", true);
    row("has([HEADER].x-cache)", false);
}

void ConditionEvaluationTest::weighs()
{
    QFETCH(QByteArray, condition);
    QFETCH(bool, holds);
    QCOMPARE(truthOf(condition.toStdString(), m_facts), holds ? Truth::True : Truth::False);
}

void ConditionEvaluationTest::tellsTheActualValue_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("actual");
    const auto row = [](const char *condition, const char *actual) {
        QTest::newRow(condition) << QByteArray(condition) << QByteArray(actual);
    };
    row("[STATUS] == 500", "200");
    row("[BODY].status == DOWN", "UP");
    row("[RESPONSE_TIME] < 300ms", "812ms");
    row("[CERTIFICATE_EXPIRATION] > 14d", "10d12h");
    row("[BODY].empty == x", "empty");
    row("[BODY].object == x", "{\"a\":1}");
    row("[BODY].yes == false", "true");
    row("[BODY].price == 2", "1.5");
    row("[BODY].nothing == x", "null");
    row("[BODY].count == [BODY].price", "3 / 1.5");
}

void ConditionEvaluationTest::tellsTheActualValue()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, actual);
    const Finding finding = evaluate(parseCondition(condition.toStdString(), kAll).value(), m_facts);
    QCOMPARE(finding.truth, Truth::False);
    QCOMPARE(QByteArray::fromStdString(finding.actual), actual);
}

void ConditionEvaluationTest::whatIsNotThereProvesNothing_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("code");
    const auto row
        = [](const char *condition, const char *code) { QTest::newRow(condition) << QByteArray(condition) << QByteArray(code); };
    row("[BODY].missing == x", "body_value_missing");
    row("[BODY].missing != x", "body_value_missing");
    row("[BODY].items[9].id == 1", "body_value_missing");
    row("len([BODY].missing) == 0", "body_value_missing");
    row("[HEADER].x-cache == HIT", "header_missing");
    row("[BODY].status > 5", "not_comparable");
    row("[BODY].items > 5", "not_comparable");
}

void ConditionEvaluationTest::whatIsNotThereProvesNothing()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, code);
    const Finding finding = evaluate(parseCondition(condition.toStdString(), kAll).value(), m_facts);
    QCOMPARE(finding.truth, Truth::Unproven);
    QCOMPARE(QByteArray(finding.doubt.code().data(), static_cast<qsizetype>(finding.doubt.code().size())), code);
}

void ConditionEvaluationTest::aBodyThatIsNoJsonProvesNothing()
{
    m_body = "<html>status UP</html>";
    m_facts.body = m_body;
    m_facts.document = nullptr;
    for (const char *text :
        {"[BODY].status == UP", "[BODY].status != UP", "has([BODY].status) == false", "len([BODY].items) == 0"})
        QCOMPARE(truthOf(text, m_facts), Truth::Unproven);
    QCOMPARE(truthOf("[BODY] == pat(*UP*)", m_facts), Truth::True);
    QCOMPARE(truthOf("len([BODY]) == 22", m_facts), Truth::True);
    m_facts.body.reset();
    QCOMPARE(truthOf("[BODY] != pat(*error*)", m_facts), Truth::Unproven);
    m_facts.certificateEnds.reset();
    QCOMPARE(truthOf("[CERTIFICATE_EXPIRATION] > 1d", m_facts), Truth::Unproven);
    m_facts.ip.clear();
    QCOMPARE(truthOf("[IP] != 192.0.2.9", m_facts), Truth::Unproven);
}

void ConditionEvaluationTest::aCertificateThatEndedIsTold()
{
    m_facts.certificateEnds = m_facts.now - 25h;
    const Finding finding = evaluate(parseCondition("[CERTIFICATE_EXPIRATION] > 0s", kAll).value(), m_facts);
    QCOMPARE(finding.truth, Truth::False);
    QCOMPARE(finding.actual, std::string("-1d1h"));
}

void ConditionEvaluationTest::longAnswersAreCut()
{
    m_body = "line one\nline two \xff\x01" + std::string(100'000, 'x');
    m_facts.body = m_body;
    const Finding finding = evaluate(parseCondition("[BODY] == ok", kAll).value(), m_facts);
    QCOMPARE(finding.truth, Truth::False);
    QVERIFY(finding.actual.size() < 120);
    QCOMPARE(finding.actual.substr(0, 17), std::string("line one line two"));
    QVERIFY(finding.actual.find('\x01') == std::string::npos);
    QVERIFY(QString::fromStdString(finding.actual).toStdString() == finding.actual); // valid UTF-8
}

QTEST_GUILESS_MAIN(ConditionEvaluationTest)
#include "tst_condition_evaluation.moc"
