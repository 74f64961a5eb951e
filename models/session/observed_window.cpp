// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/observed_window.h"

#include "models/incidents/fact.h"

namespace tocsin {

namespace {
constexpr std::chrono::hours kBefore(24);
}

EventFilter actsOfIncidents()
{
    EventFilter filter;
    filter.kinds.assign(std::begin(actKinds), std::end(actKinds));
    return filter;
}

EventFilter whatIsObserved()
{
    EventFilter filter;
    filter.kinds.assign(std::begin(observedKinds), std::end(observedKinds));
    return filter;
}

EventFilter observedWindow(const Incident &incident)
{
    EventFilter filter = whatIsObserved();
    filter.from = incident.declaredAt - kBefore;
    if (incident.closedAt)
        filter.to = *incident.closedAt + Duration(1);
    return filter;
}

} // namespace tocsin
