// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/health_body.h"

#include "models/checks/json_document.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;

class HealthBodyTest : public QObject
{
    Q_OBJECT

private slots:
    void readsDocuments_data();
    void readsDocuments();
    void readsTexts_data();
    void readsTexts();
    void readsTheDraftWithItsMeasurements();
    void readsNestedActuatorComponents();
    void readsKubernetesLists();
    void aCutOffListHasNoVerdict();
    void whatIsNoHealthAnswerIsLeftAlone();
    void manyPartsAreCut();
    void outsideTextIsMadeHarmless();
};

namespace {

/// `name=outcome` of each part.
QByteArray listed(const HealthAnswer &answer)
{
    QByteArrayList parts;
    for (const Part &part : answer.parts)
        parts << QByteArray::fromStdString(part.name) + '=' + "GIFU"[static_cast<int>(part.outcome)];
    return parts.join(' ');
}

std::optional<HealthAnswer> read(const std::string &body)
{
    return readHealthDocument(readJson(body).value());
}

} // namespace

void HealthBodyTest::readsDocuments_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("parts"); // G I F U: good, impaired, failed, unproven
    const auto row = [](const char *name, const char *body, Outcome outcome, const char *parts = "") {
        QTest::newRow(name) << QByteArray(body) << static_cast<int>(outcome) << QByteArray(parts);
    };
    row("pass", R"({"status":"pass"})", Outcome::Good);
    row("ok", R"({"status":"ok","version":"1"})", Outcome::Good);
    row("PASS", R"({"status":"PASS"})", Outcome::Good);
    row("warn", R"({"status":"warn"})", Outcome::Impaired);
    row("fail", R"({"status":"fail","output":"no disk"})", Outcome::Failed);
    row("UP", R"({"status":"UP"})", Outcome::Good);
    row("DOWN", R"({"status":"DOWN"})", Outcome::Failed);
    row("OUT_OF_SERVICE", R"({"status":"OUT_OF_SERVICE"})", Outcome::Failed);
    row("UNKNOWN", R"({"status":"UNKNOWN"})", Outcome::Unproven);
    row("a word of their own", R"({"status":"GREENISH"})", Outcome::Unproven);
    row("actuator 2", R"({"status":"UP","components":{"db":{"status":"UP"},"mail":{"status":"UP"}}})", Outcome::Good,
        "db=G mail=G");
    row("actuator 2.0", R"({"status":"UP","details":{"db":{"status":"UP","details":{"database":"PG"}}}})", Outcome::Good, "db=G");
    row("actuator 1", R"({"status":"UP","diskSpace":{"status":"UP","free":1},"db":{"status":"DOWN"}})", Outcome::Impaired,
        "db=F diskSpace=G");
    row("actuator, a part fails", R"({"status":"UP","components":{"db":{"status":"DOWN"}}})", Outcome::Impaired, "db=F");
    row("actuator, a part was never asked", R"({"status":"UP","components":{"discovery":{"status":"UNKNOWN"}}})", Outcome::Good,
        "discovery=U");
    row("actuator, a part says what nobody mapped", R"({"status":"UP","components":{"db":{"status":"AILING"}}})",
        Outcome::Impaired, "db=U");
    row("MicroProfile",
        R"({"status":"DOWN","checks":[{"name":"db","status":"DOWN","data":{"k":"v"}},{"name":"q","status":"UP"}]})",
        Outcome::Failed, "db=F q=G");
    row("MicroProfile without checks", R"({"status":"UP","checks":[]})", Outcome::Good);
    row("ASP.NET", R"({"status":"Degraded","totalDuration":"00:00:00.04","entries":{"redis":{"status":"Unhealthy"}}})",
        Outcome::Impaired, "redis=F");
    row("ASP.NET in numbers, without durations", R"({"status":2,"entries":{"redis":{"status":0,"description":"refused"}}})",
        Outcome::Impaired, "redis=F");
    row("beside a container", R"({"status":"UP","details":{"version":"1.2"},"db":{"status":"DOWN"}})", Outcome::Impaired, "db=F");
    row("a container of their own", R"({"status":"ok","backends":{"db":{"status":"down"}}})", Outcome::Impaired, "backends/db=F");
    row("dependencies", R"({"status":"ok","dependencies":{"db":{"status":"down"}}})", Outcome::Impaired, "db=F");
    row("a list of their own", R"({"status":"ok","parts":[{"name":"db","status":"down"}]})", Outcome::Impaired, "parts/db=F");
    row("a group without a status", R"({"status":"UP","components":{"storage":{"components":{"db":{"status":"DOWN"}}}}})",
        Outcome::Impaired, "storage/db=F");
    row("deep down", R"({"status":"UP","checks":{"a":{"b":{"c":{"status":"DOWN"}}}}})", Outcome::Impaired, "a/b/c=F");
    row("words alone", R"({"status":"ok","checks":{"db":"ok","redis":"down","version":"1.2"}})", Outcome::Impaired,
        "db=G redis=F");
    row("Terminus", R"({"status":"ok","info":{"db":{"status":"up"}},"error":{},"details":{"db":{"status":"up"}}})", Outcome::Good,
        "db=G");
    row("the status of something else", R"({"status":"ok","checks":{"db":{"status":"up"}},"build":{"status":"signed"}})",
        Outcome::Good, "db=G");
    row("ASP.NET in numbers", R"({"status":2,"entries":{"redis":{"status":0,"duration":"00:00"}}})", Outcome::Impaired,
        "redis=F");
}

