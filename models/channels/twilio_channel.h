// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Text messages (SMS) by Twilio (twilio.com/docs/sms/api, Message resource of 2010-04-01).
ChannelKind twilioKind();

} // namespace tocsin
