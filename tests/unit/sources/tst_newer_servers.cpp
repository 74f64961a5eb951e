// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"
#include "models/sources/prometheus_parser.h"

#include <QTest>

#include <cmath>

using namespace tocsin;

/// Bodies of servers newer than Debian's, and broken ones. Newer fields are read or passed over; a wrong kind of JSON is
/// never an empty list.
class TestNewerServers : public QObject
{
    Q_OBJECT

private slots:
    void mutedAlertsAreRead();
    void nullListsAreEmpty();
    void unknownFieldsArePassedOver();
    void groupsTellWhatIsMuted();
    void silencesWithAnnotationsAreRead();
    void zeroTimesAreNone();
    void statusTellsWhetherMutingIsWorthAsking();
    void wrongSchemaIsNoEmptyList_data();
    void wrongSchemaIsNoEmptyList();
    void nestingIsLimited();
    void silenceBodyIsReadBack();
    void prometheusNotesAreKept();
    void nativeHistogramsAreSaid();
    void keepFiringIsRead();
    void specialValuesAreNumbers();
    void prometheusSchemaIsChecked_data();
    void prometheusSchemaIsChecked();
};

void TestNewerServers::mutedAlertsAreRead()
{
    const auto alerts = parseAlertmanagerAlerts(R"([{"fingerprint":"a1","labels":{"alertname":"X"},"annotations":{},
        "status":{"state":"suppressed","silencedBy":[],"inhibitedBy":[],"mutedBy":["always"]},"receivers":[]}])");
    QVERIFY(alerts.has_value());
    QVERIFY(alerts->front().muted && alerts->front().suppressed);
}

void TestNewerServers::nullListsAreEmpty()
{
    const auto alerts = parseAlertmanagerAlerts(R"([{"fingerprint":"a1","labels":{"alertname":"X"},"annotations":null,
        "status":{"state":"active","silencedBy":null,"inhibitedBy":null},"receivers":null}])");
    QVERIFY(alerts.has_value());
    QVERIFY(alerts->front().silencedBy.empty() && !alerts->front().inhibited && alerts->front().annotations.isEmpty());
    QVERIFY(parsePrometheusAlerts(R"({"status":"success","data":{"alerts":null}})").has_value());
    QVERIFY(parsePrometheusRules(R"({"status":"success","data":{"groups":null}})").has_value());
    QVERIFY(parseMutedFingerprints(R"([{"labels":{},"receiver":{"name":"a"},"alerts":null}])").has_value());
}

void TestNewerServers::unknownFieldsArePassedOver()
{
    const auto alerts = parseAlertmanagerAlerts(R"([{"fingerprint":"a1","labels":{"service.name":"ä","alertname":"X"},
        "status":{"state":"unprocessed","silencedBy":[],"inhibitedBy":[],"later":{"deep":[1,2.5e3,{"x":null}]}},
        "routeLabels":{"team":"shop"},"novelty":[true],"annotations":{"summary":"s"}}])");
    QVERIFY(alerts.has_value());
    QCOMPARE(alerts->front().labels.value("service.name"), std::string_view("ä"));
    QVERIFY(!alerts->front().suppressed);
}

void TestNewerServers::groupsTellWhatIsMuted()
{
    const auto muted = parseMutedFingerprints(R"([
        {"labels":{},"receiver":{"name":"a"},"routeLabels":{"r":"1"},"alerts":[
            {"fingerprint":"m","labels":{"alertname":"X"},"status":{"state":"suppressed","silencedBy":[],"inhibitedBy":[],"mutedBy":["night"]}},
            {"fingerprint":"n","labels":{"alertname":"Y"},"status":{"state":"active","silencedBy":[],"inhibitedBy":[],"mutedBy":[]}}]},
        {"labels":{},"receiver":{"name":"b"},"alerts":[
            {"fingerprint":"m","labels":{"alertname":"X"},"status":{"state":"suppressed","mutedBy":["night"]}}]}])");
    QVERIFY(muted.has_value());
    QCOMPARE(*muted, std::vector<std::string>{"m"});
}

void TestNewerServers::silencesWithAnnotationsAreRead()
{
    const auto silences = parseSilences(R"([{"id":"s1","status":{"state":"active"},"updatedAt":"2026-11-21T04:00:51.661Z",
        "comment":"ACK! x","createdBy":"ada","startsAt":"2026-11-21T04:00:51Z","endsAt":"2026-11-21T06:00:51.000Z",
        "annotations":{"ticket":"OPS-1"},"matchers":[{"name":"b","value":"2.*","isRegex":true,"isEqual":false},
        {"name":"a","value":"1","isRegex":false}]}])");
    QVERIFY(silences.has_value());
    const AlertmanagerSilence &silence = silences->front();
    QVERIFY(silence.silence.active);
    const auto matchers = silence.readMatchers();
    QVERIFY(allMatch(*matchers, Labels{{"a", "1"}, {"b", "3"}}));
    QVERIFY(!allMatch(*matchers, Labels{{"a", "1"}, {"b", "25"}}));
}

