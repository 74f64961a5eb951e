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
        if (!trail.firstProof)
            trail.firstProof = service.lastProof;
        trail.lastProof = service.lastProof;
        trail.values.push_back(static_cast<double>(service.latency->count()));
        if (trail.values.size() > longest)
            trail.values.pop_front();
    }
}

void LatencyTrail::recall(const ServiceId &service, const std::vector<LatencySample> &samples)
{
    Trail &trail = m_trails[service];
    for (auto sample = samples.rbegin(); sample != samples.rend() && trail.values.size() < longest; ++sample) {
        const bool isEarlier = !trail.firstProof || sample->at < *trail.firstProof;
        // How long a failure took says nothing about speed.
        const bool works = sample->state == State::Ok || sample->state == State::Degraded;
        if (isEarlier && works && sample->totalUs > 0)
            trail.values.push_front(sample->totalUs / 1000.0);
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
