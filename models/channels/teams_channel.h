// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Microsoft Teams, by a webhook of Workflows. Source: Microsoft, "Create incoming webhooks with Workflows"; Adaptive Cards 1.4.
ChannelKind teamsKind();

} // namespace tocsin
