// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin {

class Exchange;

/// Decides whose turn it is: so many at once per host, so many in all, hosts in turn, so that a host that hangs holds up
/// nobody but itself. Watch thread; owned by the engine; refers to exchanges that their coroutines own.
class HostQueue
{
public:
    using Time = std::chrono::steady_clock::time_point;

    HostQueue(int perHost, int atOnce, std::size_t maxQueued);

    bool add(Exchange *exchange, const std::string &host, Time deadline); ///< false: too many wait already
    Exchange *next();                                                     ///< takes the next that may start, or null
    void release(const std::string &host);                                ///< one that was started has ended
    Time nextDeadline() const;                                            ///< of those that wait; `Time::max()` when none
    std::vector<Exchange *> takeExpired(Time now);
    std::vector<Exchange *> takeAll();

private:
    struct Waiting {
        Exchange *exchange;
        std::multimap<Time, std::string>::iterator deadline;
    };
    struct Host {
        int running = 0;
        bool isReady = false; // stands in m_ready
        std::deque<Waiting> waiting;
    };
    void makeReady(const std::string &name, Host &host);
    void forgetIfIdle(const std::string &name);

    const int m_perHost;
    const int m_atOnce;
    const std::size_t m_maxQueued;
    int m_running = 0;
    std::unordered_map<std::string, Host> m_hosts;
    std::deque<std::string> m_ready; // hosts with somebody waiting and a place free, in turn
    std::multimap<Time, std::string> m_deadlines;
};

} // namespace tocsin
