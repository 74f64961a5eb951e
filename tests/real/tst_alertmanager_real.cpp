// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"
#include "models/sources/answer_check.h"
#include "models/sources/source.h"
#include "models/transport/transport.h"
#include "models/transport/url.h"
#include "tests/support/await.h"
#include "tests/support/debian_server.h"
#include "tests/support/manual_clock.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/sources/source_under_test.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr int kInstances = 250;

/// Four alerts per instance: one that shares name and instance with three siblings, of which one differs in a label and two
/// have one or two labels more.
std::vector<Labels> alertsOf(int instance)
{
    const Labels base{{"alertname", "DiskFull"}, {"instance", "db" + std::to_string(instance)}, {"severity", "critical"}};
    Labels other = base;
    other.set("severity", "warning");
    Labels more = base;
    more.set("mountpoint", "/var \"quoted\" \\ and more");
    Labels most = more;
    most.set("device", "sda1");
    return {base, other, more, most};
}

constexpr const char *kRules = R"(
groups:
- name: shop
  interval: 1s
  rules:
  - {alert: ShopDown, expr: 'vector(0) == 0', labels: {severity: critical, service: checkout}, annotations: {summary: 'the shop is down'}}
  - {alert: AlwaysPending, expr: vector(1), for: 24h, labels: {severity: warning}}
  - {alert: NeverFires, expr: vector(1) > 2, labels: {severity: info}}
- name: bad
  interval: 1s
  rules:
  - {alert: BadExpr, expr: 'label_replace(vector(1), "a", "1", "", "") + on() group_left() (vector(1) or label_replace(vector(1), "b", "2", "", ""))'}
)";

} // namespace

/// The sources against Debian's Alertmanager and Prometheus, over the real transport.
class TestAlertmanagerReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void thousandAlertsAreRead();
    void acknowledgementHitsOneSibling();
    void renewalKeepsItsId();
    void silenceSurvivesARestart();
    void unacknowledgementEndsIt();
    void killedServerIsAnErrorAndComesBack();
    void prometheusTellsAlertsAndRules();
    void prometheusAnswersQueries();

private:
    void push();
    Result<SourceReading> poll() { return await(*m_transport, m_alertmanager->poll()); }
    AlertPtr find(const SourceReading &reading, const Labels &labels);
    std::vector<AlertmanagerAlert> listed(const std::string &query);

    SystemClock m_clock;
    NoSecrets m_secrets;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<ServerProcess> m_prometheus;
    std::unique_ptr<Source> m_alertmanager;
    std::unique_ptr<Source> m_queries;
    std::string m_url;
    Labels m_wanted;
    Acknowledgement m_acknowledgement;
};

void TestAlertmanagerReal::initTestCase()
{
    m_folder = std::make_unique<TemporaryFolder>();
    m_folder->write("rules.yml", kRules);
    m_folder->write("prometheus.yml", "global: {evaluation_interval: 1s}\nrule_files: [rules.yml]\n");
    m_transport = std::make_unique<Transport>(m_clock);
    m_server = std::make_unique<RealAlertmanager>();
    m_url = m_server->url();
    const int prometheusPort = freePort();
    const std::string at = "127.0.0.1:" + std::to_string(prometheusPort);
    m_prometheus
        = std::make_unique<ServerProcess>(std::vector<std::string>{debianServer("prometheus"), "--config.file=prometheus.yml",
                                              "--storage.tsdb.path=tsdb", "--web.listen-address=" + at},
            m_folder->path());
    QVERIFY2(m_prometheus->waitUntilReady(prometheusPort, "/-/ready"), m_prometheus->output().c_str());
    const SourceTools tools{*m_transport, *m_transport, m_clock, m_secrets};
    Settings settings;
    settings.set("url", m_url);
    m_alertmanager = makeSource("alertmanager", settings, tools);
    Settings other;
    other.set("url", "http://" + at);
    m_queries = makeSource("prometheus", other, tools);
    m_wanted = alertsOf(7).front();
    push();
}

void TestAlertmanagerReal::cleanupTestCase()
{
    m_alertmanager.reset();
    m_queries.reset();
    m_transport.reset();
    m_prometheus.reset();
    m_server.reset();
}

