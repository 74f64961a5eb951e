// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace tocsin {

/// libcurl's multi interface over one epoll. Watch thread, `wake` alone from any; owned by the engine.
///
/// libcurl walks through all connections of a multi handle whenever a request ends. So that the work of a request does not
/// grow with what is kept, targets are spread over several multi handles, each of them for a limited number.
class MultiLoop
{
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Finished {
        CURL *easy;
        CURLcode code;
    };

    explicit MultiLoop(std::size_t keptConnections);
    MultiLoop(const MultiLoop &) = delete;
    MultiLoop &operator=(const MultiLoop &) = delete;
    ~MultiLoop();

    /// A handle with libcurl's default options, which keep its requests apart from whoever had it before. Null without memory.
    CURL *takeHandle();
    /// Starts the request of a handle among those of the `target`-th target that was ever asked: always the same number for
    /// the same target, or its connections are not found again.
    bool add(CURL *easy, std::size_t target);
    /// Ends its request when it has one.
    void giveBack(CURL *easy, std::size_t target);

    /// Waits for the first event, `wake` or `until`, and serves what there is then.
    void step(Time until);
    std::vector<Finished> takeFinished();
    bool takeWoken();

    void wake() const noexcept;

private:
    struct Group {
        MultiLoop *loop;
        std::uint64_t index;
        CURLM *multi;
        Time timer = Time::max(); // when libcurl wants to be called without an event
    };
    static int socketChanged(CURL *easy, curl_socket_t socket, int what, void *self, void *known);
    static int timerChanged(CURLM *multi, long milliseconds, void *self);
    Group &groupOf(std::size_t target);
    void openGroup();
    void serve(std::uint64_t key, unsigned events);
    int waitMilliseconds(Time until) const;

    const std::size_t m_keptConnections;
    std::vector<std::unique_ptr<Group>> m_groups;
    int m_epoll = -1;
    int m_wake = -1;
    bool m_woken = false;
    std::vector<CURL *> m_idle;
};

} // namespace tocsin
