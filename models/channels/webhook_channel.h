// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// A program of the shop's own that takes messages as JSON by HTTP POST; docs/channels.md describes body and signature.
ChannelKind webhookKind();

} // namespace tocsin
