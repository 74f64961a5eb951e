// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/incidents/observed_facts.h"

#include <vector>

namespace tocsin {

/// What one incident is made of.
struct IncidentParts {
    IncidentId id;
    std::vector<FactPtr> acts;        ///< its own and those of what was merged into it, in order
    std::vector<IncidentId> absorbed; ///< whose acts are among them
    IncidentId mergedInto;            ///< empty: it stands by itself
};

/// The fold of one incident. Pure: the same facts give the same incident, in whatever order they arrived.
Incident foldIncident(const IncidentParts &parts, const ObservedFacts &observed);

} // namespace tocsin
