// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/on_call.h"

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

// How many boundaries are looked at for one that changes anything: some months of a shift with two of them a day.
constexpr int kMostBoundaries = 400;
constexpr int kMostGapSteps = 20'000;

using std::chrono::days;
using LocalDay = std::chrono::local_time<days>;

/// A half-open stretch of time.
struct Stretch {
    Instant from;
    Instant until;

    bool holds(Instant at) const { return from <= at && at < until; }
};

/// The boundaries that lie nearest around a moment: the last at or before it, the first after it.
class Neighbours
{
public:
    explicit Neighbours(Instant at)
        : m_at(at)
    {
    }
    void add(Instant boundary)
    {
        if (boundary > m_at)
            m_after = m_after ? std::min(*m_after, boundary) : boundary;
        else
            m_before = m_before ? std::max(*m_before, boundary) : boundary;
    }
    const std::optional<Instant> &before() const { return m_before; }
    const std::optional<Instant> &after() const { return m_after; }

private:
    Instant m_at;
    std::optional<Instant> m_before;
    std::optional<Instant> m_after;
};

/// One shift in its zone.
class ShiftTimes
{
public:
    ShiftTimes(const Shift &shift, const Zone &zone)
        : m_shift(shift)
        , m_zone(zone)
    {
    }

    /// Whose turn it is; null when nobody's.
    const std::string *personAt(Instant at) const
    {
        if (!isPossible() || at < m_zone.instant(m_shift.start) || (m_shift.end && at >= m_zone.instant(*m_shift.end)))
            return nullptr;
        if (m_shift.isRestricted() && !isWithinWindow(at))
            return nullptr;
        const auto count = static_cast<std::int64_t>(m_shift.people.size());
        return &m_shift.people[static_cast<std::size_t>(turnAt(at) % count)];
    }

    void addBoundaries(Instant at, Neighbours &neighbours) const
    {
        if (!isPossible())
            return;
        neighbours.add(m_zone.instant(m_shift.start));
        if (m_shift.end)
            neighbours.add(m_zone.instant(*m_shift.end));
        if (m_shift.people.size() > 1 && at >= m_zone.instant(m_shift.start)) {
            const std::int64_t turn = turnAt(at);
            neighbours.add(turnStart(turn));
            neighbours.add(turnStart(turn + 1));
        }
        if (!m_shift.isRestricted())
            return;
        const LocalDay today = std::chrono::floor<days>(m_zone.local(at));
        for (int day = -8; day <= 8; ++day) { // a window a week at the least
            if (const std::optional<Stretch> window = windowOf(today + days(day))) {
                neighbours.add(window->from);
                neighbours.add(window->until);
            }
        }
    }

private:
    bool isPossible() const { return !m_shift.people.empty() && m_shift.every > Duration(0); }

    Instant turnStart(std::int64_t turn) const { return m_zone.instant(m_shift.start + turn * m_shift.every); }

    /// The number of the turn. The wall clock may show an hour twice, so it is the instants that decide.
    std::int64_t turnAt(Instant at) const
    {
        std::int64_t turn = std::max<std::int64_t>(0, (m_zone.local(at) - m_shift.start) / m_shift.every);
        while (turn > 0 && turnStart(turn) > at)
            --turn;
        while (turnStart(turn + 1) <= at)
            ++turn;
        return turn;
    }

    /// The duty that begins on this day.
    std::optional<Stretch> windowOf(LocalDay day) const
    {
        const std::chrono::weekday weekday(day);
        if (!m_shift.days.empty() && std::find(m_shift.days.begin(), m_shift.days.end(), weekday) == m_shift.days.end())
            return std::nullopt;
        const TimeOfDay from = m_shift.from.value_or(TimeOfDay(0));
        const TimeOfDay to = m_shift.to.value_or(TimeOfDay(0));
        const LocalDay lastDay = to <= from ? day + days(1) : day;
        return Stretch{m_zone.instant(LocalTime(day) + from), m_zone.instant(LocalTime(lastDay) + to)};
    }

    bool isWithinWindow(Instant at) const
    {
        const LocalDay today = std::chrono::floor<days>(m_zone.local(at));
        for (int day = -1; day <= 1; ++day) {
            const std::optional<Stretch> window = windowOf(today + days(day));
            if (window && window->holds(at))
                return true;
        }
        return false;
    }

