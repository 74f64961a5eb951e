// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Discord, by webhook. Source: Discord developer documentation, "Execute Webhook".
ChannelKind discordKind();

} // namespace tocsin
