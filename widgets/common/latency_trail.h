// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/latency_sample.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// The recent latencies of each service, in milliseconds, for tiles whose service has no headline metric. A value that
/// grows with the changes of the board, and begins with what the journal recalls; remembers at most `longest` per service. UI
/// thread.
class LatencyTrail
{
public:
    static constexpr std::size_t longest = 60;

    void take(const Changes &changes);
    /// Puts what was measured before the first value that it has in front of it. Oldest first.
    void recall(const ServiceId &service, const std::vector<LatencySample> &samples);
    std::vector<double> of(const ServiceId &service) const;

private:
    struct Trail {
        std::deque<double> values;
        std::optional<Instant> firstProof; ///< of the oldest value that was not recalled
        std::optional<Instant> lastProof;
    };
    std::unordered_map<ServiceId, Trail> m_trails;
};

} // namespace tocsin
