// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/incident/incident.h"

#include <vector>

namespace tocsin {

/// An alert that may belong to an incident, and why.
struct RelatedAlert {
    AlertPtr alert;
    Reason why;
};

/// What fires now and is not linked, but is of the same service, of the same provider (label `provider`), or began within minutes
/// of it. The likeliest first, at most `most`. Pure.
std::vector<RelatedAlert> relatedAlerts(const Incident &incident, const Board &board, std::size_t most);

/// What is kept of an alert when it is linked.
IncidentAlert snapshotOf(const Alert &alert);

/// What who takes over must know: what is wrong now, what is being done, what is missing. Newest first, a few of each.
struct Brief {
    std::vector<TimelineEntryPtr> conditions;
    std::vector<TimelineEntryPtr> actions;
    std::vector<TimelineEntryPtr> needs;
};
Brief briefOf(const Incident &incident);

} // namespace tocsin
