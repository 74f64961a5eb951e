// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/event.h"
#include "models/domain/incident/incident.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace tocsin {

// What commands read of the journal in a folder, beside a desk that has it open: no lock is taken, nothing is written or
// repaired. Each blocks the calling thread until it is read.

/// All incidents, with what was observed of them.
Result<std::map<IncidentId, IncidentPtr>> readIncidents(const std::filesystem::path &folder);

/// The incident that people mean: its id, its short name without regard to case, or `last` for the one declared last. Null when
/// there is no such one.
IncidentPtr findIncident(const std::map<IncidentId, IncidentPtr> &all, const std::string &name);

/// Hands over every event, in the order of writing.
Result<void> readJournal(const std::filesystem::path &folder, const std::function<void(const Event &)> &each);

/// One event as one line of JSON: the keys of the table in models/store/README.md, `payload` as an object.
std::string eventJson(const Event &event);

} // namespace tocsin
