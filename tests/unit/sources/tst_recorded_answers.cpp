// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"
#include "models/sources/answer_check.h"
#include "models/sources/label_fingerprint.h"
#include "models/sources/prometheus_parser.h"
#include "models/sources/prometheus_reading.h"
#include "tests/unit/sources/recorded_answer.h"

#include <QTest>

#include <filesystem>
#include <map>

using namespace tocsin;
using namespace tocsin::test;

namespace {

template<typename List> std::string counted(const Result<List> &list)
{
    return list ? std::to_string(list->size()) : std::string(list.error().reason.code());
}

template<typename Data> std::string counted(const Result<PrometheusAnswer<Data>> &answer)
{
    return answer ? std::to_string(answer->data.size()) : std::string(answer.error().reason.code());
}

template<typename Value> std::string read(const Result<Value> &value)
{
    return value ? std::string("read") : std::string(value.error().reason.code());
}

/// What a client sees that asked for this: the count of what was read, or the code of the reason why not.
std::string outcome(const std::string &asked, const HttpResponse &answer)
{
    const std::optional<Error> problem = asked.front() == 'p' ? prometheusProblem(answer) : answerProblem(answer);
    if (problem)
        return std::string(problem->reason.code());
    const std::map<std::string, std::function<std::string(std::string_view)>> readers{
        {"alerts", [](std::string_view body) { return counted(parseAlertmanagerAlerts(body)); }},
        {"groups", [](std::string_view body) { return counted(parseMutedFingerprints(body)); }},
        {"silences", [](std::string_view body) { return counted(parseSilences(body)); }},
        {"silence", [](std::string_view body) { return read(parseSilence(body)); }},
        {"id", [](std::string_view body) { return read(parseSilenceId(body)); }},
        {"status", [](std::string_view body) { return read(parseAlertmanagerStatus(body)); }},
        {"p-alerts", [](std::string_view body) { return counted(parsePrometheusAlerts(body)); }},
        {"p-rules", [](std::string_view body) { return counted(parsePrometheusRules(body)); }},
        {"p-series", [](std::string_view body) { return counted(parsePrometheusSeries(body)); }},
    };
    return readers.at(asked)(answer.body);
}

struct Row {
    const char *file;
    const char *asked;
    const char *expected;
};

#include "tests/unit/sources/recorded_outcomes.inc"

} // namespace

/// Every body that a real server sent has a defined outcome: read, or refused with its reason. None is taken for calm.
class TestRecordedAnswers : public QObject
{
    Q_OBJECT

private slots:
    void everyFileHasARow();
    void outcomeIsDefined_data();
    void outcomeIsDefined();
    void serverWordsAreKept_data();
    void serverWordsAreKept();
    void fingerprintIsAlertmanagers();
};

void TestRecordedAnswers::everyFileHasARow()
{
    for (const char *folder : {"alertmanager", "prometheus"}) {
        for (const auto &entry : std::filesystem::directory_iterator(std::string(TOCSIN_TEST_DATA) + '/' + folder)) {
            if (entry.path().extension() != ".json")
                continue;
            const std::string name = std::string(folder) + '/' + entry.path().stem().string();
            const bool isKnown
                = std::any_of(std::begin(kRows), std::end(kRows), [&](const Row &row) { return name == row.file; });
            QVERIFY2(isKnown, name.c_str());
        }
    }
}

void TestRecordedAnswers::outcomeIsDefined_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("expected");
    for (const Row &row : kRows)
        QTest::newRow(row.file) << QString::fromLatin1(row.asked) << QString::fromLatin1(row.expected);
}

void TestRecordedAnswers::outcomeIsDefined()
{
    QFETCH(QString, asked);
    QFETCH(QString, expected);
    const HttpResponse answer = recordedAnswer(QTest::currentDataTag());
    QCOMPARE(QString::fromStdString(outcome(asked.toStdString(), answer)), expected);
}

void TestRecordedAnswers::serverWordsAreKept_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("alertmanager/silence_delete_404") << QStringLiteral("silence not found");
    QTest::newRow("alertmanager/silence_err_emptymatch")
        << QStringLiteral("silence invalid: at least one matcher must not match the empty string");
    QTest::newRow("alertmanager/post_alerts_nolabels") << QStringLiteral("0.labels in body is required");
    QTest::newRow("alertmanager/am_auth_none") << QStringLiteral("Unauthorized");
    QTest::newRow("alertmanager/silence_get_404") << QString();
    QTest::newRow("prometheus/err_404") << QStringLiteral("404 page not found");
    QTest::newRow("prometheus/err_timeout_exec") << QStringLiteral("query timed out in expression evaluation");
}

void TestRecordedAnswers::serverWordsAreKept()
{
    QFETCH(QString, words);
    const HttpResponse answer = recordedAnswer(QTest::currentDataTag());
    QCOMPARE(QString::fromStdString(serverWords(answer.body)), words);
    if (const std::optional<Error> problem = answerProblem(answer))
        QVERIFY(QString::fromStdString(english(problem->reason)).contains(words));
}

void TestRecordedAnswers::fingerprintIsAlertmanagers()
{
    const auto alerts = parseAlertmanagerAlerts(recordedAnswer("alertmanager/alerts_all").body);
    QVERIFY(alerts.has_value());
    QCOMPARE(alerts->size(), std::size_t(6));
    for (const AlertmanagerAlert &alert : *alerts)
        QCOMPARE(labelFingerprint(alert.labels), alert.fingerprint);
}

QTEST_GUILESS_MAIN(TestRecordedAnswers)
#include "tst_recorded_answers.moc"
