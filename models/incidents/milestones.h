// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/incidents/observed_facts.h"

namespace tocsin {

/// Finds the moments in the evidence, puts what people said in its place, and holds their order: none is before the one that it
/// follows (a first update and the mitigation may come in either order). `incident` has its scope and its declaration;
/// `own` are its own acts in order; `observed` what was observed within its time, in order; `began` when the trouble began.
Milestones milestonesOf(
    const Incident &incident, const std::vector<FactPtr> &own, const std::vector<FactPtr> &observed, Instant began);

/// The one that must not be later; nothing for the first.
std::optional<MilestoneKind> before(MilestoneKind kind);

} // namespace tocsin
