// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tocsin {

/// When each target is looked at. Pure: time is a parameter. Owned by the watch, on its thread.
///
/// Targets of one interval share it evenly: the n-th of m is due at (n / m) of the interval and then every interval, on a
/// grid that never drifts. The first look is earlier: with up to 200 targets begun a second a small shop shows itself within a
/// second of the start, and where they are more all are begun within nine tenths of their interval, so that within the whole
/// of it the answers are there too. The second look is the first grid point at least half an interval later. No target is begun
/// while its last run lasts; it then takes its next grid point. When nobody asked for long (the machine slept), it begins anew as
/// at the start, so that no burst follows.
class Schedule
{
public:
    using Target = std::uint32_t;

    Schedule(std::vector<Duration> intervals, Monotonic start);

    /// The targets that are due, the longest due first; each counts as running until `finished`.
    std::vector<Target> takeDue(Monotonic now);
    void finished(Target target, Monotonic now);

    /// All targets, as at the start; those that run now are being looked at already.
    void refreshAll(Monotonic now);
    /// This one next, or again as soon as its present run ends.
    void refresh(Target target, Monotonic now);

    /// When the next target is due; nothing when all are running or there are none.
    std::optional<Monotonic> nextDue();

private:
    struct Slot {
        Duration interval{};
        Duration phase{};
        Monotonic begun{}; ///< the last run
        Monotonic due{};
        std::uint32_t generation = 0; ///< queue entries of an older one are void
        bool running = false;
        bool again = false; ///< refresh was asked for while it ran
    };
    struct Entry {
        Monotonic due{};
        Target target = 0;
        std::uint32_t generation = 0;
        friend bool operator>(const Entry &a, const Entry &b) { return a.due != b.due ? a.due > b.due : a.target > b.target; }
    };

    void push(Target target, Monotonic due);
    void dropVoid();
    void spreadOverdue(Monotonic now);
    static Duration firstLook(const Slot &slot, std::int64_t rank);
    Monotonic gridPointAfter(const Slot &slot, Monotonic moment) const;

    std::vector<Slot> m_slots;
    std::vector<Entry> m_queue; ///< a heap, the earliest on top
    Monotonic m_origin;
    Monotonic m_lastAsked;
};

} // namespace tocsin
