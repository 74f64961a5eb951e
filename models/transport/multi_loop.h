// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <vector>

namespace tocsin {

/// libcurl's multi handle over epoll: nothing in a step grows with the number of kept connections. Watch thread, `wake`
/// alone from any; owned by the engine.
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
    bool add(CURL *easy);
    void giveBack(CURL *easy); ///< ends its request when it has one

    /// Waits for the first event, `wake` or `until`, and serves what there is then.
    void step(Time until);
    std::vector<Finished> takeFinished();
    bool takeWoken();

    void wake() noexcept;

private:
    static int socketChanged(CURL *easy, curl_socket_t socket, int what, void *self, void *known);
    static int timerChanged(CURLM *multi, long milliseconds, void *self);
    int waitMilliseconds(Time until) const;

    CURLM *m_multi = nullptr;
    int m_epoll = -1;
    int m_wake = -1;
    bool m_woken = false;
    Time m_timer = Time::max(); // when libcurl wants to be called without an event
    std::vector<CURL *> m_idle;
};

} // namespace tocsin