void TestNewerServers::zeroTimesAreNone()
{
    const auto alerts
        = parseAlertmanagerAlerts(R"([{"fingerprint":"a1","labels":{"alertname":"X"},"endsAt":"0001-01-01T00:00:00Z",
        "startsAt":"0001-01-01T00:00:00.000Z","status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])");
    QVERIFY(alerts.has_value());
    QVERIFY(!alerts->front().startsAt && !alerts->front().endsAt && !alerts->front().updatedAt);
}

void TestNewerServers::statusTellsWhetherMutingIsWorthAsking()
{
    const auto with = [](const char *original) {
        return parseAlertmanagerStatus(std::string(R"({"cluster":{"status":"ready","peers":[]},"versionInfo":{"version":"0.34.0"},
            "config":{"original":")")
            + original + R"("},"uptime":"2026-11-21T03:58:20.228Z"})")
            ->mayMute;
    };
    QVERIFY(!with("route: {receiver: ops}"));
    QVERIFY(with("routes:\\n- mute_time_intervals:\\n  - night"));
    QVERIFY(with("routes:\\n- active_time_intervals: [day]"));
    QVERIFY(with("")); // hidden by a proxy: nobody knows
}

void TestNewerServers::wrongSchemaIsNoEmptyList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("object") << QByteArray("{}") << ErrorKind::Schema;
    QTest::newRow("envelope of v1") << QByteArray(R"({"status":"success","data":[]})") << ErrorKind::Schema;
    QTest::newRow("null") << QByteArray("null") << ErrorKind::Schema;
    QTest::newRow("text") << QByteArray("\"sorry\"") << ErrorKind::Schema;
    QTest::newRow("numbers") << QByteArray("[1,2]") << ErrorKind::Schema;
    QTest::newRow("no fingerprint") << QByteArray(R"([{"labels":{"a":"b"},"status":{"state":"active"}}])") << ErrorKind::Schema;
    QTest::newRow("no labels") << QByteArray(R"([{"fingerprint":"a","status":{"state":"active"}}])") << ErrorKind::Schema;
    QTest::newRow("no status") << QByteArray(R"([{"fingerprint":"a","labels":{"a":"b"}}])") << ErrorKind::Schema;
    QTest::newRow("no state") << QByteArray(R"([{"fingerprint":"a","labels":{"a":"b"},"status":{}}])") << ErrorKind::Schema;
    QTest::newRow("label that is a number") << QByteArray(R"([{"fingerprint":"a","labels":{"a":1},"status":{"state":"active"}}])")
                                            << ErrorKind::Schema;
    QTest::newRow("truncated") << QByteArray(R"([{"fingerprint":"a","labels":{"a":"b"},)") << ErrorKind::Content;
    QTest::newRow("cut between two alerts") << QByteArray(
        R"([{"fingerprint":"a","labels":{"a":"b"},"status":{"state":"active"}},)")
                                            << ErrorKind::Content;
    QTest::newRow("rest behind") << QByteArray("[] []") << ErrorKind::Content;
    QTest::newRow("empty") << QByteArray("") << ErrorKind::Content;
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\"]") << ErrorKind::Content;
    QTest::newRow("page") << QByteArray("<html>") << ErrorKind::Content;
}

void TestNewerServers::wrongSchemaIsNoEmptyList()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto alerts = parseAlertmanagerAlerts(body.toStdString());
    QVERIFY(!alerts);
    QCOMPARE(alerts.error().kind, kind);
    QVERIFY(!english(alerts.error().reason).empty());
}

