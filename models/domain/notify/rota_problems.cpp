// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/rota_problems.h"

#include "models/domain/notify/on_call.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kNoZone{
    "rota.zone", QT_TRANSLATE_NOOP("Phrase", "there is no time zone \"%1\"; write one such as Europe/Berlin")};
constexpr Phrase kEmpty{"rota.empty",
    QT_TRANSLATE_NOOP("Phrase", "this rota has neither shifts nor a calendar nor overrides: nobody is ever on call")};
constexpr Phrase kNobody{"rota.nobody", QT_TRANSLATE_NOOP("Phrase", "nobody is named here: at least one person must be")};
constexpr Phrase kUnknown{"rota.person", QT_TRANSLATE_NOOP("Phrase", "there is no person \"%1\"")};
constexpr Phrase kTwice{
    "rota.twice", QT_TRANSLATE_NOOP("Phrase", "%1 is named twice in a row: both turns together are one long turn")};
constexpr Phrase kZeroLength{"rota.length", QT_TRANSLATE_NOOP("Phrase", "a turn must last longer than nothing")};
constexpr Phrase kShiftEnd{"rota.shift.end", QT_TRANSLATE_NOOP("Phrase", "the shift ends (%1) before it begins (%2)")};
constexpr Phrase kOverrideEnd{"rota.override.end", QT_TRANSLATE_NOOP("Phrase", "the override ends (%1) before it begins (%2)")};
constexpr Phrase kSelf{"rota.override.self", QT_TRANSLATE_NOOP("Phrase", "%1 cannot stand in for %1")};
constexpr Phrase kGap{"rota.gap",
    QT_TRANSLATE_NOOP(
        "Phrase", "nobody is on call from %1 to %2, and perhaps at other times; what is due then goes to the next level")};
constexpr Phrase kEndlessGap{
    "rota.gap.endless", QT_TRANSLATE_NOOP("Phrase", "nobody is on call after %1; what is due then goes to the next level")};

// A week shows every gap that a restricted shift can have.
constexpr auto kLookedAt = std::chrono::days(8);

class Examination
{
public:
    Examination(const Rota &rota, const std::set<std::string> &people)
        : m_rota(rota)
        , m_people(people)
        , m_zone(Zone::orUtc(rota.zone))
    {
    }

    std::vector<RotaProblem> run()
    {
        if (!Zone::named(m_rota.zone))
            add({}, 0, "zone", Reason(kNoZone, {m_rota.zone}));
        if (m_rota.shifts.empty() && m_rota.overrides.empty() && m_rota.duties.empty() && m_rota.calendar.empty())
            add({}, 0, {}, Reason(kEmpty));
        for (std::size_t i = 0; i < m_rota.shifts.size(); ++i)
            examine(m_rota.shifts[i], i);
        for (std::size_t i = 0; i < m_rota.overrides.size(); ++i)
            examine(m_rota.overrides[i], i);
        const bool isPossible
            = std::none_of(m_found.begin(), m_found.end(), [](const RotaProblem &problem) { return problem.isError; });
        if (isPossible && m_rota.calendar.empty() && m_rota.duties.empty())
            findGap();
        return std::move(m_found);
    }

private:
    void add(std::string_view list, std::size_t index, std::string_view key, Reason reason, bool isError = true)
    {
        m_found.push_back(RotaProblem{list, index, key, {}, isError, std::move(reason)});
    }

    void examinePeople(const std::vector<std::string> &people, std::string_view list, std::size_t index, std::string_view key)
    {
        if (people.empty())
            add(list, index, key, Reason(kNobody));
        for (const std::string &person : people) {
            if (m_people.count(person) > 0)
                continue;
            add(list, index, key, Reason(kUnknown, {person}));
            m_found.back().person = person;
        }
    }

    void examine(const Shift &shift, std::size_t index)
    {
        examinePeople(shift.people, "shifts", index, "people");
        const auto twice = std::adjacent_find(shift.people.begin(), shift.people.end());
        if (twice != shift.people.end())
            add("shifts", index, "people", Reason(kTwice, {*twice}), false);
        if (shift.every <= Duration(0))
            add("shifts", index, "every", Reason(kZeroLength));
        if (shift.end && *shift.end <= shift.start)
            add("shifts", index, "end", Reason(kShiftEnd, {formatLocalTime(*shift.end), formatLocalTime(shift.start)}));
    }

    void examine(const RotaOverride &exception, std::size_t index)
    {
        examinePeople(exception.people, "overrides", index, "people");
        if (!exception.insteadOf.empty())
            examinePeople({exception.insteadOf}, "overrides", index, "instead_of");
        if (std::find(exception.people.begin(), exception.people.end(), exception.insteadOf) != exception.people.end())
            add("overrides", index, "instead_of", Reason(kSelf, {exception.insteadOf}));
        if (exception.until <= exception.from)
            add("overrides", index, "to", Reason(kOverrideEnd, {local(exception.until), local(exception.from)}));
    }

    /// Counted from when all shifts have begun: what comes before is not meant to be covered.
    void findGap()
    {
        Instant from = Instant::min();
        Instant until = Instant::min();
        for (const Shift &shift : m_rota.shifts) {
            from = std::max(from, m_zone.instant(shift.start));
            until = std::max(until, m_zone.instant(shift.end.value_or(shift.start)));
        }
        if (m_rota.shifts.empty())
            return;
        const std::vector<RotaGap> gaps = gapsOf(m_rota, from, std::max(from, until) + kLookedAt, 1);
        if (gaps.empty())
            return;
        const RotaGap &gap = gaps.front();
        add({}, 0, {},
            gap.until ? Reason(kGap, {withDay(gap.from), withDay(*gap.until)}) : Reason(kEndlessGap, {withDay(gap.from)}), false);
    }

    std::string local(Instant instant) const { return formatLocalTime(m_zone.local(instant)); }

    /// Days of the week are what people write rotas in; in English, as all texts of the configuration.
    std::string withDay(Instant instant) const
    {
        static constexpr const char *kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        const std::chrono::weekday day(std::chrono::floor<std::chrono::days>(m_zone.local(instant)));
        return kDays[day.c_encoding() % 7] + (' ' + local(instant));
    }

    const Rota &m_rota;
    const std::set<std::string> &m_people;
    const Zone m_zone;
    std::vector<RotaProblem> m_found;
};

} // namespace

std::vector<RotaProblem> problemsOf(const Rota &rota, const std::set<std::string> &people)
{
    return Examination(rota, people).run();
}

} // namespace tocsin
