// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <span>
#include <string_view>

namespace tocsin {

/// What happens to one service of the simulated shop during a stretch of the script; it grows evenly from `atFirst` to `atLast`.
struct ScriptStep {
    struct Strength {
        double extraLatencyMs = 0;
        double failureRate = 0; ///< of 1
    };

    std::string_view service; ///< slug
    Duration from{};          ///< since the start of the shop
    Duration to{};
    Strength atFirst;
    Strength atLast;
    std::string_view detail; ///< what the service says of it
};

/// An alert rule of the simulated shop and when it is true. `from` before 0: it was true before the shop was started.
struct ScriptedAlert {
    std::string_view name;
    std::string_view service; ///< slug
    std::string_view severity;
    std::string_view instance;
    std::string_view extraLabel; ///< one more label's name, or empty
    std::string_view extraValue;
    Duration from{};  ///< the expression becomes true: pending
    Duration holds{}; ///< how long it must be true before it fires
    Duration to{};    ///< true no more: resolved
    std::string_view expression;
    std::string_view summary;
    std::string_view receiver;
};

/// A crisis, as data. Times are those of the script; a shop that runs faster divides them.
struct ShopScript {
    std::span<const ScriptStep> steps;
    std::span<const ScriptedAlert> alerts;
};

/// The payment provider slows two minutes after the start, fails, and recovers; the checkout suffers with it until the
/// second pathway takes over.
const ShopScript &paymentCrisis();

/// What the script does to a service at a moment: the sum of its steps.
struct Influence {
    double extraLatencyMs = 0;
    double failureRate = 0;
    std::string_view detail;
};
Influence influenceOn(const ShopScript &script, std::string_view service, Duration sinceStart);

} // namespace tocsin
