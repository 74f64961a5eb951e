// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/latency_trail.h"

namespace tocsin {

void LatencyTrail::take(const Changes &changes)
{
    if (changes.reset)
        m_trails.clear();
    for (const ServiceStatus &service : changes.services) {
        Trail &trail = m_trails[service.id];
        // A change of anything else than the proof is not a new measurement.
        if (!service.latency || trail.lastProof == service.lastProof)
            continue;
        trail.lastProof = service.lastProof;
        trail.values.push_back(static_cast<double>(service.latency->count()));
        if (trail.values.size() > longest)
            trail.values.pop_front();
    }
}

std::vector<double> LatencyTrail::of(const ServiceId &service) const
{
    const auto it = m_trails.find(service);
    if (it == m_trails.end())
        return {};
    return {it->second.values.begin(), it->second.values.end()};
}

} // namespace tocsin
