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
    /// Where an event stands in the journal's order.
    struct Place {
        LogicalTime time;
        EventId id;
        Instant at() const { return Instant(Duration(time.wallMs)); }
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    /// Of several events of one kind about one thing the earliest stands, in whatever order they come.
    template<typename T> struct Earliest {
        std::optional<T> value;
        Place place;

        void take(const T &other, const Place &otherPlace)
        {
            if (value && place <= otherPlace)
                return;
            value = other;
            place = otherPlace;
        }
    };
    struct Attempt {
        Earliest<bool> began;
        Earliest<deliveries::Accepted> accepted;
        Earliest<deliveries::Failed> failed;
    };
    /// What is known of one message; everything in it only grows.
    struct Story {
        Earliest<Notification> asked;
        std::map<int, Attempt> attempts;
        Earliest<bool> arrived;
        Earliest<deliveries::Failed> givenUp;
        Earliest<NotificationId> bundledInto;
    };

    static void add(Story &story, const DeliveryFact &fact, const Place &place);
    static Delivery told(const Story &story);
    static void tellAttempts(const Story &story, Delivery &delivery);
    static void settle(const Story &story, Delivery &delivery);

    std::map<NotificationId, Story> m_stories;
    std::map<NotificationId, Delivery> m_deliveries;
};

} // namespace tocsin