void HealthBodyTest::readsDocuments()
{
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    QFETCH(QByteArray, parts);
    const auto answer = read(body.toStdString());
    QVERIFY(answer);
    QCOMPARE(static_cast<int>(answer->outcome), outcome);
    QCOMPARE(listed(*answer), parts);
}

void HealthBodyTest::readsTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome"); // -1: no health answer
    const auto row = [](const char *body, int outcome) { QTest::newRow(body) << QByteArray(body) << outcome; };
    row("Healthy", static_cast<int>(Outcome::Good));
    row("OK\n", static_cast<int>(Outcome::Good));
    row("Degraded", static_cast<int>(Outcome::Impaired));
    row("Unhealthy\r\n", static_cast<int>(Outcome::Failed));
    row("NOT_SERVING", static_cast<int>(Outcome::Failed));
    row("", -1);
    row("It works!", -1);
    row("not ok", -1);
    row("okay", -1);
}

void HealthBodyTest::readsTexts()
{
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    const auto answer = readHealthText(body.toStdString());
    QCOMPARE(answer ? static_cast<int>(answer->outcome) : -1, outcome);
}

void HealthBodyTest::readsTheDraftWithItsMeasurements()
{
    const auto answer = read(R"({"status":"warn","checks":{
        "postgres:responseTime":[{"componentType":"datastore","observedValue":250,"observedUnit":"ms","status":"pass"},
                                 {"observedValue":900,"observedUnit":"ms","status":"warn"}],
        "uptime":[{"observedValue":1209600.245,"observedUnit":"s"}],
        "disk:free":[{"status":"fail","output":"disk full"}]}})");
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Impaired);
    // A measurement without a status is no judgement.
    QCOMPARE(listed(*answer), QByteArray("disk:free=F postgres:responseTime=G postgres:responseTime=I"));
    QCOMPARE(answer->parts[0].detail, std::string("fail: disk full"));
    QCOMPARE(answer->parts[1].detail, std::string("pass: 250 ms"));
    QCOMPARE(answer->troubledPart, std::string("disk:free fail"));
}

void HealthBodyTest::readsNestedActuatorComponents()
{
    const auto answer = read(R"({"status":"UP","components":{"db":{"status":"UP","components":{
        "primary":{"status":"UP"},"replica":{"status":"DOWN","details":{"error":"java.sql.SQLException: refused"}}}}},
        "groups":["liveness","readiness"]})");
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Impaired);
    QCOMPARE(listed(*answer), QByteArray("db=G db/primary=G db/replica=F"));
    QCOMPARE(answer->parts[2].detail, std::string("DOWN: java.sql.SQLException: refused"));
}

void HealthBodyTest::readsKubernetesLists()
{
    const auto good = readHealthText("[+]ping ok\n[+]log ok\n[+]poststarthook/start-informers ok\nhealthz check passed\n");
    QVERIFY(good);
    QCOMPARE(good->outcome, Outcome::Good);
    QCOMPARE(listed(*good), QByteArray("ping=G log=G poststarthook/start-informers=G"));
    const auto bad = readHealthText("[+]ping ok\r\n[-]etcd failed: reason withheld\r\nreadyz check failed\r\n");
    QVERIFY(bad);
    QCOMPARE(bad->outcome, Outcome::Failed);
    QCOMPARE(listed(*bad), QByteArray("ping=G etcd=F"));
    QCOMPARE(bad->parts[1].detail, std::string("failed: reason withheld"));
    const auto mixed = readHealthText("[-]informer-sync failed: reason withheld\n\nlivez check passed");
    QVERIFY(mixed);
    QCOMPARE(mixed->outcome, Outcome::Impaired);
}

void HealthBodyTest::aCutOffListHasNoVerdict()
{
    const auto answer = readHealthText("[+]ping ok\n[+]log ok\n[+]etcd o");
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Unproven);
    QVERIFY(answer->word.empty());
}

void HealthBodyTest::whatIsNoHealthAnswerIsLeftAlone()
{
    for (const char *body : {"{}", "[]", "[1,2]", "null", "\"UP\"", R"({"colour":"blue"})", R"({"status":200})",
             R"({"status":null})", R"({"status":["UP"]})", R"({"state":"UP"})"})
        QVERIFY2(!read(body), body);
}

void HealthBodyTest::manyPartsAreCut()
{
    std::string body = R"({"status":"UP","components":{)";
    for (int i = 0; i < 30'000; ++i)
        body += (i ? ",\"c" : "\"c") + std::to_string(i) + R"(":{"status":"UP"})";
    const auto answer = read(body + "}}");
    QVERIFY(answer);
    QCOMPARE(answer->parts.size(), std::size_t(200));
    QCOMPARE(answer->outcome, Outcome::Good);
    const auto last = read(body + R"(,"z":{"status":"DOWN"}}})"); // what is not shown still counts
    QCOMPARE(last->outcome, Outcome::Impaired);
    QCOMPARE(last->troubledPart, std::string("z DOWN"));
}

void HealthBodyTest::outsideTextIsMadeHarmless()
{
    const auto answer = readHealthText("[-]et\xff"
                                       "cd failed: \x1b[31mred\nlivez check failed");
    QVERIFY(answer);
    for (const std::string &text : {answer->parts[0].name, answer->parts[0].detail, answer->troubledPart}) {
        QCOMPARE(QString::fromStdString(text).toStdString(), text);
        QVERIFY(text.find('\x1b') == std::string::npos);
    }
    const auto loud = read(R"({"status":")" + std::string(10'000, 'x') + "\"}");
    QVERIFY(loud);
    QVERIFY(loud->word.size() < 100);
}

QTEST_GUILESS_MAIN(HealthBodyTest)
#include "tst_health_body.moc"
