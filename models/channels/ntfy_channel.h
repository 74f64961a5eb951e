// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

namespace tocsin {

/// Push messages by ntfy, of ntfy.sh or a server of the shop's own (docs.ntfy.sh, Publish as JSON).
ChannelKind ntfyKind();

} // namespace tocsin
