// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <map>

namespace tocsin {

/// Why an act makes no sense now; empty when it does. Pure. `incident` is null for a declaration, or when there is none. What was
/// written elsewhere at the same time is not asked: the fold copes with everything.
Reason objection(const IncidentAct &act, const Incident *incident, const std::map<IncidentId, IncidentPtr> &all, Instant now);

} // namespace tocsin
