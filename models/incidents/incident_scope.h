// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/incidents/observed_facts.h"

#include <string>
#include <vector>

namespace tocsin {

/// The subject of the events about an alert: `alert/<source>/<id>`.
std::string subjectOf(const AlertKey &alert);

/// What is linked and unlinked in this order comes to this. `acts` in order; each element's last word stands.
void foldScope(const std::vector<FactPtr> &acts, Incident &incident);

/// Whether what is said of this subject belongs to the incident: its alerts, its services with all their checks, its checks.
bool concerns(const Incident &incident, const std::string &subject);

/// All that was observed of what the incident is about, in order, whenever it was.
std::vector<FactPtr> observedOf(const Incident &incident, const ObservedFacts &observed);

} // namespace tocsin
