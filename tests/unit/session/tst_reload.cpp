// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/simulated_config.h"
#include "models/drills/simulated_shop.h"
#include "tests/support/await.h"
#include "tests/support/running_station.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 20'000;

} // namespace

/// The configuration changes on disk while the station runs.
class TestReload final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void startsWithTheFirst();
    void aChangedOneIsTakenAndKeepsWhatIsKnown();
    void aBadOneIsRefusedAndTold();
    void aGoodOneIsTakenAgain();
    void whatWasAcknowledgedBeforeCanBeTakenBack();
    void aSecretThatOthersMayReadIsTold();

private:
    void write(const std::string &shop, const std::string &more = {});
    void fire();
    bool isAcknowledged() const { return m_station->isAcknowledged("DiskFull"); }

    SystemClock m_clock;
    TemporaryFolder m_folder;
    std::string m_file;
    std::unique_ptr<SimulatedShop> m_shop;
    std::unique_ptr<RunningStation> m_station;
    Instant m_downSince{};
};

void TestReload::initTestCase()
{
    auto shop = SimulatedShop::start(m_clock);
    QVERIFY(shop.has_value());
    m_shop = std::move(*shop);
    fire();
    write("One");
    m_station = std::make_unique<RunningStation>(m_file, m_folder.path() + "/data");
}

void TestReload::cleanupTestCase()
{
    m_station.reset();
    m_shop.reset();
}

void TestReload::write(const std::string &shop, const std::string &more)
{
    m_file = m_folder.write("shop.yaml",
        "shop: " + shop
            + "\nperson: ada\n"
              "defaults: {interval: 200ms, timeout: 180ms, failure_threshold: 2}\n"
              "sources:\n  - {name: am, type: alertmanager, url: '"
            + shopUrl(m_shop->port()) + alertmanagerPrefix
            + "', timeout: 5s}\n"
              "services:\n"
              "  - name: Checkout\n    alerts: 'service=\"checkout\"'\n"
              "    checks: [{name: door, type: tcp, address: '127.0.0.1:1'}]\n"
            + more);
}

void TestReload::fire()
{
    const nlohmann::json list = nlohmann::json::array(
        {{{"labels", {{"alertname", "DiskFull"}, {"service", "checkout"}, {"instance", "db1"}, {"severity", "critical"}}},
            {"endsAt", formatRfc3339(m_clock.now() + 1h)}}});
    HttpRequest request;
    request.method = "POST";
    request.url = shopUrl(m_shop->port()) + alertmanagerPrefix + "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = list.dump();
    Transport transport(m_clock);
    const Result<HttpResponse> answer = await(transport, transport.send(request));
    QVERIFY(answer && answer->status == 200);
}

void TestReload::startsWithTheFirst()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_station->alert("DiskFull"), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_station->check("Checkout/door").state, State::Down, kPatienceMs);
    QCOMPARE(m_station->board.shop, std::string("One"));
    m_downSince = m_station->check("Checkout/door").since;
    m_station->session->acknowledge({{m_station->alert("DiskFull")->key}, {}}, "looking", Duration(0));
    m_station->session->acknowledge({{}, {CheckId("Checkout/door")}}, "mine", Duration(0));
    QTRY_VERIFY_WITH_TIMEOUT(isAcknowledged(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_station->check("Checkout/door").acknowledgement.has_value(), kPatienceMs);
}

void TestReload::aChangedOneIsTakenAndKeepsWhatIsKnown()
{
    write("Two", "  - {name: Basket, checks: [{type: tcp, address: '127.0.0.1:1'}]}\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_station->board.shop, std::string("Two"), kPatienceMs);
    QVERIFY(!m_station->reports.empty());
    QVERIFY(!m_station->reports.back().keptOld && m_station->reports.back().errors.empty());
    QCOMPARE(m_station->check("Checkout/door").state, State::Down); // at once: nobody has to wait until it is down again
    QVERIFY(m_station->check("Checkout/door").since == m_downSince);
    QVERIFY(m_station->check("Checkout/door").acknowledgement.has_value());
    QVERIFY(isAcknowledged());
    QTRY_COMPARE_WITH_TIMEOUT(m_station->stateOf("Basket"), State::Down, kPatienceMs);
    QVERIFY(isAcknowledged());
}

void TestReload::aBadOneIsRefusedAndTold()
{
    const std::size_t before = m_station->reports.size();
    write("Three", "  - {name: Basket, checks: [{type: tpc, address: '127.0.0.1:1'}]}\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_station->reports.size() > before, kPatienceMs);
    const ConfigurationReport &report = m_station->reports.back();
    QVERIFY(report.keptOld);
    QCOMPARE(report.errors.size(), std::size_t(1));
    QVERIFY2(report.errors[0].find("shop.yaml:10:") != std::string::npos, report.errors[0].c_str());
    QVERIFY2(report.errors[0].find("did you mean tcp?") != std::string::npos, report.errors[0].c_str());
    QCOMPARE(m_station->board.shop, std::string("Two"));
    const auto lastGood = m_station->board.sources.at(SourceId("am")).lastGood;
    QTRY_VERIFY_WITH_TIMEOUT(m_station->board.sources.at(SourceId("am")).lastGood > lastGood, kPatienceMs); // it goes on
    QVERIFY(isAcknowledged());
}

void TestReload::aGoodOneIsTakenAgain()
{
    const std::size_t before = m_station->reports.size();
    write("One");
    QTRY_COMPARE_WITH_TIMEOUT(m_station->board.shop, std::string("One"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_station->reports.size() > before, kPatienceMs);
    QVERIFY(!m_station->reports.back().keptOld && m_station->reports.back().errors.empty());
    QCOMPARE(m_station->board.services.count(ServiceId("Basket")), std::size_t(0));
    QVERIFY(m_station->check("Checkout/door").since == m_downSince);
    QVERIFY(isAcknowledged() && m_station->check("Checkout/door").acknowledgement);
}

void TestReload::whatWasAcknowledgedBeforeCanBeTakenBack()
{
    const ActionId action = m_station->session->unacknowledge({{m_station->alert("DiskFull")->key}, {CheckId("Checkout/door")}});
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(action), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!isAcknowledged() && !m_station->check("Checkout/door").acknowledgement, kPatienceMs);
}

void TestReload::aSecretThatOthersMayReadIsTold()
{
    const std::string token = m_folder.write("token", "geheim");
    std::filesystem::permissions(token, std::filesystem::perms::owner_all | std::filesystem::perms::others_read);
    QVERIFY(m_station->notice.remarks.empty());
    write(
        "Two", "  - {name: Basket, checks: [{type: http, url: 'http://127.0.0.1:1/', bearer_token: {file: '" + token + "'}}]}\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_station->notice.remarks.size(), std::size_t(1), kPatienceMs);
    QVERIFY(english(m_station->notice.remarks[0]).find(token) != std::string::npos);
    QVERIFY(m_station->notice.reason.isEmpty());
    write("One");
    QTRY_VERIFY_WITH_TIMEOUT(m_station->notice.remarks.empty(), kPatienceMs);
}

QTEST_GUILESS_MAIN(TestReload)
#include "tst_reload.moc"
