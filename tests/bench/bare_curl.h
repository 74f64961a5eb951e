// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/loopback_load.h"

#include <curl/curl.h>

#include <vector>

namespace tocsin::bench {

/// libcurl with nothing around it, the floor of what a request costs: one prepared handle per target, multi over epoll. A
/// request that fails ends the program.
class BareCurl
{
public:
    BareCurl(const LoopbackLoad &load, int targets);
    BareCurl(const BareCurl &) = delete;
    BareCurl &operator=(const BareCurl &) = delete;
    ~BareCurl();

    /// Begins a request; `step` carries it on.
    void ask(int target);
    /// Waits at most so many milliseconds for something to happen; returns how many requests have ended.
    int step(int milliseconds);
    /// So many targets at once, until all have answered.
    void run(int from, int count);

private:
    static std::size_t discard(char *, std::size_t size, std::size_t count, void *) { return size * count; }
    static int timerChanged(CURLM *, long milliseconds, void *self);
    static int socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *known);

    CURLM *m_multi;
    int m_epoll;
    long m_timeout = -1;
    std::vector<CURL *> m_easy;
};

} // namespace tocsin::bench
