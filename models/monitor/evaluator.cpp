// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/evaluator.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>

namespace tocsin {

namespace {

constexpr Phrase kNotYetDown{"soft_failure", QT_TRANSLATE_NOOP("Phrase", "failed %1 of %2 times before it counts: %3")};
constexpr Phrase kNotYetDegraded{"soft_impaired", QT_TRANSLATE_NOOP("Phrase", "impaired %1 of %2 times before it counts: %3")};
constexpr Phrase kRecovering{"recovering", QT_TRANSLATE_NOOP("Phrase", "answers again, %1 of %2 times before it counts")};
constexpr Phrase kRelapsing{"relapsing", QT_TRANSLATE_NOOP("Phrase", "not well %1 of the last %2 times, the last time: %3")};
constexpr Phrase kStale{"stale", QT_TRANSLATE_NOOP("Phrase", "no valid answer for more than %1, the last one at %2")};
constexpr Phrase kNeverAnswered{"never_answered", QT_TRANSLATE_NOOP("Phrase", "no answer yet, after more than %1")};
constexpr Phrase kBlind{"blind", QT_TRANSLATE_NOOP("Phrase", "this station is blind since %1: none of its beacons answers")};
constexpr Phrase kMaintenance{"maintenance", QT_TRANSLATE_NOOP("Phrase", "maintenance until %1: %2")};
constexpr Phrase kMaintenanceNoReason{"maintenance_plain", QT_TRANSLATE_NOOP("Phrase", "maintenance until %1")};

// Flapping after Nagios ("Detection and Handling of State Flapping"): of the last 20 possible changes, the newest weighs
// half as much again as the oldest; it begins and ends at different shares so that the mark itself does not flap.
constexpr int kTurns = 20;
constexpr std::uint32_t kWindow = (1u << kTurns) - 1;
constexpr double kOldestWeight = 0.8;
constexpr double kNewestWeight = 1.2;
constexpr double kFlappingFrom = 0.30;
constexpr double kFlappingUntil = 0.20;

State shown(const CheckHistory &history)
{
    if (history.doubtful)
        return State::Unknown;
    return history.decided == State::Ok && history.relapsing ? State::Degraded : history.decided;
}

/// Those of the bits that lie in the newest observations.
int countOf(std::uint32_t bits, int observations)
{
    return std::popcount(bits & (observations < kTurns ? (1u << observations) - 1 : kWindow));
}

bool isStale(const CheckHistory &history, const Policy &policy, Monotonic moment)
{
    return history.proof && moment - history.proof->moment > staleLimit(policy);
}

bool isWorking(Outcome outcome)
{
    return outcome == Outcome::Good || outcome == Outcome::Impaired;
}

void count(CheckHistory &history, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good:
        ++history.goodRun;
        ++history.workingRun;
        history.failedRun = 0;
        history.notGoodRun = 0;
        break;
    case Outcome::Impaired:
        ++history.workingRun;
        ++history.notGoodRun;
        history.failedRun = 0;
        history.goodRun = 0;
        break;
    case Outcome::Failed:
        ++history.failedRun;
        ++history.notGoodRun;
        history.goodRun = 0;
        history.workingRun = 0;
        break;
    case Outcome::Unproven:
        history.goodRun = 0;
        history.workingRun = 0;
        break;
    }
}

void decideWorking(CheckHistory &history, Outcome outcome, const Policy &policy)
{
    const bool isGood = outcome == Outcome::Good;
    const bool hasClaim = history.decided != State::Pending && !history.doubtful;
    switch (history.decided) {
    case State::Down:
    case State::Degraded:
        if (history.goodRun >= policy.successThreshold)
            history.decided = State::Ok;
        else if (history.workingRun >= policy.successThreshold)
            history.decided = State::Degraded;
        else
            return; // it goes on reading what it read
        break;
    default:
        if (isGood)
            history.decided = State::Ok;
        else if (!hasClaim || history.notGoodRun >= policy.failureThreshold)
            history.decided = State::Degraded;
    }
    history.doubtful = false;
}

void decideFailed(CheckHistory &history, const Policy &policy)
{
    if (history.failedRun >= policy.failureThreshold || history.decided == State::Down) {
        history.decided = State::Down;
        history.doubtful = false;
    } else if (history.decided == State::Ok && !history.doubtful && history.notGoodRun >= policy.failureThreshold) {
        history.decided = State::Degraded; // failures and slow answers take turns
    }
}

/// Failures that never come `failure_threshold` in a row are failures all the same: each good answer ends the run of them,
/// but not what it has shown of late. A recovery from DOWN settles what led to it, unless it goes up and down.
void weighRelapses(CheckHistory &history, State before, const Policy &policy)
{
    if (before == State::Down && history.decided != State::Down)
        history.looks = 0;
    const int threshold = std::min(policy.failureThreshold, kTurns);
    const int failed = countOf(history.failedLooks, history.looks);
    const bool isUpAndDown = history.flapping && countOf(history.failedLooks | history.impairedLooks, kTurns) >= threshold;
    history.relapsing = isUpAndDown || failed >= threshold || (history.relapsing && failed > threshold / 2);
}

Reason explainRelapse(const CheckHistory &history)
{
    const int looks = history.flapping ? kTurns : history.looks;
    const int troubled = countOf(history.failedLooks | history.impairedLooks, looks);
    return Reason(kRelapsing, {std::to_string(troubled), std::to_string(looks), history.lastTrouble});
}

Reason explain(const CheckHistory &history, const Observation &observation, const Policy &policy)
{
    const State state = shown(history);
    if (state == State::Degraded && history.decided == State::Ok)
        return explainRelapse(history);
    switch (observation.outcome) {
    case Outcome::Good:
        if (state == State::Ok)
            return {};
        return Reason(kRecovering, {std::to_string(history.goodRun), std::to_string(policy.successThreshold)});
    case Outcome::Impaired:
        if (state == State::Degraded)
            return observation.reason;
        if (state == State::Ok)
            return Reason(kNotYetDegraded,
                {std::to_string(history.notGoodRun), std::to_string(policy.failureThreshold), observation.reason});
        return Reason(kRecovering, {std::to_string(history.workingRun), std::to_string(policy.successThreshold)});
    case Outcome::Failed:
        if (state == State::Down)
            return observation.reason;
        return Reason(
            kNotYetDown, {std::to_string(history.failedRun), std::to_string(policy.failureThreshold), observation.reason});
    case Outcome::Unproven:
        break;
    }
    return observation.reason;
}

std::uint32_t withBit(std::uint32_t bits, bool bit)
{
    return ((bits << 1) | (bit ? 1u : 0u)) & kWindow;
}

void markTurn(CheckHistory &history, const Observation &observation)
{
    const Outcome outcome = observation.outcome;
    history.looks = std::min(history.looks + 1, kTurns);
    history.failedLooks = withBit(history.failedLooks, outcome == Outcome::Failed);
    history.impairedLooks = withBit(history.impairedLooks, outcome == Outcome::Impaired);
    if (outcome == Outcome::Failed || outcome == Outcome::Impaired)
        history.lastTrouble = observation.reason;
    history.turns = withBit(history.turns, history.last && history.last->outcome != outcome);
    double weight = 0;
    for (int age = 0; age < kTurns; ++age) {
        if (history.turns >> age & 1u)
            weight += kNewestWeight - (kNewestWeight - kOldestWeight) * age / (kTurns - 1);
    }
    const double share = weight / kTurns;
    history.flapping = share >= (history.flapping ? kFlappingUntil : kFlappingFrom);
}

} // namespace