/// Fires the thousand alerts, as a Prometheus does again and again.
void TestAlertmanagerReal::push()
{
    nlohmann::json list = nlohmann::json::array();
    for (int instance = 0; instance < kInstances; ++instance) {
        for (const Labels &labels : alertsOf(instance)) {
            nlohmann::json alert{{"startsAt", formatRfc3339(m_clock.now() - 1min)},
                {"annotations", {{"summary", "disk is <full>"}}}, {"generatorURL", "http://prometheus.example.net/graph?g0"}};
            for (const auto &[name, value] : labels)
                alert["labels"][name] = value;
            list.push_back(std::move(alert));
        }
    }
    HttpRequest request;
    request.method = "POST";
    request.url = m_url + "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = list.dump();
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    QVERIFY(answer.has_value());
    QVERIFY2(!statusProblem(*answer), answer->body.c_str());
}

AlertPtr TestAlertmanagerReal::find(const SourceReading &reading, const Labels &labels)
{
    const auto it = std::find_if(
        reading.alerts.begin(), reading.alerts.end(), [&](const AlertPtr &alert) { return alert->labels == labels; });
    return it == reading.alerts.end() ? nullptr : *it;
}

/// What Alertmanager itself lists for a query.
std::vector<AlertmanagerAlert> TestAlertmanagerReal::listed(const std::string &query)
{
    HttpRequest request;
    request.url = m_url + "/api/v2/alerts?" + query;
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    return parseAlertmanagerAlerts(answer.value().body).value();
}

void TestAlertmanagerReal::thousandAlertsAreRead()
{
    const Result<SourceReading> reading = poll();
    QVERIFY2(reading, reading ? "" : english(reading.error().reason).c_str());
    QCOMPARE(reading->alerts.size(), std::size_t(4 * kInstances));
    QVERIFY2(reading->troubles.empty(), reading->troubles.empty() ? "" : english(reading->troubles.front()).c_str());
    QVERIFY(reading->remarks.empty());
    std::set<std::string> ids;
    for (int instance = 0; instance < kInstances; ++instance) {
        for (const Labels &labels : alertsOf(instance)) {
            const AlertPtr alert = find(*reading, labels);
            QVERIFY(alert);
            ids.insert(alert->key.externalId);
            QCOMPARE(alert->severity, labels.value("severity") == "critical" ? Severity::Critical : Severity::Warning);
            QCOMPARE(alert->summary, std::string("disk is <full>"));
            QVERIFY(alert->startsAt && !alert->handling.silenced && alert->actions.acknowledge);
        }
    }
    QCOMPARE(ids.size(), std::size_t(4 * kInstances));
    const Result<SourceReading> again = poll();
    QCOMPARE(find(*again, m_wanted), find(*reading, m_wanted)); // unchanged: the same object
}

void TestAlertmanagerReal::acknowledgementHitsOneSibling()
{
    const Result<SourceReading> reading = poll();
    AcknowledgeRequest request;
    request.alert = find(*reading, m_wanted);
    for (const AlertPtr &alert : reading->alerts) {
        if (alert != request.alert)
            request.siblings.push_back(alert);
    }
    request.person = "ada";
    request.comment = "restoring";
    request.until = m_clock.now() + 15min;
    const Result<Acknowledgement> result = await(*m_transport, m_alertmanager->acknowledge(request));
    QVERIFY2(result, result ? "" : english(result.error().reason).c_str());
    m_acknowledgement = *result;
    const std::vector<AlertmanagerAlert> silenced = listed("active=false&inhibited=false");
    QCOMPARE(silenced.size(), std::size_t(1));
    QVERIFY(silenced.front().labels == m_wanted);
    // The matchers themselves, in Alertmanager's own reading of them.
    const auto matchers = m_alertmanager->planAcknowledgement(request.alert, request.siblings);
    std::string filter;
    for (const Matcher &matcher : *matchers)
        filter += "&filter=" + percentEncoded(matcher.text());
    const std::vector<AlertmanagerAlert> matched = listed(filter.substr(1));
    QCOMPARE(matched.size(), std::size_t(1));
    QVERIFY(matched.front().labels == m_wanted);
    const AlertPtr alert = find(*poll(), m_wanted);
    QVERIFY(alert->handling.silenced);
    QVERIFY(alert->acknowledgement == m_acknowledgement);
}

void TestAlertmanagerReal::renewalKeepsItsId()
{
    const Result<SourceReading> reading = poll();
    AcknowledgeRequest request;
    request.alert = find(*reading, m_wanted);
    request.person = "ada";
    request.comment = "restoring";
    request.until = m_clock.now() + 30min;
    request.renews = m_acknowledgement.silence;
    request.renewedUntil = m_acknowledgement.until;
    const Result<Acknowledgement> renewed = await(*m_transport, m_alertmanager->acknowledge(request));
    QVERIFY2(renewed, renewed ? "" : english(renewed.error().reason).c_str());
    QCOMPARE(renewed->silence, m_acknowledgement.silence);
    QVERIFY(*renewed->until > *m_acknowledgement.until + 10min);
    QCOMPARE(listed("active=false").size(), std::size_t(1));
    m_acknowledgement = *renewed;
}

