// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/concern.h"
#include "models/domain/notify/escalation_policy.h"
#include "models/domain/notify/notification.h"
#include "models/domain/notify/outbox_entry.h"
#include "models/incidents/station_order.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// Something that nobody has and nobody hears of. To be shown as loud as what it is about.
struct EscalationProblem {
    std::string subject;
    IncidentSeverity severity = IncidentSeverity::Sev3;
    Reason reason;

    friend bool operator==(const EscalationProblem &, const EscalationProblem &) = default;
};

/// What is to be done now.
struct Escalation {
    std::vector<Notification> notices; ///< the most pressing first; of forgotten acknowledgements the oldest first
    std::optional<Instant> lookAgain;  ///< when to ask next although nothing has happened; nothing: when something happens
    std::vector<EscalationProblem> problems;

    friend bool operator==(const Escalation &, const Escalation &) = default;
};

/// The policy that counts for a concern: the first that takes its severity and one of its services; null when none does.
const EscalationPolicy *policyFor(const EscalationRules &rules, const Concern &concern);

/// What this station has to say to whom. Pure: asked again with the same it answers the same, and what `done` shows as asked for
/// is not asked for again. `done` must keep what belongs to concerns that are not over for an hour yet.
///
/// A level is due after its wait, counted from when nobody had the concern, or at once when everybody of the level before is lost
/// for good. Whoever is on call at the moment of asking is meant. Of several steps that are due for one person and channel only
/// the last is told. Each message belongs to one station; the others wait for it, one after the other, and say that theirs may be
/// a repetition.
Escalation due(const EscalationRules &rules, const std::vector<Concern> &concerns, const OutboxEntries &done,
    const Stations &stations, Instant now);

} // namespace tocsin
