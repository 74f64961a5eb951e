// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/notify/channel_view.h"
#include "models/domain/notify/notification.h"

#include <string>
#include <vector>

namespace tocsin {

/// The channels of a configuration, as people see them.
std::vector<ChannelView> channelViews(const Config &config);

/// What a test says, in the language of this station: who sends it, from where, and that nothing need be done.
Notification testMessage(
    NotificationId id, ChannelId channel, std::string to, const std::string &shop, const std::string &person, Instant now);

} // namespace tocsin
