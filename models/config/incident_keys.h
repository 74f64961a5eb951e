// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/domain/key_table.h"
#include "models/domain/settings.h"

#include <array>

namespace tocsin {

namespace config_keys {

inline constexpr double kLongestObjective = 31 * 86'400;

inline constexpr Key objectiveKey(std::string_view name, std::string_view help, std::string_view fallback = {})
{
    return {
        .name = name, .type = KeyType::Duration, .help = help, .fallback = fallback, .minimum = 1, .maximum = kLongestObjective};
}

inline constexpr std::array kObjectives{
    objectiveKey("detected", "How long after the start a monitor notices at the latest.", "1m"),
    objectiveKey("acknowledged", "How long after the start somebody has it at the latest.", "5m"),
    objectiveKey("first_update", "How long after the start customers hear of it at the latest.", "5m"),
    objectiveKey("mitigated", "How long after the start customers are well again at the latest."),
    objectiveKey("resolved", "How long after the start it is over at the latest."),
};

inline constexpr std::array kSeverities{
    Key{.name = "SEV1", .help = "What is SEV1, the worst, for this shop."},
    Key{.name = "SEV2", .help = "What is SEV2 for this shop."},
    Key{.name = "SEV3", .help = "What is SEV3 for this shop."},
    Key{.name = "SEV4", .help = "What is SEV4 for this shop."},
    Key{.name = "SEV5", .help = "What is SEV5 for this shop."},
};

inline constexpr std::array kIncidents{
    Key{.name = "severities",
        .type = KeyType::Section,
        .help = "What each severity means, in the shop's own words.",
        .section = kSeverities},
    Key{.name = "objectives",
        .type = KeyType::Section,
        .help = "By when each moment of a response is to be reached, counted from the start.",
        .section = kObjectives},
    Key{.name = "roles", .type = KeyType::TextList, .help = "Roles of the shop's own, besides the usual ones."},
    Key{.name = "call", .type = KeyType::Url, .help = "Where people meet to talk."},
    Key{.name = "chat", .type = KeyType::Url, .help = "Where people meet to write."},
};

} // namespace config_keys

/// What the section `incidents` says; what it leaves out has the defaults of its keys.
IncidentRules incidentRulesFrom(const Settings &incidents);

} // namespace tocsin
