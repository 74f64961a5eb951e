// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/lost_alerts.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kForgotten{"alertmanager_forgot_alerts",
    QT_TRANSLATE_NOOP(
        "Phrase", "It has restarted, and alerts that fired before (%1, among them %2) were not sent to it again yet")};
constexpr Phrase kExpired{"alertmanager_alerts_expired",
    QT_TRANSLATE_NOOP(
        "Phrase", "Alerts (%1, among them %2) went because their sender fell silent, not because it said that they ended")};

/// Prometheus repeats a firing alert each minute (`--rules.alert.resend-delay`), others within Alertmanager's
/// `resolve_timeout` of five.
constexpr Duration kDoubtFor = std::chrono::minutes(5);
/// After a longer gap an alert may well have been resolved before its deadline passed.
constexpr Duration kLongestGap = std::chrono::minutes(2);

/// Whether no member that was read now has been running since the poll before.
bool allRestarted(const AlertVouchers &before, const AlertVouchers &now)
{
    return !now.startedAt.empty() && std::all_of(now.startedAt.begin(), now.startedAt.end(), [&](const auto &member) {
        const auto known = before.startedAt.find(member.first);
        return known != before.startedAt.end() && known->second != member.second;
    });
}

bool expired(std::string_view fingerprint, const AlertVouchers &before, const AlertVouchers &now)
{
    const auto deadline = before.deadlines.find(fingerprint);
    return deadline != before.deadlines.end() && deadline->second <= now.serverTime && now.readAt - before.readAt <= kLongestGap;
}

AlertPtr asLastKnown(const AlertPtr &alert)
{
    auto stale = std::make_shared<Alert>(*alert);
    stale->handling.stale = true;
    return stale;
}

} // namespace

std::vector<LostAlert> findLostAlerts(const std::vector<AlertPtr> &listedBefore, const AlertVouchers &before,
    const std::vector<LostAlert> &lostBefore, const AlertSet &listedNow, const AlertVouchers &now)
{
    std::vector<LostAlert> lost;
    for (const LostAlert &known : lostBefore) {
        if (!listedNow.find(known.alert->key.externalId) && now.readAt - known.since <= kDoubtFor)
            lost.push_back(known);
    }
    const bool isRestarted = allRestarted(before, now);
    for (const AlertPtr &alert : listedBefore) {
        if (alert->handling.stale || listedNow.find(alert->key.externalId))
            continue;
        if (isRestarted || expired(alert->key.externalId, before, now))
            lost.push_back({asLastKnown(alert), now.readAt, isRestarted});
    }
    return lost;
}

std::optional<Reason> lostAlertsReason(const std::vector<LostAlert> &lost)
{
    if (lost.empty())
        return std::nullopt;
    const LostAlert &first = lost.front();
    return Reason(first.byRestart ? kForgotten : kExpired, {std::to_string(lost.size()), first.alert->name});
}

} // namespace tocsin
