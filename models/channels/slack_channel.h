// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// A channel of Slack, by an incoming webhook or by the Web API (api.slack.com: Incoming Webhooks, chat.postMessage).
ChannelKind slackKind();

} // namespace tocsin
