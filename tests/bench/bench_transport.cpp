// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much CPU one HTTP request through Transport takes, beside bare libcurl in the same run (quality.md): kept connections,
// the server on the other core, medians of several rounds that take turns.
//
//   bench_transport [JSON-FILE]

#include "models/transport/transport.h"
#include "tests/bench/loopback_load.h"
#include "tests/support/manual_clock.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <vector>

using namespace tocsin;
using namespace tocsin::bench;

namespace {

constexpr int kRepeats = 3;
constexpr int kRounds = 3;

[[noreturn]] void fail(const char *why)
{
    std::fprintf(stderr, "a request failed: %s\n", why);
    std::exit(1);
}

/// libcurl with nothing around it: one prepared handle per target, multi over epoll.
class BareCurl
{
public:
    BareCurl(const LoopbackLoad &load, int targets)
        : m_multi(curl_multi_init())
        , m_epoll(epoll_create1(0))
    {
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, socketChanged);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, timerChanged);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 20'000L);
        for (int i = 0; i < targets; ++i) {
            CURL *easy = curl_easy_init();
            curl_easy_setopt(easy, CURLOPT_URL, load.url(i).c_str());
            curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
            curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
            curl_easy_setopt(easy, CURLOPT_PROXY, "");
            curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 5000L);
            // libcurl goes through its whole cache of names at the end of each request: without it the floor is the lower one.
            curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
            m_easy.push_back(easy);
        }
    }
    ~BareCurl()
    {
        for (CURL *easy : m_easy)
            curl_easy_cleanup(easy);
        curl_multi_cleanup(m_multi);
    }

    void run(int from, int count)
    {
        for (int i = 0; i < count; ++i)
            curl_multi_add_handle(m_multi, m_easy[static_cast<std::size_t>(from + i)]);
        for (int left = count; left > 0;)
            left -= step();
    }

private:
    static std::size_t discard(char *, std::size_t size, std::size_t count, void *) { return size * count; }
    static int timerChanged(CURLM *, long milliseconds, void *self)
    {
        static_cast<BareCurl *>(self)->m_timeout = milliseconds;
        return 0;
    }
    static int socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *known)
    {
        auto &bare = *static_cast<BareCurl *>(self);
        epoll_event event{};
        event.events = ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0u) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0u);
        event.data.fd = socket;
        const int change = what == CURL_POLL_REMOVE ? EPOLL_CTL_DEL : known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
        epoll_ctl(bare.m_epoll, change, socket, &event);
        curl_multi_assign(bare.m_multi, socket, what == CURL_POLL_REMOVE ? nullptr : self);
        return 0;
    }
    int step()
    {
        int running = 0;
        if (m_timeout == 0) {
            m_timeout = -1;
            curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
        }
        std::array<epoll_event, 256> events;
        const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), m_timeout == 0 ? 0 : 1000);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<std::size_t>(i)];
            const int what
                = ((event.events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) | ((event.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0);
            curl_multi_socket_action(m_multi, event.data.fd, what, &running);
        }
        int done = 0;
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->data.result != CURLE_OK)
                fail(curl_easy_strerror(message->data.result));
            curl_multi_remove_handle(m_multi, message->easy_handle);
            ++done;
        }
        return done;
    }

    CURLM *m_multi;
    int m_epoll;
    long m_timeout = -1;
    std::vector<CURL *> m_easy;
};

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
            ask(m_urls[static_cast<std::size_t>(from + i)]);
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
            fail(english(response.error().reason).c_str());
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

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
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
    if (argc == 3 && std::string_view(argv[1]) == "--json")
        std::ofstream(argv[2]) << nlohmann::json{{"benchmark", "transport"}, {"rows", rows}}.dump(2) << '\n';
    return 0;
}
