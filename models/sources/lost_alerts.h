// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/sources/alert_set.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// An alert that is no longer listed, although nobody said that it ended.
struct LostAlert {
    AlertPtr alert; ///< as it was listed last, marked stale
    Instant since{};
    bool byRestart = false; ///< otherwise its deadline passed without a word of its sender
};

/// By whom and until when the alerts of one poll were vouched for: what tells an alert that ended from one that got lost.
struct AlertVouchers {
    std::unordered_map<std::string, Instant> startedAt;      ///< of each member of the cluster that was read, by its address
    std::unordered_map<std::string_view, Instant> deadlines; ///< by fingerprint; the texts belong to the alerts
    Instant readAt{};                                        ///< our own clock
    Instant serverTime{};
};

/// An Alertmanager lists no alert that was resolved, but neither one that it forgot by a restart, nor one whose sender died
/// (protocols.md 4.2). These are the alerts of `before` that `now` lacks for such a reason; those of `lostBefore` that are
/// still missing stay for five minutes, in which a living sender repeats what fires. Pure.
std::vector<LostAlert> findLostAlerts(const std::vector<AlertPtr> &listedBefore, const AlertVouchers &before,
    const std::vector<LostAlert> &lostBefore, const AlertSet &listedNow, const AlertVouchers &now);

/// What people are told of them: nothing when there are none.
std::optional<Reason> lostAlertsReason(const std::vector<LostAlert> &lost);

} // namespace tocsin
