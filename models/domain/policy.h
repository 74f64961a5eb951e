// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// How a run of observations becomes a state.
struct Policy {
    Duration interval = std::chrono::seconds(30);
    Duration timeout = std::chrono::seconds(5);
    int failureThreshold = 3; ///< failures in a row before DOWN
    int successThreshold = 2; ///< successes in a row before OK again
    int staleAfter = 3;       ///< intervals without valid proof before UNKNOWN

    /// Decision 1: one pass judges with both thresholds at 1, for there is no second look.
    static Policy forOnePass(Policy policy)
    {
        policy.failureThreshold = 1;
        policy.successThreshold = 1;
        return policy;
    }
    friend bool operator==(const Policy &, const Policy &) = default;
};

/// A planned time during which failures of these services are expected.
struct MaintenanceWindow {
    std::vector<std::string> services; ///< empty: the whole shop
    Instant start{};
    Duration duration{};
    std::string reason;

    bool covers(std::string_view service, Instant at) const;
    friend bool operator==(const MaintenanceWindow &, const MaintenanceWindow &) = default;
};

} // namespace tocsin
