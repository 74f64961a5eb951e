// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/incident/incident.h"
#include "models/domain/notify/concern.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// What the journal says about who has a subject: the latest taking, and the latest giving back.
struct Taking {
    std::optional<Holding> held;      ///< nothing: it was given back, or never taken
    std::optional<Instant> givenBack; ///< when nobody had it again

    friend bool operator==(const Taking &, const Taking &) = default;
};
using Takings = std::map<std::string, Taking>; ///< by subject

/// How bad it is for the shop that a service is as it is, when nobody has said so in an incident. The tier says how bad DOWN is
/// (tier 1: SEV1, tier 2: SEV2, ... tier 4 and beyond: SEV4); DEGRADED is one less; UNKNOWN of a service of tier 1 is SEV2, of
/// others nobody is told. Nothing: it is no concern.
std::optional<IncidentSeverity> severityOf(const ServiceStatus &service);

/// What somebody must take now, and what has ended within the last day. `before` is the answer of the last time: trouble that is
/// not proven to be over (UNKNOWN, PENDING) goes on, and trouble that changes its colour stays the same trouble. A service that
/// belongs to an incident that is being fought is no concern of its own. An incident is had by who took it, else by its
/// commander. Pure.
std::vector<Concern> concernsOf(const std::vector<Concern> &before, const Board &board, const std::vector<IncidentPtr> &incidents,
    const Takings &takings, Duration unknownAfter, Instant now);

} // namespace tocsin
