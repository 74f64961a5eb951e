// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// SMS by Twilio. Source: Twilio Programmable Messaging, Message resource.
ChannelKind twilioKind();

} // namespace tocsin
