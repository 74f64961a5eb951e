// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel.h"
#include "models/channels/webhook_channel.h"

#include <array>

namespace tocsin {

std::span<const ChannelKind> channelKinds()
{
    static const std::array kinds{
        webhookKind(),
    };
    return kinds;
}

} // namespace tocsin