Duration staleLimit(const Policy &policy)
{
    return std::max(policy.interval, policy.timeout) * std::max(1, policy.staleAfter);
}

CheckHistory beginHistory(Stamp now)
{
    CheckHistory history;
    history.began = now.moment;
    history.since = now.at;
    return history;
}

void remember(CheckHistory &history, ObservationPtr observation, const Policy &policy)
{
    if (isStale(history, policy, observation->moment)) {
        if (!history.doubtful)
            history.since = history.proof->at + staleLimit(policy);
        history.doubtful = true;
        forgetFailures(history);
    }
    const State before = shown(history);
    const State decidedBefore = history.decided;
    const Outcome outcome = observation->outcome;
    const Stamp stamp{observation->at, observation->moment};
    markTurn(history, *observation);
    count(history, outcome);
    if (isWorking(outcome)) {
        decideWorking(history, outcome, policy);
        history.working = stamp;
    } else if (outcome == Outcome::Failed) {
        decideFailed(history, policy);
    } else {
        history.doubtful = true;
    }
    if (outcome != Outcome::Unproven)
        history.proof = stamp;
    weighRelapses(history, decidedBefore, policy);
    if (shown(history) != before)
        history.since = observation->at;
    history.reason = explain(history, *observation, policy);
    history.last = std::move(observation);
}

bool wouldGoDown(const CheckHistory &history, const Policy &policy)
{
    if (shown(history) == State::Down)
        return false;
    return history.decided == State::Down || history.failedRun + 1 >= policy.failureThreshold;
}

void forgetFailures(CheckHistory &history)
{
    history.failedRun = 0;
    history.notGoodRun = 0;
    history.looks = 0;
    history.failedLooks = 0;
    history.impairedLooks = 0;
    history.relapsing = false;
}

CheckJudgement judge(const CheckHistory &history, const Policy &policy, const Circumstances &circumstances)
{
    CheckJudgement judgement{shown(history), history.reason, history.since, history.flapping, std::nullopt, std::nullopt};
    const Duration limit = staleLimit(policy);
    const Monotonic moment = circumstances.now.moment;
    const Monotonic ageFrom = history.proof ? history.proof->moment : history.began;
    const bool isOld = moment - ageFrom > limit;
    if (history.proof)
        judgement.lastProof = history.proof->at;
    if (!isOld)
        judgement.expires = ageFrom + limit + Duration(1);

    if (circumstances.maintenance) {
        judgement.state = State::Maintenance;
        judgement.reason = reasonOf(*circumstances.maintenance);
        judgement.since = circumstances.maintenance->start;
        return judgement;
    }
    if (circumstances.blindSince && (!history.proof || history.proof->moment < circumstances.blindSince->moment)) {
        judgement.state = State::Unknown;
        judgement.reason = Reason(kBlind, {formatRfc3339(circumstances.blindSince->at)});
        judgement.since = circumstances.blindSince->at;
        return judgement;
    }
    if (isOld && !history.doubtful) {
        judgement.state = State::Unknown;
        judgement.reason = history.proof ? Reason(kStale, {formatDuration(limit), formatRfc3339(history.proof->at)})
                                         : Reason(kNeverAnswered, {formatDuration(limit)});
        judgement.since = history.proof ? history.proof->at + limit : history.since + limit;
    }
    return judgement;
}

Reason reasonOf(const MaintenanceWindow &window)
{
    const std::string end = formatRfc3339(window.start + window.duration);
    return window.reason.empty() ? Reason(kMaintenanceNoReason, {end}) : Reason(kMaintenance, {end, window.reason});
}

Instant enteredAt(State before, Instant beforeSince, State after, Instant afterSince, Instant now)
{
    if (before == after)
        return beforeSince;
    if (before == State::Maintenance)
        return now;
    const bool isPlausible = afterSince >= beforeSince && afterSince <= now;
    return before == State::Pending || isPlausible ? std::min(afterSince, now) : now;
}

} // namespace tocsin
