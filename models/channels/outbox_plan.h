// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/delivery.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tocsin {

/// What is to be done with the messages that wait.
struct OutboxPlan {
    std::vector<NotificationId> send;                 ///< the most urgent first, then the oldest
    std::vector<std::vector<NotificationId>> bundles; ///< each goes as one message; two or more, the same recipient
    std::vector<NotificationId> expired;              ///< past the time in which they are worth telling
    std::vector<NotificationId> homeless;             ///< their channel is not configured
    std::optional<Instant> nextLook;                  ///< when there may be something to do though nothing else changes
};

/// How many messages a minute one recipient of a channel gets.
using Paces = std::map<ChannelId, int>;

/// What is due now. A recipient gets at most so many messages a minute; critical ones are counted by themselves, so that noise
/// cannot hold them up. When more wait than may go, the last one that may carries all the others. `inHand`: attempts of this
/// program that have not ended; any other one that has begun was broken off, and is made again. Pure.
OutboxPlan planOf(const std::map<NotificationId, Delivery> &deliveries, const std::set<NotificationId> &inHand,
    const Paces &paces, Instant now);

/// How long to wait after so many failures in a row (1 and more): 5 s, then three times as long each time, at most 5 minutes;
/// a tenth more or less, by the id, so that what failed together does not come back together.
Duration backoff(int failures, const NotificationId &id);

/// One message that stands for all of these: their titles and first lines. `title`: its title, for so many. Not for none.
Notification bundleOf(const std::vector<const Delivery *> &deliveries, const std::function<std::string(int)> &title, Instant now);

} // namespace tocsin
