// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/tile_history.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr Duration kReach = std::chrono::hours(1);

} // namespace

TileHistory::TileHistory(BoardFeed &feed, Commands &commands, const Clock &clock)
    : m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
{
}

void TileHistory::take(const Changes &changes)
{
    if (changes.reset)
        m_asked.clear();
    const Instant now = m_clock.now();
    for (const ServiceStatus &service : changes.services) {
        const bool hasHeadline = std::any_of(
            service.metrics.begin(), service.metrics.end(), [](const MetricStatus &metric) { return metric.headline; });
        if (hasHeadline || service.checks.empty())
            continue;
        const Question question{service.id, now - kReach};
        if (m_asked.emplace(service.checks.front(), question).second)
            m_commands.loadHistory(service.checks.front(), question.from, now);
    }
}

bool TileHistory::take(const History &history)
{
    const auto it = m_asked.find(history.check);
    if (it == m_asked.end() || it->second.from != history.from)
        return false;
    m_feed.recall(it->second.service, history.samples);
    return true;
}

} // namespace tocsin
