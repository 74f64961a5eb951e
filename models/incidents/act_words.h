// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident_act.h"
#include "models/domain/incident/timeline.h"

#include <string>

namespace tocsin {

/// What a timeline says of an act.
struct ActWords {
    EntryKind kind = EntryKind::Command;
    Reason what;
    Reason detail;
};

/// Pure. `author` is who did it; empty: the station.
ActWords wordsOf(const IncidentAct &act, const std::string &author);

} // namespace tocsin
