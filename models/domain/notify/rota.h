// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/local_time.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// People who take turns, one at a time. All times are those of the clock on the wall of the rota's zone, so that a handover at
/// 09:00 stays at 09:00 when the clocks change.
struct Shift {
    std::vector<std::string> people;        ///< in the order in which they take over; the first has the first turn
    LocalTime start{};                      ///< when the first turn begins
    Duration every{};                       ///< how long a turn is, on the wall
    std::optional<LocalTime> end;           ///< nothing: it goes on for ever
    std::vector<std::chrono::weekday> days; ///< on call only on these; empty: on all
    std::optional<TimeOfDay> from;          ///< on call only from here on each of the days ...
    std::optional<TimeOfDay> to;            ///< ... until here; at or before `from`: of the next day

    bool isRestricted() const { return !days.empty() || from || to; }
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// A duty that does not repeat: what a calendar says.
struct RotaDuty {
    Instant from{};
    Instant until{};
    std::string person;

    friend bool operator==(const RotaDuty &, const RotaDuty &) = default;
};

/// For once it is otherwise than the shifts and the calendar say.
struct RotaOverride {
    Instant from{};
    Instant until{};
    std::vector<std::string> people; ///< who is on call
    std::string insteadOf;           ///< this person only; empty: everybody

    friend bool operator==(const RotaOverride &, const RotaOverride &) = default;
};

/// Who is on call when. Shifts, calendar and overrides that hold at the same time add up.
struct Rota {
    std::string name;
    std::string zone; ///< IANA name
    std::vector<Shift> shifts;
    std::vector<RotaDuty> duties;
    std::vector<RotaOverride> overrides;
    std::string calendar; ///< path of the iCalendar file that `duties` are read from; empty: there is none

    friend bool operator==(const Rota &, const Rota &) = default;
};

} // namespace tocsin
