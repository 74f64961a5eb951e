// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/tile.h"

#include "models/domain/alert_join.h"
#include "models/monitor/evaluator.h"

#include <QtGlobal>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace tocsin {

namespace {

constexpr Phrase kNothingWatches{"nothing_watches",
    QT_TRANSLATE_NOOP("Phrase", "nothing watches it: it has no check, and no source that could hold its alerts")};
constexpr Phrase kSourceProvesNothing{"source_proves_nothing", QT_TRANSLATE_NOOP("Phrase", "%1 proves nothing now: %2")};
constexpr Phrase kSourcePending{"source_pending", QT_TRANSLATE_NOOP("Phrase", "waiting for the first answer of %1")};
constexpr Phrase kAlert{"alert", QT_TRANSLATE_NOOP("Phrase", "%1")};
constexpr Phrase kAlertWithSummary{"alert_summary", QT_TRANSLATE_NOOP("Phrase", "%1: %2")};
constexpr Phrase kUnmappedAlert{"alert_unmapped", QT_TRANSLATE_NOOP("Phrase", "%1: its severity \"%2\" is not mapped")};
constexpr Phrase kPendingAlert{"alert_pending", QT_TRANSLATE_NOOP("Phrase", "%1 is about to fire")};
constexpr Phrase kStaleAlert{"alert_stale", QT_TRANSLATE_NOOP("Phrase", "%1, as last known: %2 proves nothing now")};

bool canBeOwned(State state)
{
    return state == State::Down || state == State::Degraded || state == State::Unknown;
}

Reason reasonOf(const Alert &alert)
{
    if (alert.handling.stale)
        return Reason(kStaleAlert, {alert.name, alert.key.source.text()});
    if (alert.phase == AlertPhase::Pending)
        return Reason(kPendingAlert, {alert.name});
    if (alert.severity == Severity::Unmapped)
        return Reason(kUnmappedAlert, {alert.name, alert.severityText});
    return alert.summary.empty() ? Reason(kAlert, {alert.name}) : Reason(kAlertWithSummary, {alert.name, alert.summary});
}

TileSum sumOfChecks(const TileParts &parts)
{
    TileSum sum;
    for (const CheckStatus *check : parts.checks)
        sum.add(check->state, check->reason, check->since, check->acknowledgement);
    return sum;
}

TileSum sumOfSources(const TileParts &parts)
{
    TileSum sum;
    for (const SourceStatus *source : parts.sources) {
        Reason reason;
        if (source->state == State::Unknown)
            reason = Reason(kSourceProvesNothing, {source->id.text(), source->reason});
        else if (source->state == State::Pending)
            reason = Reason(kSourcePending, {source->id.text()});
        sum.add(source->state, reason, source->since, std::nullopt);
    }
    return sum;
}

std::optional<Instant> oldestProof(const TileParts &parts)
{
    std::optional<Instant> oldest;
    const auto take = [&](const std::optional<Instant> &proof) {
        if (proof && (!oldest || *proof < *oldest))
            oldest = proof;
    };
    for (const CheckStatus *check : parts.checks)
        take(check->lastProof);
    for (const SourceStatus *source : parts.sources)
        take(source->lastGood);
    return oldest;
}

/// Of its first check, while that works: how long a failure took says nothing about speed.
std::optional<Duration> latencyOf(const TileParts &parts)
{
    const ObservationPtr last = parts.checks.empty() ? nullptr : parts.checks.front()->last;
    if (!last || (last->outcome != Outcome::Good && last->outcome != Outcome::Impaired))
        return std::nullopt;
    return std::chrono::duration_cast<Duration>(last->evidence.timings.total);
}

/// When the tile entered its state. What made it worse says since when; when it got better, it did so now.
Instant tileSince(const ServiceStatus &before, State state, Instant itemSince, Instant now)
{
    if (before.state == state && before.since != Instant{})
        return before.since;
    const bool isWorse = state > before.state || before.state == State::Pending;
    return isWorse && itemSince != Instant{} ? std::min(itemSince, now) : now;
}

/// Whether nothing is lost when only `shown` is listed: it is proven, and no better in the eyes of its own source.
bool standsFor(const Alert &shown, const Alert &hidden)
{
    return !shown.handling.stale && stateOf(shown) >= stateOf(hidden);
}

} // namespace

