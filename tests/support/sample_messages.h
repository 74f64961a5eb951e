// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <chrono>

namespace tocsin::sample {

inline constexpr Phrase refusedLogin{"sample_refused", "Login refused (status 401): unauthorized"};
inline constexpr Phrase noAnswer{"sample_no_answer", "No answer from pay.example.net:443 within 15s"};

inline Delivery delivery(int number, const char *channel, DeliveryState state, Instant at, const char *person = "")
{
    Delivery delivery;
    delivery.message.id = NotificationId("m" + std::to_string(number));
    delivery.message.channel = ChannelId(channel);
    delivery.message.person = person;
    delivery.message.title = "Payments is down: the provider does not answer";
    delivery.message.at = at;
    delivery.state = state;
    delivery.attempts = state == DeliveryState::Bundled || state == DeliveryState::Rehearsed ? 0 : 1;
    delivery.lastTried = at;
    if (delivery.isSettled())
        delivery.settledAt = at;
    return delivery;
}

/// Four channels; `many`: with all that can become of a message.
inline MessageNews messages(Instant at, bool many)
{
    using std::chrono::minutes;
    MessageNews news;
    news.channels = {{ChannelId("push"), "ntfy", true}, {ChannelId("sms"), "twilio", true},
        {ChannelId("team chat"), "mattermost", true}, {ChannelId("pager"), "webhook", true}};
    if (!many)
        return news;
    Delivery arrived = delivery(1, "push", DeliveryState::Arrived, at - minutes(2), "Ada");
    Delivery taken = delivery(2, "team chat", DeliveryState::Accepted, at - minutes(3));
    taken.words = "ok";
    Delivery failed = delivery(3, "sms", DeliveryState::Failed, at - minutes(4), "Bob");
    failed.problem = Reason(refusedLogin);
    Delivery waiting = delivery(4, "pager", DeliveryState::Waiting, at - minutes(1), "Augusta Ada King, Countess of Lovelace");
    waiting.attempts = 3;
    waiting.problem = Reason(noAnswer);
    waiting.retryAt = at + minutes(1);
    news.deliveries = {arrived, taken, failed, waiting, delivery(5, "push", DeliveryState::Bundled, at - minutes(5)),
        delivery(6, "push", DeliveryState::Rehearsed, at - minutes(6))};
    return news;
}

} // namespace tocsin::sample
