// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Mattermost, by incoming webhook. Source: Mattermost documentation, "Incoming webhooks".
ChannelKind mattermostKind();

} // namespace tocsin
