// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/escalation_policy.h"

#include <cstdint>
#include <optional>

namespace tocsin {

/// Counts time for one concern: it stands still during the quiet hours of its policy. A value.
class WakingTime
{
public:
    /// Nothing is ever quiet for SEV1 and SEV2, whatever the policy says.
    WakingTime(const EscalationPolicy &policy, IncidentSeverity severity);

    /// The moment at which so much waking time has passed; never within quiet hours.
    Instant after(Instant from, Duration wait) const;
    /// How much of it lies between two moments.
    Duration between(Instant from, Instant until) const;

private:
    struct Quiet {
        Instant from;
        Instant until;
    };
    /// The quiet hours that hold at this moment, or the next ones.
    Quiet quietAtOrAfter(Instant at) const;

    std::optional<QuietHours> m_quiet;
    Zone m_zone;
};

/// Moments that follow each other: the repeats of a page, the reminders of an acknowledgement. A value.
class Series
{
public:
    /// `every` is taken as a minute at least.
    Series(WakingTime time, Instant start, Duration every);

    /// The moment of the n-th, counted from 1.
    Instant at(std::int64_t number) const;
    /// How many there have been; 0: none yet.
    std::int64_t countAt(Instant now) const;
    Duration every() const { return m_every; }

private:
    WakingTime m_time;
    Instant m_start;
    Duration m_every;
};

} // namespace tocsin
