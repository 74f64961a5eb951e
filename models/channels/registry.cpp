// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel.h"
#include "models/channels/discord_channel.h"
#include "models/channels/mail_channel.h"
#include "models/channels/mattermost_channel.h"
#include "models/channels/ntfy_channel.h"
#include "models/channels/pushover_channel.h"
#include "models/channels/slack_channel.h"
#include "models/channels/teams_channel.h"
#include "models/channels/twilio_channel.h"
#include "models/channels/webhook_channel.h"

#include <array>

namespace tocsin {

std::span<const ChannelKind> channelKinds()
{
    static const std::array kinds{
        discordKind(),
        mailKind(),
        mattermostKind(),
        ntfyKind(),
        pushoverKind(),
        slackKind(),
        teamsKind(),
        twilioKind(),
        webhookKind(),
    };
    return kinds;
}

} // namespace tocsin
