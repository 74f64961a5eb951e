// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/alert_board.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace tocsin {

/// Why the Alertmanager of the simulated shop refuses what it was given: status and body, as the real one answers.
struct Refusal {
    int status = 400;
    nlohmann::json body;
};

/// How alerts and silences look on the wire. Source: Alertmanager API v2, OpenAPI description.
nlohmann::json alertJson(const BoardEntry &entry);
nlohmann::json silenceJson(const BoardSilence &silence, Instant now);

/// Reads the body of POST /silences.
tl::expected<BoardSilence, Refusal> readSilence(const nlohmann::json &body, Instant now);
/// Reads the body of POST /alerts. `resolveTimeout` is the end of those that say none.
tl::expected<std::vector<BoardAlert>, Refusal> readAlerts(const nlohmann::json &body, Instant now);

/// Reads `filter` parameters: one matcher each.
tl::expected<Matchers, Refusal> readFilters(const std::vector<std::string> &filters);

/// The `{"code":...,"message":...}` of its validator.
Refusal validationRefusal(int status, int code, std::string message);

} // namespace tocsin
