// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/waking_time.h"

#include <algorithm>

namespace tocsin {

namespace {

// Nothing waits for more than some ten years.
constexpr int kMostNights = 4'000;
constexpr Duration kShortestRepeat = std::chrono::minutes(1);

using std::chrono::days;

bool isQuietFor(const EscalationPolicy &policy, IncidentSeverity severity)
{
    if (!policy.quiet || isUrgent(severity) || policy.quiet->from == policy.quiet->until)
        return false;
    const std::vector<IncidentSeverity> &severities = policy.quiet->severities;
    return std::find(severities.begin(), severities.end(), severity) != severities.end();
}

} // namespace

WakingTime::WakingTime(const EscalationPolicy &policy, IncidentSeverity severity)
    : m_quiet(isQuietFor(policy, severity) ? policy.quiet : std::nullopt)
    , m_zone(m_quiet ? Zone::orUtc(m_quiet->zone) : Zone::utc())
{
}

WakingTime::Quiet WakingTime::quietAtOrAfter(Instant at) const
{
    const auto today = std::chrono::floor<days>(m_zone.local(at));
    for (int day = -1;; ++day) {
        const auto first = today + days(day);
        const auto last = m_quiet->until < m_quiet->from ? first + days(1) : first;
        const Quiet quiet{m_zone.instant(LocalTime(first) + m_quiet->from), m_zone.instant(LocalTime(last) + m_quiet->until)};
        // When the clocks leave out the whole quiet time of a day, there is none on it.
        if (at < quiet.until && quiet.from < quiet.until)
            return quiet;
    }
}

Instant WakingTime::after(Instant from, Duration wait) const
{
    if (!m_quiet)
        return from + wait;
    for (int night = 0; night < kMostNights; ++night) {
        const Quiet quiet = quietAtOrAfter(from);
        if (from < quiet.from && wait < quiet.from - from)
            return from + wait;
        wait -= std::max(Duration(0), quiet.from - from);
        from = quiet.until;
    }
    return from + wait;
}

Duration WakingTime::between(Instant from, Instant until) const
{
    if (!m_quiet)
        return until - from;
    Duration waking{};
    for (int night = 0; night < kMostNights && from < until; ++night) {
        const Quiet quiet = quietAtOrAfter(from);
        waking += std::max(Duration(0), std::min(quiet.from, until) - from);
        from = quiet.until;
    }
    return waking;
}

Series::Series(WakingTime time, Instant start, Duration every)
    : m_time(std::move(time))
    , m_start(start)
    , m_every(std::max(every, kShortestRepeat))
{
}

Instant Series::at(std::int64_t number) const
{
    return m_time.after(m_start, number * m_every);
}

std::int64_t Series::countAt(Instant now) const
{
    std::int64_t count = std::max<std::int64_t>(0, m_time.between(m_start, now) / m_every);
    while (count > 0 && at(count) > now) // what falls on the begin of the quiet hours comes at their end
        --count;
    return count;
}

} // namespace tocsin
