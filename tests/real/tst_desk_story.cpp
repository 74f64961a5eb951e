// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/real/desk_at_work.h"
#include "tests/support/await.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"
#include "widgets/style/theme.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

constexpr int kInstances = 500;
constexpr int kPatienceMs = 20'000;

/// Two siblings per instance that share name and instance; the second has one label more.
std::vector<Labels> alertsOf(int instance)
{
    const Labels base{{"alertname", "DiskFull"}, {"instance", "db" + std::to_string(instance)}, {"severity", "critical"},
        {"service", "checkout"}};
    Labels more = base;
    more.set("mountpoint", "/var");
    return {base, more};
}

std::string configFor(const std::string &url)
{
    return "shop: Story\nperson: ada\n"
           "sources:\n"
           "  - {name: am, type: alertmanager, url: '"
        + url
        + "', interval: 1s, timeout: 900ms}\n"
          "services:\n"
          "  - {name: Checkout, alerts: 'service=\"checkout\"'}\n";
}

} // namespace

/// What a person does at the desk with a real Alertmanager behind it, key by key.
class TestDeskStory final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void theTableIsRight();
    void anAckFromTheKeyboardSilencesThatAlertOnly();
    void aStoppedServerIsUnknownWithItsReason();
    void theServerComesBackAndTheAckStands();
    void theAckSurvivesARestartOfTheDesk();
    void unackEndsTheSilence();
    void aSilenceFromTheKeyboardQuietsWhatItMatches();
    void undoEndsThatSilence();

private:
    void push();
    Json get(const std::string &path);
    std::size_t silencedCount() { return get("/api/v2/alerts?active=false&inhibited=false").size(); }

    SystemClock m_clock;
    Theme m_theme;
    TemporaryFolder m_data;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<DeskAtWork> m_desk;
    const Labels m_wanted = alertsOf(7).front();
};

void TestDeskStory::initTestCase()
{
    m_theme.apply(ThemeKind::Dark);
    m_transport = std::make_unique<Transport>(m_clock);
    m_server = std::make_unique<RealAlertmanager>();
    push();
    m_desk = std::make_unique<DeskAtWork>(configFor(m_server->url()), m_data.path());
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestDeskStory::push()
{
    Json list = Json::array();
    for (int instance = 0; instance < kInstances; ++instance) {
        for (const Labels &labels : alertsOf(instance)) {
            Json alert{{"startsAt", formatRfc3339(m_clock.now() - 1min)}, {"endsAt", formatRfc3339(m_clock.now() + 1h)}};
            for (const auto &[name, value] : labels)
                alert["labels"][name] = value;
            list.push_back(std::move(alert));
        }
    }
    HttpRequest request;
    request.method = "POST";
    request.url = m_server->url() + "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = list.dump();
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    QVERIFY(answer && answer->status == 200);
}

Json TestDeskStory::get(const std::string &path)
{
    HttpRequest request;
    request.url = m_server->url() + path;
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    return Json::parse(answer.value().body);
}

void TestDeskStory::theTableIsRight()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->feed.board().alerts.size(), std::size_t(2 * kInstances), kPatienceMs);
    for (int instance = 0; instance < kInstances; ++instance) {
        for (const Labels &labels : alertsOf(instance)) {
            const AlertPtr alert = m_desk->find(labels);
            QVERIFY(alert);
            QCOMPARE(alert->service, ServiceId("Checkout"));
            QVERIFY(!alert->acknowledgement);
        }
    }
    const ServiceStatus &checkout = m_desk->feed.board().services.at(ServiceId("Checkout"));
    QCOMPARE(checkout.state, State::Down);
    QVERIFY(!checkout.owned);
}

void TestDeskStory::anAckFromTheKeyboardSilencesThatAlertOnly()
{
    m_desk->select("instance=db7 mountpoint=\"\"");
    m_desk->press(Qt::Key_A);
    m_desk->type("restoring from the replica");
    m_desk->press(Qt::Key_Return);

    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isAcknowledged(m_wanted), kPatienceMs);
    const auto isConfirmed = [this] {
        const auto &actions = m_desk->feed.board().actions;
        return actions.size() == 1 && actions.begin()->second.progress == ActionStatus::Progress::Confirmed
            && actions.begin()->second.recorded;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isConfirmed(), kPatienceMs);

    QCOMPARE(silencedCount(), std::size_t(1));
    const Json silenced = get("/api/v2/alerts?active=false&inhibited=false").front();
    QCOMPARE(silenced["labels"].size(), m_wanted.size());
    QCOMPARE(m_desk->find(m_wanted)->acknowledgement->person, std::string("ada"));
    QVERIFY(!m_desk->isAcknowledged(alertsOf(7).back()));
}

