// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Push messages to telephones by Pushover (pushover.net/api, Message API and Receipts API).
ChannelKind pushoverKind();

} // namespace tocsin