    const Shift &m_shift;
    const Zone &m_zone;
};

class RotaTimes
{
public:
    explicit RotaTimes(const Rota &rota)
        : m_rota(rota)
        , m_zone(Zone::orUtc(rota.zone))
    {
    }

    std::vector<std::string> peopleAt(Instant at) const
    {
        std::vector<std::string> people;
        for (const Shift &shift : m_rota.shifts) {
            if (const std::string *person = ShiftTimes(shift, m_zone).personAt(at))
                people.push_back(*person);
        }
        for (const RotaDuty &duty : m_rota.duties) {
            if (Stretch{duty.from, duty.until}.holds(at))
                people.push_back(duty.person);
        }
        return withoutRepetition(overridden(std::move(people), at));
    }

    Neighbours around(Instant at) const
    {
        Neighbours neighbours(at);
        for (const Shift &shift : m_rota.shifts)
            ShiftTimes(shift, m_zone).addBoundaries(at, neighbours);
        for (const RotaDuty &duty : m_rota.duties) {
            neighbours.add(duty.from);
            neighbours.add(duty.until);
        }
        for (const RotaOverride &exception : m_rota.overrides) {
            neighbours.add(exception.from);
            neighbours.add(exception.until);
        }
        return neighbours;
    }

private:
    /// Those that replace everybody come first; then one after the other, as they begin, those that replace somebody.
    std::vector<std::string> overridden(std::vector<std::string> people, Instant at) const
    {
        std::vector<const RotaOverride *> single;
        bool isReplaced = false;
        for (const RotaOverride &exception : m_rota.overrides) {
            if (!Stretch{exception.from, exception.until}.holds(at))
                continue;
            if (!exception.insteadOf.empty()) {
                single.push_back(&exception);
                continue;
            }
            if (!std::exchange(isReplaced, true))
                people.clear();
            people.insert(people.end(), exception.people.begin(), exception.people.end());
        }
        std::stable_sort(
            single.begin(), single.end(), [](const RotaOverride *a, const RotaOverride *b) { return a->from < b->from; });
        for (const RotaOverride *exception : single) {
            const auto it = std::find(people.begin(), people.end(), exception->insteadOf);
            if (it == people.end())
                continue; // who is not on call needs nobody in their place
            people.insert(people.erase(it), exception->people.begin(), exception->people.end());
        }
        return people;
    }

    static std::vector<std::string> withoutRepetition(std::vector<std::string> people)
    {
        std::vector<std::string> once;
        for (std::string &person : people) {
            if (std::find(once.begin(), once.end(), person) == once.end())
                once.push_back(std::move(person));
        }
        return once;
    }

    const Rota &m_rota;
    const Zone m_zone;
};

} // namespace

std::vector<std::string> onCallAt(const Rota &rota, Instant at)
{
    return RotaTimes(rota).peopleAt(at);
}

OnCall onCall(const Rota &rota, Instant at)
{
    const RotaTimes times(rota);
    OnCall now;
    now.people = times.peopleAt(at);
    std::optional<Instant> boundary = times.around(at).after();
    for (int i = 0; boundary && i < kMostBoundaries && !now.until; ++i) {
        if (times.peopleAt(*boundary) != now.people)
            now.until = boundary;
        else
            boundary = times.around(*boundary).after();
    }
    boundary = times.around(at).before();
    for (int i = 0; boundary && i < kMostBoundaries && !now.since; ++i) {
        const Instant earlier = *boundary - Duration(1);
        if (times.peopleAt(earlier) != now.people)
            now.since = boundary;
        else
            boundary = times.around(earlier).before();
    }
    return now;
}

std::vector<RotaGap> gapsOf(const Rota &rota, Instant from, Instant until, std::size_t most)
{
    const RotaTimes times(rota);
    std::vector<RotaGap> gaps;
    bool isInGap = false;
    std::optional<Instant> at = from;
    for (int i = 0; at && *at < until && i < kMostGapSteps; ++i) {
        const bool isEmpty = times.peopleAt(*at).empty();
        if (isInGap && !isEmpty)
            gaps.back().until = at;
        if (!isInGap && isEmpty) {
            if (gaps.size() == most)
                break;
            gaps.push_back(RotaGap{*at, std::nullopt});
        }
        isInGap = isEmpty;
        at = times.around(*at).after();
    }
    return gaps;
}

} // namespace tocsin
