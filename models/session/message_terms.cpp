// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/message_terms.h"

#include "models/channels/channel.h"
#include "models/items/words.h"
#include "models/session/paths.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kTitle{"message_test_title", QT_TRANSLATE_NOOP("Phrase", "Test message of %1")};
constexpr Phrase kText{"message_test_text",
    QT_TRANSLATE_NOOP("Phrase", "%1 has tried at station %2 whether messages come through here. Nothing has happened.")};

std::string said(const Reason &reason)
{
    return words::sentence(reason).toStdString();
}

} // namespace

std::vector<ChannelView> channelViews(const Config &config)
{
    std::vector<ChannelView> views;
    for (const ChannelConfig &channel : config.channels) {
        const auto kinds = channelKinds();
        const auto kind = std::find_if(
            kinds.begin(), kinds.end(), [&](const ChannelKind &other) { return other.section.type == channel.type; });
        views.push_back({ChannelId(channel.name), channel.type, kind == kinds.end() || kind->leavesStation});
    }
    return views;
}

Notification testMessage(
    NotificationId id, ChannelId channel, std::string to, const std::string &shop, const std::string &person, Instant now)
{
    Notification message;
    message.id = std::move(id);
    message.channel = std::move(channel);
    message.to = std::move(to);
    message.title = said(Reason(kTitle, {shop}));
    message.text = said(Reason(kText, {person, stationName()}));
    message.subject = "station";
    message.at = now;
    message.until = now + std::chrono::minutes(10); // nobody waits longer for a test
    message.isTest = true;
    return message;
}

} // namespace tocsin
