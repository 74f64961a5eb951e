// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

enum class DeliveryState {
    Waiting,   ///< for its turn, or for the next attempt
    Underway,  ///< an attempt has begun, and how it ended is not known
    Accepted,  ///< the place has taken it
    Arrived,   ///< and says that it came through
    Failed,    ///< no further attempt will be made
    Bundled,   ///< it went within another message, because there were too many at once
    Rehearsed, ///< of a drill: it would have been sent
};

/// What has become of one message: the fold of its events. A value.
struct Delivery {
    Notification message;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;         ///< that were begun
    bool mayBeRepeat = false; ///< an attempt before the next may have arrived
    Reason problem;           ///< why the last attempt failed, or why there is no other
    std::string receipt;      ///< the place's own name of the message
    std::string words;        ///< what the place said when it took it
    std::optional<Instant> lastTried;
    std::optional<Instant> retryAt; ///< not before
    std::optional<Instant> settledAt;
    NotificationId bundledInto;

    bool isSettled() const { return state != DeliveryState::Waiting && state != DeliveryState::Underway; }
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

std::string_view deliveryWord(DeliveryState state); ///< `waiting`, `underway`, ...
Reason deliveryName(DeliveryState state);           ///< for people

} // namespace tocsin
