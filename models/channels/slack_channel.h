// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Slack, by incoming webhook or as an app. Source: Slack API, "Incoming webhooks", chat.postMessage, "Formatting".
ChannelKind slackKind();

} // namespace tocsin
