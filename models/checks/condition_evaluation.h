// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/condition.h"
#include "models/domain/reason.h"
#include "models/domain/time.h"
#include "models/transport/http.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// What is known of one answer, for conditions to ask about. Refers to the answer; a local of whoever judges.
struct AnswerFacts {
    bool isConnected = false;
    int status = 0;
    Micros responseTime{0};
    std::string ip;
    std::optional<Instant> certificateEnds;
    Instant now{};
    const Headers *headers = nullptr;
    std::optional<std::string_view> body;     ///< nothing when no body was read
    const nlohmann::json *document = nullptr; ///< the body as JSON, when it is that
    Reason noDocument;                        ///< why it is not
};

enum class Truth { True, False, Unproven };

/// What a condition comes to, with the actual value for the sentence.
struct Finding {
    Truth truth = Truth::Unproven;
    std::string actual; ///< outside text, fit for one line
    Reason doubt;       ///< of Unproven
};

Finding evaluate(const Condition &condition, const AnswerFacts &facts);

} // namespace tocsin
