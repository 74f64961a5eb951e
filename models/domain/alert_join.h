// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// Names that external labels usually have; a source of kind prometheus may say its own in `external_labels_ignored`.
inline constexpr std::array<std::string_view, 5> usualExternalLabels{
    "cluster", "monitor", "prometheus", "prometheus_replica", "replica"};

/// One condition that two sources show: `hidden` is left out where alerts are listed once, `shown` stands for both.
struct JoinedAlert {
    AlertKey hidden;
    AlertKey shown;

    friend bool operator==(const JoinedAlert &, const JoinedAlert &) = default;
};

/// Decision 16: a firing alert that can only be read (Prometheus) is the same as one that can be acknowledged
/// (Alertmanager) when their labels are equal, aside from labels of `externalLabels` that only one of the two has. Alerts of
/// one source never join, and what can be acknowledged is never hidden. `alerts` are those of all sources. Pure; any thread.
std::vector<JoinedAlert> joinAlerts(const std::vector<AlertPtr> &alerts, const std::vector<std::string> &externalLabels);

} // namespace tocsin