void TileSum::add(State added, const Reason &why, Instant began, const std::optional<Acknowledgement> &acknowledgement)
{
    TileSum one;
    one.state = added;
    one.reason = why;
    one.since = began;
    one.isEmpty = false;
    one.allOwned = acknowledgement.has_value();
    one.oldest = acknowledgement;
    add(one);
}

void TileSum::add(const TileSum &other)
{
    if (other.isEmpty)
        return;
    if (isEmpty || other.state > state) {
        *this = other;
        return;
    }
    if (other.state < state)
        return;
    if (other.since < since) {
        since = other.since;
        reason = other.reason;
    }
    allOwned = allOwned && other.allOwned;
    if (other.oldest && (!oldest || other.oldest->since < oldest->since))
        oldest = other.oldest;
}

AlertsOnce joinedOnce(std::vector<AlertPtr> alerts, const std::vector<std::string> &externalLabels)
{
    const bool canJoin = std::any_of(alerts.begin(), alerts.end(), [](const AlertPtr &a) { return !a->actions.acknowledge; });
    const std::vector<JoinedAlert> joins = canJoin ? joinAlerts(alerts, externalLabels) : std::vector<JoinedAlert>();
    if (joins.empty())
        return {std::move(alerts), {}};
    std::unordered_map<AlertKey, const Alert *> byKey;
    for (const AlertPtr &alert : alerts)
        byKey.emplace(alert->key, alert.get());
    std::unordered_set<AlertKey> hidden;
    for (const JoinedAlert &join : joins) {
        if (standsFor(*byKey.at(join.shown), *byKey.at(join.hidden)))
            hidden.insert(join.hidden);
    }
    std::erase_if(alerts, [&](const AlertPtr &alert) { return hidden.count(alert->key) > 0; });
    AlertsOnce once{std::move(alerts), {hidden.begin(), hidden.end()}};
    std::sort(once.joined.begin(), once.joined.end());
    return once;
}

TileSum sumOf(const std::vector<AlertPtr> &alerts, Instant now)
{
    TileSum sum;
    for (const AlertPtr &alert : alerts) {
        if (const std::optional<State> state = stateOf(*alert))
            sum.add(*state, reasonOf(*alert), std::min(alert->startsAt.value_or(now), now), alert->acknowledgement);
    }
    return sum;
}

ServiceStatus tileOf(const ServiceStatus &before, const TileParts &parts)
{
    TileSum sum = sumOfChecks(parts);
    sum.add(parts.alerts);
    sum.add(sumOfSources(parts));
    if (!parts.isWatched)
        sum.add(State::Unknown, Reason(kNothingWatches), before.since == Instant{} ? parts.now : before.since, std::nullopt);

    ServiceStatus tile = before;
    tile.state = sum.state;
    tile.reason = sum.state == State::Ok ? Reason() : sum.reason;
    tile.maintenanceReason.clear();
    if (parts.maintenance) {
        tile.state = State::Maintenance;
        tile.reason = reasonOf(*parts.maintenance);
        tile.maintenanceReason = parts.maintenance->reason;
        sum.since = parts.maintenance->start;
    }
    tile.since = tileSince(before, tile.state, sum.since, parts.now);
    tile.owned = canBeOwned(tile.state) && sum.allOwned;
    tile.owner = tile.owned && sum.oldest ? sum.oldest->person : std::string();
    tile.ownedSince = tile.owned && sum.oldest ? sum.oldest->since : std::nullopt;
    tile.lastProof = oldestProof(parts);
    tile.flapping
        = std::any_of(parts.checks.begin(), parts.checks.end(), [](const CheckStatus *check) { return check->flapping; });
    tile.latency = latencyOf(parts);
    return tile;
}

void sortForTile(std::vector<AlertPtr> &alerts)
{
    const auto rank = [](const AlertPtr &alert) {
        const State state = stateOf(*alert).value_or(State::Ok);
        return std::make_tuple(-static_cast<int>(state), alert->startsAt.value_or(Instant{}));
    };
    std::sort(alerts.begin(), alerts.end(), [&](const AlertPtr &a, const AlertPtr &b) {
        const auto left = rank(a);
        const auto right = rank(b);
        return left != right ? left < right : a->key < b->key;
    });
}

} // namespace tocsin