void TestDeskStory::aStoppedServerIsUnknownWithItsReason()
{
    m_server->stop(); // as a restart does: a killed one forgets what it has not written yet
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sourceState(), State::Unknown, 3'000);
    QVERIFY(!m_desk->feed.board().sources.at(SourceId("am")).reason.isEmpty());
    QVERIFY(m_desk->find(m_wanted)); // what is known stays, and is marked
    QVERIFY(m_desk->find(m_wanted)->handling.stale);
    QVERIFY(m_desk->feed.board().overall() != State::Ok);
}

void TestDeskStory::theServerComesBackAndTheAckStands()
{
    m_server->start();
    push(); // Alertmanager keeps silences on disk, alerts are sent again by whoever raised them
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sourceState(), State::Ok, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(m_wanted) && !m_desk->find(m_wanted)->handling.stale, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isAcknowledged(m_wanted), kPatienceMs);
    QCOMPARE(silencedCount(), std::size_t(1));
}

void TestDeskStory::theAckSurvivesARestartOfTheDesk()
{
    m_desk.reset();
    QCOMPARE(silencedCount(), std::size_t(1));
    m_desk = std::make_unique<DeskAtWork>(configFor(m_server->url()), m_data.path());
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isAcknowledged(m_wanted), kPatienceMs);
    QCOMPARE(m_desk->find(m_wanted)->acknowledgement->comment, std::string("restoring from the replica"));
}

void TestDeskStory::unackEndsTheSilence()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->feed.board().alerts.size(), std::size_t(2 * kInstances), kPatienceMs);
    m_desk->select("instance=db7 mountpoint=\"\"");
    m_desk->press(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(silencedCount(), std::size_t(0), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(m_wanted) && !m_desk->isAcknowledged(m_wanted), kPatienceMs);
}

void TestDeskStory::aSilenceFromTheKeyboardQuietsWhatItMatches()
{
    m_desk->select("instance=db9 mountpoint=\"\"");
    m_desk->press(Qt::Key_S);
    m_desk->type("moving the disks"); // what the alert has in common with its sibling matches both
    m_desk->press(Qt::Key_Return);
    const auto newest = [this] {
        const auto &actions = m_desk->feed.board().actions;
        return actions.empty() ? ActionStatus() : actions.rbegin()->second;
    };
    QTRY_VERIFY_WITH_TIMEOUT(newest().kind == ActionStatus::Kind::Silence, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(newest().progress != ActionStatus::Progress::Pending, kPatienceMs);
    QVERIFY2(newest().progress == ActionStatus::Progress::Confirmed, english(newest().reason).c_str());
    QVERIFY(newest().recorded);
    QCOMPARE(silencedCount(), std::size_t(2));
    for (const Labels &labels : alertsOf(9)) {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(labels)->handling.silenced, kPatienceMs);
        QVERIFY(!m_desk->find(labels)->acknowledgement); // quiet, but nobody has it
    }
    const Json silences = get("/api/v2/silences");
    const auto own = std::find_if(
        silences.begin(), silences.end(), [](const Json &silence) { return silence["status"]["state"] == "active"; });
    QVERIFY(own != silences.end());
    QCOMPARE((*own)["comment"].get<std::string>(), std::string("moving the disks"));
    QCOMPARE((*own)["createdBy"].get<std::string>(), std::string("ada"));
    QCOMPARE(m_desk->feed.board().services.at(ServiceId("Checkout")).state, State::Down);
}

void TestDeskStory::undoEndsThatSilence()
{
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(silencedCount(), std::size_t(0), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->find(alertsOf(9).front())->handling.silenced, kPatienceMs);
}

QTEST_MAIN(TestDeskStory)
#include "tst_desk_story.moc"
