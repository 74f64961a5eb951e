// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/ids.h"
#include "models/domain/reason.h"
#include "models/domain/state.h"

#include <memory>
#include <string>
#include <vector>

namespace tocsin {

/// What one look at one endpoint showed.
enum class Outcome {
    Good,     ///< proof that it works
    Impaired, ///< proof that it works badly: slow, or a part of it fails
    Failed,   ///< it did not work: soft until the failure threshold is reached
    Unproven, ///< the answer proves nothing: UNKNOWN at once (decision 3)
};

/// One part of a health answer that names several (RFC draft health+json, Spring Boot Actuator, Kubernetes ?verbose).
struct Part {
    std::string name;
    Outcome outcome = Outcome::Unproven;
    std::string detail; ///< outside text

    friend bool operator==(const Part &, const Part &) = default;
};

/// The outcome of one check, with its evidence. Immutable once made.
struct Observation {
    CheckId check;
    Instant at{};       ///< for people
    Monotonic moment{}; ///< for every decision about age
    Outcome outcome = Outcome::Unproven;
    Reason reason; ///< empty only when Good
    Evidence evidence;
    std::vector<Part> parts;
};

using ObservationPtr = std::shared_ptr<const Observation>;

} // namespace tocsin
