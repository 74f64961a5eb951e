// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/source_reading.h"
#include "models/domain/state.h"
#include "models/monitor/evaluator.h"

namespace tocsin {

/// What the polls of one source have come to. A value; changed only by `remember`.
struct SourceHistory {
    State decided = State::Pending; ///< Pending, Ok or Unknown
    Reason reason;                  ///< why Unknown
    bool answered = false;          ///< the newest poll brought a whole reading, even if the source doubts itself
    Monotonic began{};
    Instant since{};
    std::optional<Stamp> lastGood; ///< the newest whole reading
};

/// What a source means now: OK, UNKNOWN, or PENDING before its first answer; never DOWN (decision 3).
struct SourceJudgement {
    State state = State::Pending;
    Reason reason;
    Instant since{};
    bool alertsAreStale = false; ///< its alerts are shown as they were last known
    std::optional<Monotonic> expires;
};

SourceHistory beginSourceHistory(Stamp now);

/// Takes the outcome of one poll in. An error is UNKNOWN at once, for the source's silence is what calm rests on; one good
/// reading ends it. A reading with troubles is UNKNOWN as well, but its alerts are fresh.
void remember(SourceHistory &history, const Result<SourceReading> &reading, Stamp now, const Policy &policy);

/// Pure, and the same however often it is asked. Adds what age alone decides.
SourceJudgement judge(const SourceHistory &history, const Policy &policy, Stamp now);

} // namespace tocsin
