// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// E-mail by SMTP submission (RFC 6409), a mail for each recipient.
ChannelKind mailKind();

} // namespace tocsin
