// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/evidence.h"

#include <optional>
#include <vector>

namespace tocsin {

/// One good answer of a source: fetched, of the right type, parsed, and of the expected schema. An empty list of alerts
/// is good news only here, and only when `troubles` is empty as well (protocols.md 1.2).
struct SourceReading {
    std::vector<AlertPtr> alerts;
    std::vector<Reason> troubles; ///< what the source says is wrong with itself: rules that fail, a missing watchdog
    std::vector<Reason> remarks;  ///< worth showing, but no reason to doubt: one member of a cluster is away
    /// Whether what is not listed has ended. If not, alerts that are missing stay as they were last known.
    bool isComplete = true;
    Evidence evidence;
    std::optional<Instant> serverTime; ///< the source's own clock as it answered, when it told it
};

/// A silence as its source describes it.
struct Silence {
    SilenceId id;
    std::string author;
    std::string comment;
    Instant startsAt{};
    Instant endsAt{};
    bool active = false;
};

/// One point of a series. `value` may be NaN or infinite, as the source said it.
struct Sample {
    Instant at{};
    double value = 0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

/// A series of a query's answer. Missing points are missing, not interpolated.
struct Series {
    Labels labels;
    std::vector<Sample> samples;
};

} // namespace tocsin
