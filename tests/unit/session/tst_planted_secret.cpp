// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/board_json.h"
#include "models/session/check_pass.h"
#include "tests/support/raw_server.h"
#include "tests/support/running_station.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr int kPatienceMs = 30'000;
const std::string kSecret = "hunter2-0f9d8c7b6a";

/// Refuses everybody, and repeats what it was sent: some proxies and gateways do.
void echo(RawConnection &connection)
{
    while (true) {
        const std::string request = connection.readRequest();
        if (request.empty())
            return;
        const std::string body = R"({"status":"error","error":"authentication failed for Bearer )" + kSecret + R"("})";
        connection.send("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json; token=" + kSecret
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
}

std::string everyByteIn(const std::string &folder)
{
    std::string bytes;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
}

bool tells(const std::string &text)
{
    return text.find(kSecret) != std::string::npos;
}

/// All that a window or the log of `watch` could show.
std::string everyWordOf(const Board &board)
{
    std::string words;
    const auto add = [&words](const Reason &reason) { words += english(reason) + '\n'; };
    const auto addEvidence = [&words](const Evidence &evidence) {
        words += evidence.request + '\n' + evidence.contentType + '\n' + evidence.firstBytes + '\n';
    };
    for (const auto &[id, service] : board.services) {
        add(service.reason);
        for (const MetricStatus &metric : service.metrics)
            add(metric.reason);
    }
    for (const auto &[id, check] : board.checks) {
        add(check.reason);
        if (check.last) {
            add(check.last->reason);
            addEvidence(check.last->evidence);
        }
    }
    for (const auto &[id, source] : board.sources) {
        add(source.reason);
        addEvidence(source.evidence);
    }
    return words;
}

} // namespace

/// A secret is planted in a server that repeats it, and then searched for everywhere.
class TestPlantedSecret final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TOCSIN_TEST_TOKEN", QByteArray::fromStdString(kSecret));
        m_file = m_folder.write("shop.yaml",
            "shop: One\ndefaults: {interval: 200ms, timeout: 5s, failure_threshold: 1}\n"
            "sources:\n"
            "  - {name: am, type: alertmanager, url: '"
                + m_server.url("/")
                + "', bearer_token: {env: TOCSIN_TEST_TOKEN}}\n"
                  "  - {name: prom, type: prometheus, url: '"
                + m_server.url("/")
                + "', bearer_token: {env: TOCSIN_TEST_TOKEN}}\n"
                  "services:\n  - name: Checkout\n    alerts: 'service=\"checkout\"'\n"
                  "    checks: [{name: page, type: http, url: '"
                + m_server.url("/health")
                + "', bearer_token: {env: TOCSIN_TEST_TOKEN}}]\n"
                  "    metrics: [{name: orders, source: prom, query: up}]\n");
    }

    void theServerWasToldAndRepeatedIt()
    {
        const LoadedConfig loaded = loadConfig(m_file, vocabulary(), processEnvironment());
        QVERIFY2(loaded.config.has_value(), loaded.problems.empty() ? "" : loaded.problems.front().text().c_str());
        const SystemClock clock;
        const Board board = checkOnce(*loaded.config, {}, clock);
        QVERIFY(!m_server.requests().empty());
        QVERIFY(tells(m_server.requests().front()));
        const std::string json = boardJson(board, clock.now());
        QVERIFY2(json.find("authentication failed for Bearer [secret]") != std::string::npos, json.c_str());
        QVERIFY2(!tells(json), json.c_str());
        QVERIFY2(!tells(everyWordOf(board)), everyWordOf(board).c_str());
    }

    void noScreenAndNoFileHasIt()
    {
        const std::string data = m_folder.path() + "/data";
        {
            RunningStation station(m_file, data);
            const auto isRefused = [&](const char *source) {
                const auto it = station.board.sources.find(SourceId(source));
                return it != station.board.sources.end() && english(it->second.reason).find("[secret]") != std::string::npos;
            };
            QTRY_VERIFY_WITH_TIMEOUT(isRefused("am") && isRefused("prom"), kPatienceMs);
            QTRY_VERIFY_WITH_TIMEOUT(station.check("Checkout/page").last != nullptr, kPatienceMs);
            QTRY_VERIFY_WITH_TIMEOUT(
                station.check("Checkout/page").last->evidence.firstBytes.find("[secret]") != std::string::npos, kPatienceMs);
            QVERIFY2(!tells(everyWordOf(station.board)), everyWordOf(station.board).c_str());
        }
        const std::string bytes = everyByteIn(data);
        QVERIFY(bytes.find("state.changed") != std::string::npos);
        QVERIFY(bytes.find("Bearer [secret]") != std::string::npos);
        QVERIFY(!tells(bytes));
    }

private:
    RawServer m_server{echo};
    TemporaryFolder m_folder;
    std::string m_file;
};

QTEST_GUILESS_MAIN(TestPlantedSecret)
#include "tst_planted_secret.moc"