void TestNewerServers::nestingIsLimited()
{
    const std::string deep = "[" + std::string(100'000, '[') + std::string(100'000, ']') + "]";
    const auto alerts = parseAlertmanagerAlerts(deep);
    QVERIFY(!alerts);
    QCOMPARE(alerts.error().kind, ErrorKind::Limit);
}

void TestNewerServers::silenceBodyIsReadBack()
{
    AlertmanagerSilence silence;
    silence.silence = Silence{SilenceId("s1"), "ada \"the\" admin", "ACK! ä\n[tocsin]",
        parseRfc3339("2026-11-21T04:00:51.661Z").value(), parseRfc3339("2026-11-21T04:15:51Z").value(), true};
    silence.matchers = {{"alertname", "X", false, true}, {"path", "C:\\\"x\"", false, true}};
    std::string body = silenceBody(silence);
    body.insert(1, R"("status":{"state":"active"},)");
    const auto back = parseSilence(body);
    QVERIFY(back.has_value());
    QCOMPARE(back->matchers.size(), std::size_t(2));
    QVERIFY(back->matchers == silence.matchers);
    QCOMPARE(back->silence.comment, silence.silence.comment);
    QVERIFY(back->silence.endsAt == silence.silence.endsAt);
}

void TestNewerServers::prometheusNotesAreKept()
{
    const auto series = parsePrometheusSeries(R"({"status":"success","data":{"resultType":"vector","result":[]},
        "warnings":["results truncated due to limit"],"infos":["PromQL info: metric might not be a counter"]})");
    QCOMPARE(series->warnings, std::vector<std::string>{"results truncated due to limit"});
    QCOMPARE(series->infos.size(), std::size_t(1));
}

void TestNewerServers::nativeHistogramsAreSaid()
{
    const std::string histogram
        = R"({"metric":{"le":"x"},"histogram":[1795233546.4,{"count":"3","sum":"7.5","buckets":[[0,"1","2","3"]]}]})";
    const auto only
        = parsePrometheusSeries(R"({"status":"success","data":{"resultType":"vector","result":[)" + histogram + "]}}");
    QVERIFY(!only);
    QCOMPARE(only.error().reason.code(), std::string_view("prometheus_native_histogram"));
    const auto mixed = parsePrometheusSeries(R"({"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{},"values":[[1795233546,"1"]],"histograms":[[1795233547,{"count":"3","sum":"7.5"}]]},)"
        + histogram + "]}}");
    QVERIFY(mixed.has_value());
    QCOMPARE(mixed->data.size(), std::size_t(1));
    QCOMPARE(mixed->data.front().samples.size(), std::size_t(1));
}

void TestNewerServers::keepFiringIsRead()
{
    const auto alerts
        = parsePrometheusAlerts(R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"X"},"annotations":{},
        "state":"firing","activeAt":"2026-11-21T03:58:29.18908375Z","keepFiringSince":"2026-11-21T04:00:00Z","value":"1e+00"}]}})");
    QVERIFY(alerts.has_value());
    QVERIFY(alerts->data.front().keepFiringSince.has_value());
    QVERIFY(alerts->data.front().phase == AlertPhase::Firing);
}

void TestNewerServers::specialValuesAreNumbers()
{
    const auto series = parsePrometheusSeries(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},
        "values":[[1,"NaN"],[2,"+Inf"],[3,"-Inf"],[4.5,"1e+00"],[5,"1e-400"],[6,"-0"]]}]}})");
    QVERIFY(series.has_value());
    const std::vector<Sample> &samples = series->data.front().samples;
    QVERIFY(std::isnan(samples[0].value));
    QVERIFY(std::isinf(samples[1].value) && samples[1].value > 0);
    QVERIFY(std::isinf(samples[2].value) && samples[2].value < 0);
    QCOMPARE(samples[3].value, 1.0);
    QCOMPARE(samples[3].at.time_since_epoch().count(), std::int64_t(4500));
    QCOMPARE(samples[4].value, 0.0); // too small for a double is nothing, not infinite
}

void TestNewerServers::prometheusSchemaIsChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray(R"({"data":{"alerts":[],"groups":[],"resultType":"vector","result":[]}})");
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})");
    QTest::newRow("other data") << QByteArray(R"({"status":"success","data":{"activeTargets":[]}})");
    QTest::newRow("list of numbers") << QByteArray(
        R"({"status":"success","data":{"alerts":[1],"groups":[1],"resultType":"vector","result":[1]}})");
    QTest::newRow("odd items") << QByteArray(
        R"({"status":"success","data":{"alerts":[{}],"groups":[{"name":"g","rules":[{}]}],"resultType":"vector","result":[{"metric":{}}]}})");
    QTest::newRow("odd values") << QByteArray(
        R"({"status":"success","data":{"alerts":{},"groups":{},"resultType":"vector","result":[{"metric":{},"value":[1e300,"1"]}]}})");
    QTest::newRow("truncated") << QByteArray(R"({"status":"success","data":{"alerts":[)");
}

void TestNewerServers::prometheusSchemaIsChecked()
{
    QFETCH(QByteArray, body);
    QVERIFY(!parsePrometheusAlerts(body.toStdString()));
    QVERIFY(!parsePrometheusRules(body.toStdString()));
    QVERIFY(!parsePrometheusSeries(body.toStdString()));
}

QTEST_GUILESS_MAIN(TestNewerServers)
#include "tst_newer_servers.moc"
