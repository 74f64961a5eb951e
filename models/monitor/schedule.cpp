// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/schedule.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace tocsin {

namespace {

constexpr Duration kQuickSpacing{5};      // 200 targets a second at the start
constexpr int kFirstTenths = 9;           // of the interval; the last is left to the answers
constexpr Duration kLeap{10'000};         // nobody asked for so long: the machine slept
constexpr Duration kShortestInterval{10}; // guards against an interval of nothing

} // namespace

Schedule::Schedule(std::vector<Duration> intervals, Monotonic start)
    : m_origin(start)
    , m_lastAsked(start)
{
    std::map<Duration, std::int64_t> sharers;
    m_slots.reserve(intervals.size());
    for (Duration &interval : intervals) {
        interval = std::max(interval, kShortestInterval);
        ++sharers[interval];
        m_slots.push_back(Slot{interval, {}, {}, {}, 0, false, false});
    }
    std::map<Duration, std::int64_t> ranks;
    for (Slot &slot : m_slots)
        slot.phase = Duration(slot.interval.count() * ranks[slot.interval]++ / sharers[slot.interval]);
    for (Target target = 0; target < m_slots.size(); ++target)
        push(target, start + firstLook(m_slots[target], target));
}

std::vector<Schedule::Target> Schedule::takeDue(Monotonic now)
{
    const bool hasLeapt = now - m_lastAsked > kLeap;
    m_lastAsked = now;
    if (hasLeapt)
        spreadOverdue(now);
    std::vector<Target> due;
    for (dropVoid(); !m_queue.empty() && m_queue.front().due <= now; dropVoid()) {
        const Target target = m_queue.front().target;
        m_slots[target].running = true;
        m_slots[target].begun = now;
        ++m_slots[target].generation;
        due.push_back(target);
    }
    return due;
}

void Schedule::finished(Target target, Monotonic now)
{
    Slot &slot = m_slots[target];
    slot.running = false;
    const bool again = std::exchange(slot.again, false);
    // A millisecond less than half, for the grid point that is exactly half an interval away is far enough.
    push(target, again ? now : gridPointAfter(slot, std::max(now, slot.begun + slot.interval / 2 - Duration(1))));
}

void Schedule::refreshAll(Monotonic now)
{
    std::int64_t rank = 0;
    for (Target target = 0; target < m_slots.size(); ++target) {
        const Slot &slot = m_slots[target];
        if (!slot.running)
            push(target, std::min(slot.due, now + firstLook(slot, rank++)));
    }
}

void Schedule::spreadOverdue(Monotonic now)
{
    std::int64_t rank = 0;
    for (Target target = 0; target < m_slots.size(); ++target) {
        const Slot &slot = m_slots[target];
        if (!slot.running && slot.due <= now)
            push(target, now + firstLook(slot, rank++));
    }
}

void Schedule::refresh(Target target, Monotonic now)
{
    if (m_slots[target].running)
        m_slots[target].again = true;
    else
        push(target, now);
}

std::optional<Monotonic> Schedule::nextDue()
{
    dropVoid();
    return m_queue.empty() ? std::nullopt : std::optional(m_queue.front().due);
}

void Schedule::push(Target target, Monotonic due)
{
    m_slots[target].due = due;
    m_queue.push_back(Entry{due, target, ++m_slots[target].generation});
    std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
}

void Schedule::dropVoid()
{
    while (!m_queue.empty() && m_queue.front().generation != m_slots[m_queue.front().target].generation) {
        std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
        m_queue.pop_back();
    }
}

Duration Schedule::firstLook(const Slot &slot, std::int64_t rank)
{
    return std::min(kQuickSpacing * rank, slot.phase * kFirstTenths / 10);
}

Monotonic Schedule::gridPointAfter(const Slot &slot, Monotonic moment) const
{
    const Monotonic first = m_origin + slot.phase;
    if (moment < first)
        return first;
    return first + slot.interval * ((moment - first) / slot.interval + 1);
}

} // namespace tocsin
