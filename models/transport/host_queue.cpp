// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/host_queue.h"

#include <algorithm>

namespace tocsin {

HostQueue::HostQueue(int perHost, int atOnce, std::size_t maxQueued)
    : m_perHost(std::max(1, perHost))
    , m_atOnce(std::max(1, atOnce))
    , m_maxQueued(maxQueued)
{
}

bool HostQueue::add(Exchange *exchange, const std::string &host, Time deadline)
{
    if (m_deadlines.size() >= m_maxQueued)
        return false;
    Host &entry = m_hosts[host];
    entry.waiting.push_back({exchange, m_deadlines.emplace(deadline, host)});
    makeReady(host, entry);
    return true;
}

Exchange *HostQueue::next()
{
    while (m_running < m_atOnce && !m_ready.empty()) {
        const std::string name = std::move(m_ready.front());
        m_ready.pop_front();
        const auto found = m_hosts.find(name);
        if (found == m_hosts.end())
            continue;
        Host &host = found->second;
        host.isReady = false;
        if (host.waiting.empty() || host.running >= m_perHost)
            continue;
        const Waiting chosen = host.waiting.front();
        host.waiting.pop_front();
        m_deadlines.erase(chosen.deadline);
        ++host.running;
        ++m_running;
        makeReady(name, host);
        return chosen.exchange;
    }
    return nullptr;
}

void HostQueue::release(const std::string &host)
{
    Host &entry = m_hosts[host];
    --entry.running;
    --m_running;
    makeReady(host, entry);
    forgetIfIdle(host);
}

HostQueue::Time HostQueue::nextDeadline() const
{
    return m_deadlines.empty() ? Time::max() : m_deadlines.begin()->first;
}

std::vector<Exchange *> HostQueue::takeExpired(Time now)
{
    std::vector<Exchange *> expired;
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const auto deadline = m_deadlines.begin();
        const std::string name = deadline->second;
        std::deque<Waiting> &waiting = m_hosts[name].waiting;
        const auto found
            = std::find_if(waiting.begin(), waiting.end(), [deadline](const Waiting &each) { return each.deadline == deadline; });
        expired.push_back(found->exchange);
        waiting.erase(found);
        m_deadlines.erase(deadline);
        forgetIfIdle(name);
    }
    return expired;
}

std::vector<Exchange *> HostQueue::takeAll()
{
    return takeExpired(Time::max());
}

void HostQueue::makeReady(const std::string &name, Host &host)
{
    if (host.isReady || host.waiting.empty() || host.running >= m_perHost)
        return;
    host.isReady = true;
    m_ready.push_back(name);
}

void HostQueue::forgetIfIdle(const std::string &name)
{
    const auto found = m_hosts.find(name);
    if (found != m_hosts.end() && found->second.running == 0 && found->second.waiting.empty() && !found->second.isReady)
        m_hosts.erase(found);
}

} // namespace tocsin
