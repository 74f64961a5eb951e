// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// A channel of Discord, by its webhook (Discord API v10, Execute Webhook).
ChannelKind discordKind();

} // namespace tocsin
