// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/condition_evaluation.h"
#include "models/domain/error.h"
#include "models/domain/observation.h"
#include "models/domain/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What an answer comes to, before it is an Observation.
struct Judgement {
    Outcome outcome = Outcome::Unproven;
    Reason reason;
    std::vector<Part> parts;
};

/// Decision 3: what a server does not do for anybody (refused, reset, timeout, unreachable, DNS, TLS) has failed; what only
/// tells that we could not look (a redirect, a limit, a missing secret, our own stop) proves nothing.
Judgement judgeError(const Error &error);
Outcome outcomeOf(ErrorKind kind);

/// What a status means to a kind that wanted another one: from 400 on it has failed, but a status that only says that we may
/// not look (401, 403, 407, 429), and any other, proves nothing.
Outcome outcomeOfStatus(int status);
bool refusesAccess(int status);

/// An Observation of what was judged, for `Check::run` to return.
Observation observation(Judgement judgement, const Evidence &evidence);

/// What conditions may ask about an exchange, from its evidence; headers and body are the caller's to add.
AnswerFacts factsOf(const Evidence &evidence, Instant now);

/// The conditions of a check, as written in its configuration.
struct Expectation {
    std::vector<Condition> conditions; ///< all must hold
    std::vector<Condition> degraded;   ///< when one of them holds, it works badly

    bool asksAbout(Fact fact) const; ///< in `conditions`
    bool provesContent() const;
};

/// Reads the keys `conditions` and `degraded`, which `conditionProblems` has found to be right; others are left out.
Expectation readExpectation(const Settings &settings, Facts allowed);

/// What is wrong with the keys `conditions` and `degraded`, with the place in the text.
std::vector<SettingProblem> conditionProblems(const Settings &settings, Facts allowed);

/// Weighs all conditions: one that is false is Failed, one that cannot be weighed Unproven, and a `degraded` one that holds
/// is Impaired. Good says no more than that all of them hold.
Judgement judgeConditions(const Expectation &expectation, const AnswerFacts &facts);

} // namespace tocsin
