// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Push by ntfy. Source: ntfy's documentation, "Publishing" and "Subscribing"; answers recorded from 2.27.
ChannelKind ntfyKind();

} // namespace tocsin
