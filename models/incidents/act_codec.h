// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/incident/incident_act.h"

#include <optional>
#include <string>

namespace tocsin {

/// The subject of the events about an incident: `incident/<id>`.
std::string subjectOf(const IncidentId &incident);
/// Nothing when the subject is about something else.
std::optional<IncidentId> incidentOfSubject(const std::string &subject);

/// The kind of the event that an act becomes: `incident.declared`, `incident.noted`, ...
std::string kindOf(const IncidentAct &act);
/// Its payload, a JSON object in the words of models/store/README.md. Text that is not UTF-8 is replaced.
std::string payloadOf(const IncidentAct &act);

/// Reads an act back. Total: a kind that is none of these, or a payload that does not say what it must, gives nothing; keys that
/// it does not know are ignored.
std::optional<IncidentAct> readAct(const std::string &kind, const std::string &payload);

} // namespace tocsin
