// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/observation.h"
#include "models/domain/policy.h"

#include <cstdint>
#include <optional>

namespace tocsin {

/// A moment on both clocks: one for people, one for decisions.
struct Stamp {
    Instant at{};
    Monotonic moment{};

    friend bool operator==(const Stamp &, const Stamp &) = default;
};

/// What the run of observations of one check has come to: a fold of bounded size, for no list of observations is kept.
/// A value; changed only by `remember`.
struct CheckHistory {
    State decided = State::Pending; ///< Pending, Ok, Degraded or Down: what the thresholds have decided
    bool doubtful = false;          ///< nothing was proven since an answer that proves nothing, or since a gap: reads UNKNOWN
    int failedRun = 0;              ///< failures since it last worked
    int notGoodRun = 0;             ///< failures and impaired answers since the last good one
    int goodRun = 0;                ///< good answers in a row
    int workingRun = 0;             ///< good or impaired answers in a row
    std::uint32_t turns = 0;        ///< bit n: the outcome n observations ago differed from the one before it
    bool flapping = false;
    std::uint32_t failedLooks = 0;   ///< bit n: it failed n observations ago
    std::uint32_t impairedLooks = 0; ///< the same of impaired answers
    int looks = 0;                   ///< observations since watching began, a gap, or the last recovery from DOWN
    bool relapsing = false;          ///< it fails again and again, though never often enough in a row
    Reason lastTrouble;              ///< of the last failure or impaired answer
    Monotonic began{};               ///< when watching began
    Instant since{};                 ///< when it entered the state that it shows
    std::optional<Stamp> proof;      ///< the newest observation that proved anything, good or bad
    std::optional<Stamp> working;    ///< the newest observation that proved it working
    Reason reason;                   ///< of the state that it shows; empty for a plain OK
    ObservationPtr last;
};

/// What a judgement depends on besides the check's own history.
struct Circumstances {
    Stamp now;
    const MaintenanceWindow *maintenance = nullptr; ///< the window that covers its service now
    std::optional<Stamp> blindSince;                ///< the station is blind, and this check is not exempt from that
};

/// What one check means now.
struct CheckJudgement {
    State state = State::Pending;
    Reason reason;
    Instant since{};
    bool flapping = false;
    std::optional<Instant> lastProof;
    std::optional<Monotonic> expires; ///< when the judgement changes although nothing happens

    friend bool operator==(const CheckJudgement &, const CheckJudgement &) = default;
};

/// How old a proof may be: `stale_after` intervals, or as many timeouts where answers may take longer than an interval.
Duration staleLimit(const Policy &policy);

/// A history that begins now.
CheckHistory beginHistory(Stamp now);

/// Takes one more observation in. The rules:
/// - Failed is soft: DOWN after `failure_threshold` failures without a working answer between them.
/// - Impaired is soft where an OK stands: DEGRADED when `failure_threshold` answers in a row were not good. Where no claim
///   stands (PENDING, UNKNOWN) the first answer that proves it working decides at once: OK or DEGRADED.
/// - From DOWN or DEGRADED back: `success_threshold` good answers in a row; from DOWN to DEGRADED as many working ones.
/// - An OK reads DEGRADED while `failure_threshold` of the last 20 observations have failed since it last was DOWN, in a row
///   or not, until no more than half as many have; while it flaps, those of before the recovery and impaired ones count too.
/// - Unproven is UNKNOWN at once, until something is proven again. It ends no run of failures, but a run of successes.
/// - A gap longer than `staleLimit` is as an Unproven answer, and failures before it no longer count.
void remember(CheckHistory &history, ObservationPtr observation, const Policy &policy);

/// Whether one more failure would make it DOWN: the moment to make sure that the station itself is not blind.
bool wouldGoDown(const CheckHistory &history, const Policy &policy);

/// Soft failures so far no longer count: they may have been the station's own.
void forgetFailures(CheckHistory &history);

/// The judgement at a moment: pure, and the same however often it is asked. Maintenance stands above everything (it keeps
/// looking; afterwards the check is at once what its observations have shown meanwhile); then blindness, then staleness.
CheckJudgement judge(const CheckHistory &history, const Policy &policy, const Circumstances &circumstances);

/// Why something reads MAINTENANCE.
Reason reasonOf(const MaintenanceWindow &window);

/// When a state was entered, for a judgement that follows another: the judgement's own idea of it, unless that lies before
/// the state that stood until now, or a maintenance window hid it until now: then it is entered now.
Instant enteredAt(State before, Instant beforeSince, State after, Instant afterSince, Instant now);

} // namespace tocsin