void TestAlertmanagerReal::silenceSurvivesARestart()
{
    m_server->stop();
    m_server->start();
    push(); // alerts live in memory only
    const AlertPtr alert = find(*poll(), m_wanted);
    QVERIFY(alert);
    QVERIFY(alert->acknowledgement.has_value());
    QCOMPARE(alert->acknowledgement->silence, m_acknowledgement.silence);
    QCOMPARE(listed("active=false").size(), std::size_t(1));
}

void TestAlertmanagerReal::unacknowledgementEndsIt()
{
    const AlertPtr alert = find(*poll(), m_wanted);
    const Result<Acknowledgement> ended = await(*m_transport, m_alertmanager->unacknowledge(alert, "ada", EndOf::Everything));
    QVERIFY2(ended, ended ? "" : english(ended.error().reason).c_str());
    QVERIFY(listed("active=false").empty());
    QVERIFY(!find(*poll(), m_wanted)->acknowledgement);
    QVERIFY(await(*m_transport, m_alertmanager->unacknowledge(alert, "ada", EndOf::Everything)).has_value()); // already gone
}

void TestAlertmanagerReal::killedServerIsAnErrorAndComesBack()
{
    m_server->kill();
    const Result<SourceReading> away = poll();
    QVERIFY(!away);
    QCOMPARE(away.error().kind, ErrorKind::Refused);
    QVERIFY(!english(away.error().reason).empty());
    m_server->start();
    push();
    QCOMPARE(poll()->alerts.size(), std::size_t(4 * kInstances));
}

void TestAlertmanagerReal::prometheusTellsAlertsAndRules()
{
    // The rules have to be evaluated first: until then the source says that they were not.
    Result<SourceReading> reading = await(*m_transport, m_queries->poll());
    const auto isEvaluated = [&reading] {
        return reading && reading->alerts.size() == 2 && reading->troubles.size() == 1
            && reading->troubles.front().code() == "prometheus_rule_fails";
    };
    for (int i = 0; i < 200 && !isEvaluated(); ++i) {
        m_transport->runFor(100ms);
        reading = await(*m_transport, m_queries->poll());
    }
    QVERIFY2(isEvaluated(), reading && !reading->troubles.empty() ? english(reading->troubles.front()).c_str() : "no reading");
    QCOMPARE(reading->troubles.front().arguments().front(), std::string("BadExpr"));
    const AlertPtr firing = find(*reading, Labels{{"alertname", "ShopDown"}, {"service", "checkout"}, {"severity", "critical"}});
    QVERIFY(firing);
    QCOMPARE(firing->phase, AlertPhase::Firing);
    QCOMPARE(firing->summary, std::string("the shop is down"));
    QVERIFY(firing->link.find("/graph?g0.expr=") != std::string::npos);
    QVERIFY(!firing->actions.acknowledge);
    const AlertPtr pending = find(*reading, Labels{{"alertname", "AlwaysPending"}, {"severity", "warning"}});
    QVERIFY(pending);
    QCOMPARE(pending->phase, AlertPhase::Pending);
    QCOMPARE(stateOf(*pending), std::optional(State::Pending));
}

void TestAlertmanagerReal::prometheusAnswersQueries()
{
    const auto series = await(*m_transport, m_queries->query("vector(42)"));
    QVERIFY(series.has_value());
    QCOMPARE(series->front().samples.front().value, 42.0);
    const auto none = await(*m_transport, m_queries->query("no_such_series"));
    QVERIFY(none && none->empty());
    const Instant now = m_clock.now();
    const auto range = await(*m_transport, m_queries->queryRange("vector(1)", now - 1h, now, 1min));
    QVERIFY(range.has_value());
    QCOMPARE(range->front().samples.size(), std::size_t(61));
    const auto fine = await(*m_transport, m_queries->queryRange("vector(1)", now - std::chrono::hours(24 * 30), now, 1s));
    QVERIFY2(fine, "a step too fine for the server is made coarser");
    const auto bad = await(*m_transport, m_queries->query("sum("));
    QVERIFY(!bad);
    QVERIFY(english(bad.error().reason).find("parse error") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestAlertmanagerReal)
#include "tst_alertmanager_real.moc"
