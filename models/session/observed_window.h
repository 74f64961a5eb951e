// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/store/journal.h"

namespace tocsin {

/// What people did to incidents, whichever.
EventFilter actsOfIncidents();
/// What is observed, of whatever.
EventFilter whatIsObserved();
/// What of the journal may tell of an incident: from a day before it was declared until it was closed.
EventFilter observedWindow(const Incident &incident);

} // namespace tocsin
