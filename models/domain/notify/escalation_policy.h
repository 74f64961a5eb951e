// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident_act.h"
#include "models/domain/notify/person.h"
#include "models/domain/notify/rota.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// Whom a level tells: a person, whoever is on call by a rota, or whoever has a role in the incident.
struct EscalationTarget {
    enum class Kind { Person, Rota, Role };
    Kind kind = Kind::Person;
    std::string name;

    friend bool operator==(const EscalationTarget &, const EscalationTarget &) = default;
};

/// `ada`, `rota:checkout`, `role:commander`.
EscalationTarget escalationTargetFrom(std::string_view text);
std::string textOf(const EscalationTarget &target);

struct EscalationLevel {
    Duration wait{}; ///< after the level before; of the first, after nobody had it
    std::vector<EscalationTarget> who;
    std::vector<ChannelId> channels; ///< empty: all that the person can be reached by

    friend bool operator==(const EscalationLevel &, const EscalationLevel &) = default;
};

/// Every night nobody is woken for these severities. What comes due is held until the end, and the waits do not run.
struct QuietHours {
    TimeOfDay from{};
    TimeOfDay until{}; ///< before `from`: of the next day
    std::string zone;  ///< IANA name
    std::vector<IncidentSeverity> severities;

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

/// Who is told when nobody takes it.
struct EscalationPolicy {
    std::string name;
    std::vector<IncidentSeverity> severities; ///< empty: all
    std::vector<std::string> services;        ///< empty: all
    std::vector<EscalationLevel> levels;
    Duration repeatEvery{}; ///< after the last level everybody is told again, and again
    int repeats = 0;        ///< how often; SEV1 and SEV2 never stop
    std::optional<QuietHours> quiet;
    Duration remindAfter{}; ///< who has it is asked again after so long; 0: never

    friend bool operator==(const EscalationPolicy &, const EscalationPolicy &) = default;
};

/// What nobody may sleep through.
constexpr bool isUrgent(IncidentSeverity severity)
{
    return severity <= IncidentSeverity::Sev2;
}

/// All that decides who is told what when.
struct EscalationRules {
    std::vector<Person> people;
    std::vector<Rota> rotas;
    std::vector<EscalationPolicy> policies;           ///< the first that matches counts
    Duration waitForOwner = std::chrono::seconds(60); ///< how long each further station waits for the one before
    Duration unknownAfter = std::chrono::minutes(10); ///< how long a service of tier 1 may be UNKNOWN before somebody is told

    friend bool operator==(const EscalationRules &, const EscalationRules &) = default;
};

} // namespace tocsin
