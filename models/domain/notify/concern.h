// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// "I have it", and for how long.
struct Holding {
    std::string person;
    Instant at{};
    std::optional<Instant> until; ///< nothing: until somebody gives it back

    friend bool operator==(const Holding &, const Holding &) = default;
};

/// Something that somebody must take: an incident, or a service in trouble that belongs to none. A value; the same at every
/// station that has the same events.
struct Concern {
    std::string subject; ///< `incident/<id>` or `service/<name>`, as the journal names it
    IncidentSeverity severity = IncidentSeverity::Sev3;
    std::vector<std::string> services;
    std::string title;
    std::string link;    ///< http or https, or empty
    Instant began{};     ///< since when it is a concern
    Instant since{};     ///< since when nobody had it before `held`: the phase. An expired `held` begins the next one
    Instant settledAt{}; ///< when its severity last changed: what is due is decided anew from here on
    std::optional<Holding> held;
    std::optional<Instant> over; ///< when the trouble ended
    std::vector<RoleHolder> roles;
    bool drill = false;

    friend bool operator==(const Concern &, const Concern &) = default;
};

/// Whether somebody has it at this moment. What people said counts at once, also when the clock of their station is ahead.
inline bool isHeld(const Concern &concern, Instant now)
{
    return concern.held && (!concern.held->until || now < *concern.held->until);
}

} // namespace tocsin
