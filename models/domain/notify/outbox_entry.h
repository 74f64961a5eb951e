// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"

#include <map>
#include <string>

namespace tocsin {

/// What has become of one notification at one station: what an outbox knows of it.
struct OutboxEntry {
    enum class State {
        Waiting,
        Sending,
        Accepted,
        Failed, ///< for good
    };
    State state = State::Waiting;
    Instant at{}; ///< when it came to this
    std::string subject;
    std::string person;
    ChannelId channel;
    std::string to;

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

/// By notification, then by station.
using OutboxEntries = std::map<NotificationId, std::map<std::string, OutboxEntry>>;

} // namespace tocsin
