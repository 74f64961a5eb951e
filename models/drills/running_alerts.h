// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/labels.h"
#include "models/drills/shop_model.h"

#include <string>
#include <vector>

namespace tocsin {

/// A rule of the script whose expression is true now.
struct RunningAlert {
    const ScriptedAlert *rule = nullptr;
    Labels labels;
    Labels annotations;
    Instant activeAt{}; ///< when the expression became true
    Instant firesAt{};  ///< when it had been true for long enough
    bool isFiring = false;
    std::string generatorUrl;
};

/// Labels and annotations as the rule gives them; every one carries `env="drill"`.
Labels labelsOf(const ScriptedAlert &rule);
Labels annotationsOf(const ScriptedAlert &rule);

/// All that are pending or firing at that moment. `prometheusUrl` is where the simulated Prometheus answers.
std::vector<RunningAlert> runningAlerts(const ShopModel &model, const std::string &prometheusUrl, Instant now);

} // namespace tocsin
