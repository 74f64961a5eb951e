// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_table_model.h"
#include "tests/real/desk_at_work.h"
#include "tests/support/await.h"
#include "tests/support/debian_server.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"
#include "widgets/style/theme.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

constexpr int kInstances = 500;
constexpr std::size_t kAlerts = 2 * kInstances;
constexpr int kPatienceMs = 30'000;
// So short that a renewal is seen: the times are those of a server whose clock nobody can move.
constexpr AckTimes kShort{.silence = 8s, .renewEvery = 1s};

/// Two rules for each instance; their alerts share name and instance, and the second has one label more.
std::string rules()
{
    std::string text = "groups:\n- name: shop\n  interval: 2s\n  rules:\n";
    for (int i = 0; i < kInstances; ++i) {
        const std::string begin
            = "  - {alert: DiskFull, expr: vector(1), labels: {severity: critical, service: checkout, instance: db"
            + std::to_string(i);
        text += begin + "}}\n" + begin + ", mountpoint: /var}}\n";
    }
    return text;
}

std::string configFor(const std::string &alertmanager, const std::string &prometheus)
{
    return "shop: Chain\nperson: ada\n"
           "sources:\n"
           "  - {name: am, type: alertmanager, url: '"
        + alertmanager
        + "', interval: 1s, timeout: 900ms}\n"
          "  - {name: prom, type: prometheus, url: '"
        + prometheus
        + "', interval: 1s, timeout: 900ms}\n"
          "services:\n"
          "  - {name: Checkout, alerts: 'service=\"checkout\"'}\n";
}

} // namespace

/// The whole chain as shops run it: rules fire in a real Prometheus, which tells a real Alertmanager, and the desk reads both.
class TestDeskChain final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void eachAlertOfBothIsOneRow();
    void anAckFromTheKeyboardIsRenewed();
    void itIsRenewedAfterARestartOfTheDesk();
    void unackEndsIt();

private:
    Json get(const std::string &url);
    Json silenced() { return get(m_alertmanager->url() + "/api/v2/alerts?active=false&inhibited=false"); }
    Instant endOf(const std::string &silence);
    void startDesk();
    void seesARenewal();

    SystemClock m_clock;
    Theme m_theme;
    TemporaryFolder m_data;
    TemporaryFolder m_folder;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<RealAlertmanager> m_alertmanager;
    std::unique_ptr<ServerProcess> m_prometheus;
    std::string m_prometheusUrl;
    std::unique_ptr<DeskAtWork> m_desk;
    std::string m_silence;
    const Labels m_wanted{{"alertname", "DiskFull"}, {"instance", "db7"}, {"severity", "critical"}, {"service", "checkout"},
        {"prometheus", "shop-1"}};
};

void TestDeskChain::initTestCase()
{
    m_theme.apply(ThemeKind::Dark);
    m_transport = std::make_unique<Transport>(m_clock);
    m_alertmanager = std::make_unique<RealAlertmanager>();
    m_folder.write("rules.yml", rules());
    m_folder.write("prometheus.yml",
        "global: {evaluation_interval: 2s, external_labels: {prometheus: shop-1}}\nrule_files: [rules.yml]\n"
        "alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:"
            + std::to_string(m_alertmanager->port()) + "']}]}]}\n");
    const int port = freePort();
    const std::string at = "127.0.0.1:" + std::to_string(port);
    m_prometheusUrl = "http://" + at;
    m_prometheus = std::make_unique<ServerProcess>(
        std::vector<std::string>{debianServer("prometheus"), "--config.file=prometheus.yml", "--storage.tsdb.path=tsdb",
            "--rules.alert.resend-delay=2s", "--web.listen-address=" + at},
        m_folder.path());
    QVERIFY2(m_prometheus->waitUntilReady(port, "/-/ready"), m_prometheus->output().c_str());
    startDesk();
}

void TestDeskChain::startDesk()
{
    m_desk = std::make_unique<DeskAtWork>(configFor(m_alertmanager->url(), m_prometheusUrl), m_data.path(), kShort);
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

Json TestDeskChain::get(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    return Json::parse(answer.value().body);
}

Instant TestDeskChain::endOf(const std::string &silence)
{
    const Json told = get(m_alertmanager->url() + "/api/v2/silence/" + silence);
    return parseRfc3339(told["endsAt"].get<std::string>()).value();
}

void TestDeskChain::eachAlertOfBothIsOneRow()
{
    const AlertTableModel table(m_desk->feed);
    const auto told = [this](const char *source) {
        const auto &alerts = m_desk->feed.board().alerts;
        return static_cast<std::size_t>(
            std::count_if(alerts.begin(), alerts.end(), [&](const auto &one) { return one.first.source == SourceId(source); }));
    };
    QTRY_COMPARE_WITH_TIMEOUT(told("prom"), kAlerts, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(told("am"), kAlerts, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sourceState("am"), State::Ok, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sourceState("prom"), State::Ok, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(table.total(), static_cast<int>(kAlerts), kPatienceMs); // those of Prometheus are joined to them
    std::set<Labels> seen;
    for (const auto &[key, alert] : m_desk->feed.board().alerts) {
        if (key.source != SourceId("am"))
            continue;
        QCOMPARE(alert->service, ServiceId("Checkout"));
        QVERIFY(seen.insert(alert->labels).second);
    }
    QCOMPARE(seen.size(), kAlerts);
    QCOMPARE(m_desk->feed.board().services.at(ServiceId("Checkout")).state, State::Down);
}

/// Its end moves, and it is the same silence of the same one alert.
void TestDeskChain::seesARenewal()
{
    const Instant end = endOf(m_silence);
    QTRY_VERIFY_WITH_TIMEOUT(endOf(m_silence) > end, kPatienceMs);
    const Json quiet = silenced();
    QCOMPARE(quiet.size(), std::size_t(1));
    QVERIFY(quiet[0]["status"]["silencedBy"] == Json::array({m_silence}));
    QVERIFY(m_desk->isAcknowledged(m_wanted));
}

void TestDeskChain::anAckFromTheKeyboardIsRenewed()
{
    m_desk->select("instance=db7 mountpoint=\"\"");
    m_desk->press(Qt::Key_A);
    m_desk->type("restoring from the replica");
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isAcknowledged(m_wanted), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(silenced().size(), std::size_t(1), kPatienceMs);
    m_silence = silenced()[0]["status"]["silencedBy"][0].get<std::string>();
    QVERIFY(!silenced()[0]["labels"].contains("mountpoint"));
    seesARenewal();
    seesARenewal();
}

void TestDeskChain::itIsRenewedAfterARestartOfTheDesk()
{
    m_desk.reset();
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isAcknowledged(m_wanted), kPatienceMs);
    seesARenewal();
}

void TestDeskChain::unackEndsIt()
{
    m_desk->select("instance=db7 mountpoint=\"\"");
    m_desk->press(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(silenced().size(), std::size_t(0), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isAcknowledged(m_wanted), kPatienceMs);
    QCOMPARE(m_desk->feed.board().services.at(ServiceId("Checkout")).state, State::Down);
}

QTEST_MAIN(TestDeskChain)
#include "tst_desk_chain.moc"
