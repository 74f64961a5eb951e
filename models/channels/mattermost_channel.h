// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// A channel of a Mattermost server, by an incoming webhook (Mattermost, Incoming webhooks).
ChannelKind mattermostKind();

} // namespace tocsin
