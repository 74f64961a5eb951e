// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/delivery_codec.h"
#include "models/domain/notify/delivery.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace tocsin {

/// All messages and what has become of them: the fold of their events, the same for every order and every repetition of
/// them. One thread at a time; owned by the courier.
class Outbox
{
public:
    /// The messages that are otherwise than before.
    std::set<NotificationId> take(const std::vector<Event> &events);

    const std::map<NotificationId, Delivery> &deliveries() const { return m_deliveries; }
    const Delivery *find(const NotificationId &id) const; ///< null when it was never asked for
    /// What nobody will ask about any more: settled before this time.
    void forgetSettledBefore(Instant limit);

private:
    struct Attempt {
        std::optional<Instant> began;
        std::optional<deliveries::Accepted> accepted;
        std::optional<deliveries::Failed> failed;
        std::optional<Instant> ended;
    };
    /// What is known of one message; everything in it only grows.
    struct Story {
        std::optional<Notification> asked;
        std::map<int, Attempt> attempts;
        std::optional<Instant> arrivedAt;
        std::optional<deliveries::Failed> givenUp;
        std::optional<Instant> givenUpAt;
        NotificationId bundledInto;
        std::optional<Instant> bundledAt;
    };

    static void add(Story &story, const DeliveryFact &fact, Instant at);
    static Delivery told(const Story &story);
    static void tellAttempts(const Story &story, Delivery &delivery);
    static void settle(const Story &story, Delivery &delivery);

    std::map<NotificationId, Story> m_stories;
    std::map<NotificationId, Delivery> m_deliveries;
};

} // namespace tocsin
