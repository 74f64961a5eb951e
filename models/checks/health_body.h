// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/observation.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What a health answer says of itself. A word that nobody mapped is Unproven as a whole and a sign of trouble as a part.
struct HealthAnswer {
    Outcome outcome = Outcome::Unproven;
    std::string word;   ///< as the server wrote it; empty when the answer ends before its verdict
    std::string output; ///< what it says about the trouble; outside text
    std::vector<Part> parts;
    std::string troubledPart; ///< the first part that is not well, with its word; empty when there is none
};

/// Reads the JSON health answers: draft-inadarei-api-health-check-06, Spring Boot Actuator (1.x to 3.x), MicroProfile Health
/// and the health checks of ASP.NET Core. Nothing when the document is none of these.
std::optional<HealthAnswer> readHealthDocument(const nlohmann::json &document);

/// Reads the plain ones: Kubernetes `?verbose` lists, and a single known word such as `Healthy` or `OK`.
std::optional<HealthAnswer> readHealthText(std::string_view body);

/// Whether a word that is no health word is at least none of trouble: `success`, `active`.
bool isHarmlessWord(std::string_view word);

/// What a status word means, without regard to case. Nothing for a word that nobody mapped.
std::optional<Outcome> healthOutcome(std::string_view word);

} // namespace tocsin
