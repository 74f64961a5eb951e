// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// The recent latencies of each service, in milliseconds, for tiles whose service has no headline metric. A value that
/// grows with the changes of the board; remembers at most `longest` per service. UI thread.
class LatencyTrail
{
public:
    static constexpr std::size_t longest = 60;

    void take(const Changes &changes);
    std::vector<double> of(const ServiceId &service) const;

private:
    struct Trail {
        std::deque<double> values;
        std::optional<Instant> lastProof;
    };
    std::unordered_map<ServiceId, Trail> m_trails;
};

} // namespace tocsin
