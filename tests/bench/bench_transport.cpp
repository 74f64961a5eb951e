// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much CPU one HTTP request through Transport takes, beside bare libcurl in the same run (quality.md): kept connections,
// the server on the other core, medians of several rounds that take turns.

#include "models/transport/transport.h"
#include "tests/bench/bare_curl.h"
#include "tests/bench/loopback_load.h"
#include "tests/bench/measure.h"
#include "tests/support/manual_clock.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace tocsin;
using namespace tocsin::bench;

namespace {

constexpr int kRepeats = 3;
constexpr int kRounds = 3;

/// The same requests through the real thing, each with its own coroutine, evidence and all.
class ThroughTransport
{
public:
    ThroughTransport(const LoopbackLoad &load, int targets)
        : m_transport(m_clock)
    {
        for (int i = 0; i < targets; ++i)
            m_urls.push_back(load.url(i));
    }
    void run(int from, int count)
    {
        m_left = count;
        for (int i = 0; i < count; ++i)
            ask(m_urls[static_cast<std::size_t>(from) + static_cast<std::size_t>(i)]);
        while (m_left > 0)
            m_transport.runFor(std::chrono::seconds(1));
    }

private:
    QCoro::Task<> ask(std::string url)
    {
        HttpRequest request;
        request.url = std::move(url);
        const Result<HttpResponse> response = co_await m_transport.send(std::move(request));
        if (!response)
            fail(english(response.error().reason));
        --m_left;
    }

    const SystemClock m_clock;
    Transport m_transport;
    std::vector<std::string> m_urls;
    int m_left = 0;
};

/// CPU seconds per 1,000 requests: every target once, so many at a time.
template<typename Client> double round(Client &client, int targets, int batch)
{
    const double start = cpuSeconds();
    for (int from = 0; from < targets; from += batch)
        client.run(from, std::min(batch, targets - from));
    return (cpuSeconds() - start) * 1000 / targets;
}

template<typename Client> void measure(const LoopbackLoad &load, int targets, int batch, std::vector<double> &times)
{
    Client client(load, targets);
    round(client, targets, 100); // connects
    for (int i = 0; i < kRounds; ++i)
        times.push_back(round(client, targets, batch));
}

nlohmann::json compare(const LoopbackLoad &load, int targets, int batch)
{
    std::vector<double> bareTimes;
    std::vector<double> throughTimes;
    for (int i = 0; i < kRepeats; ++i) {
        // One after the other: together they would need more open files than many systems allow.
        measure<BareCurl>(load, targets, batch, bareTimes);
        measure<ThroughTransport>(load, targets, batch, throughTimes);
    }
    const double floor = median(bareTimes);
    const double ours = median(throughTimes);
    std::printf("%7d %7d %12.4f %12.4f %10.0f %8.2f\n", targets, batch, floor, ours, 1000 / ours, ours / floor);
    return {{"targets", targets}, {"batch", batch}, {"libcurl_cpu_s_per_1000", floor}, {"transport_cpu_s_per_1000", ours},
        {"ratio", ours / floor}};
}

} // namespace

int main(int argc, char **argv)
{
    const long files = raiseFileLimit();
    const LoopbackLoad load("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n"
                            "Cache-Control: no-store\r\nDate: Sat, 21 Nov 2026 04:37:23 GMT\r\n\r\n{\"status\":\"UP\"}");
    pinToCore(0);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    std::printf("CPU seconds per 1,000 requests over kept connections (the limit is a ratio of 1.5)\n");
    std::printf("%7s %7s %12s %12s %10s %8s\n", "targets", "batch", "libcurl", "transport", "per CPU s", "ratio");
    nlohmann::json rows = nlohmann::json::array();
    for (const int batch : {1, 10, 100})
        rows.push_back(compare(load, 1000, batch));
    constexpr int kMany = 10'000;
    if (files > kMany + 1000)
        rows.push_back(compare(load, kMany, 50));
    else
        std::printf("%7d targets left out: the system allows %ld open files only\n", kMany, files);
    writeJson(argc, argv, "transport", {{"rows", rows}});
    return 0;
}
