// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// A channel of Microsoft Teams, by a webhook of Workflows that posts an adaptive card (Adaptive Cards 1.4).
ChannelKind teamsKind();

} // namespace tocsin
