// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/ids.h"
#include "models/domain/state.h"

#include <cstdint>

namespace tocsin {

/// What is kept of every observation: enough for the latency chart and its marks. 0 means that the phase did not happen.
struct LatencySample {
    CheckId check;
    Instant at{};
    State state = State::Unknown; ///< of the check after this observation
    std::uint32_t dnsUs = 0;
    std::uint32_t connectUs = 0;
    std::uint32_t tlsUs = 0;
    std::uint32_t firstByteUs = 0;
    std::uint32_t totalUs = 0;

    friend bool operator==(const LatencySample &, const LatencySample &) = default;
};

} // namespace tocsin
