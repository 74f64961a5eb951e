// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"
#include "tests/support/await.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/running_station.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 40'000;

} // namespace

/// An Alertmanager writes its silences to disk only now and then: killed, it has lost the newest. What a person has in hand
/// stays in hand, and what a person ended stays ended.
class TestForgottenAck final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void anAckThatTheServerLostIsSentAgain();
    void anAckThatSomebodyEndedIsNot();

private:
    HttpResponse ask(const std::string &method, const std::string &path, const std::string &body = {});
    void fire();
    std::vector<AlertmanagerSilence> silences() { return parseSilences(ask("GET", "/api/v2/silences").body).value(); }
    std::size_t eventsOf(const std::string &kind, const std::string &word);
    SilenceId silenceShown() const
    {
        const AlertPtr alert = m_station->alert("DiskFull");
        return alert && alert->acknowledgement ? alert->acknowledgement->silence : SilenceId();
    }

    SystemClock m_clock;
    TemporaryFolder m_folder;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<RunningStation> m_station;
};

void TestForgottenAck::initTestCase()
{
    m_transport = std::make_unique<Transport>(m_clock);
    m_server = std::make_unique<RealAlertmanager>();
    fire();
    const std::string file = m_folder.write("shop.yaml",
        "shop: Forgetful\nperson: ada\n"
        "sources: [{name: am, type: alertmanager, url: '"
            + m_server->url()
            + "', interval: 500ms, timeout: 400ms}]\n"
              "services: [{name: Checkout, alerts: 'service=\"checkout\"'}]\n");
    m_station = std::make_unique<RunningStation>(file, m_folder.path() + "/data");
    QTRY_VERIFY_WITH_TIMEOUT(m_station->alert("DiskFull"), kPatienceMs);
    const ActionId action = m_station->session->acknowledge({{m_station->alert("DiskFull")->key}, {}}, "on it", Duration(0));
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(action), kPatienceMs);
}

void TestForgottenAck::cleanupTestCase()
{
    m_station.reset();
    m_transport.reset();
    m_server.reset();
}

HttpResponse TestForgottenAck::ask(const std::string &method, const std::string &path, const std::string &body)
{
    HttpRequest request;
    request.method = method;
    request.url = m_server->url() + path;
    request.headers.add("Content-Type", "application/json");
    request.body = body;
    return await(*m_transport, m_transport->send(request)).value();
}

void TestForgottenAck::fire()
{
    const nlohmann::json labels{{"alertname", "DiskFull"}, {"service", "checkout"}, {"severity", "critical"}};
    const nlohmann::json list = nlohmann::json::array({{{"labels", labels}, {"endsAt", formatRfc3339(m_clock.now() + 1h)}}});
    QCOMPARE(ask("POST", "/api/v2/alerts", list.dump()).status, 200);
}

/// How many events of this kind in the journal have this word in them.
std::size_t TestForgottenAck::eventsOf(const std::string &kind, const std::string &word)
{
    const auto journal = Journal::open(m_folder.path() + "/data", Journal::Access::ReadOnly);
    const auto page = (*journal)->events(EventFilter{{kind}, {}, {}, {}}, 0, 1000);
    return static_cast<std::size_t>(std::count_if(page->events.begin(), page->events.end(),
        [&](const Event &event) { return event.payload.find(word) != std::string::npos; }));
}

void TestForgottenAck::anAckThatTheServerLostIsSentAgain()
{
    const SilenceId lost = silenceShown();
    QVERIFY(!lost.isEmpty());
    m_server->kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_station->board.sources.at(SourceId("am")).state, State::Unknown, kPatienceMs);
    m_server->start();
    QVERIFY(silences().empty()); // or this proves nothing
    fire();
    QTRY_VERIFY_WITH_TIMEOUT(!silenceShown().isEmpty() && silenceShown() != lost, kPatienceMs);
    const std::vector<AlertmanagerSilence> listed = silences();
    QCOMPARE(listed.size(), std::size_t(1));
    QCOMPARE(listed[0].silence.id, silenceShown());
    QCOMPARE(listed[0].silence.author, std::string("ada"));
    QVERIFY(listed[0].silence.comment.find("on it") != std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(eventsOf("silence.created", lost.text()), std::size_t(1), kPatienceMs);
    QCOMPARE(eventsOf("ack.ended", {}), std::size_t(0));
}

void TestForgottenAck::anAckThatSomebodyEndedIsNot()
{
    const SilenceId ended = silenceShown();
    QCOMPARE(ask("DELETE", "/api/v2/silence/" + ended.text()).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(eventsOf("ack.ended", "elsewhere"), std::size_t(1), kPatienceMs);
    QVERIFY(silenceShown().isEmpty());
    const std::vector<AlertmanagerSilence> listed = silences();
    QCOMPARE(listed.size(), std::size_t(1));
    QVERIFY(!listed[0].silence.active);
}

QTEST_GUILESS_MAIN(TestForgottenAck)
#include "tst_forgotten_ack.moc"
