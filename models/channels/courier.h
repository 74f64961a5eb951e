// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"
#include "models/channels/outbox.h"
#include "models/channels/outbox_plan.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace tocsin {

/// Brings messages to their places: each is in the journal before it leaves, is tried again until the place takes it or will
/// never take it, and is marked where it may arrive twice. Watch thread; owned by whoever runs it, who keeps it until it is idle.
class Courier
{
public:
    struct Surroundings {
        const Clock &clock;
        ChannelTools tools;
        std::span<const ChannelKind> kinds;
        std::function<Event(std::string subject, std::string kind, std::string payload, bool drill)> makeEvent;
        /// Writes them down and then calls `done`, on this thread, also when they could not be written: a full disk holds no
        /// alarm up (decision 15).
        std::function<void(std::vector<Event> events, std::function<void()> done)> record;
        std::function<void(std::string &)> redact;
        std::function<std::string(const Reason &)> inWords; ///< in the language of this station
        std::function<void(std::vector<Delivery>)> tell;    ///< what is otherwise than before
    };

    explicit Courier(Surroundings surroundings);
    Courier(const Courier &) = delete;
    Courier &operator=(const Courier &) = delete;

    /// From now on these. `isDrill`: whatever is watched is a rehearsal, and so is every message.
    void setChannels(const std::vector<ChannelConfig> &channels, bool isDrill = false);

    /// What the journal has; from now on this program sends. Attempts that it does not know of were broken off.
    void takeOver(const std::vector<Event> &events);
    /// What another program, which keeps the journal and sends, has written.
    void follow(const std::vector<Event> &events);

    /// Asks for these. One that was asked for already is not asked for again. A drill is noted and goes nowhere. Where another
    /// program sends, they fail at once.
    void ask(std::vector<Notification> messages);

    /// Starts what is due. Returns when it wants to be called next; call it after anything that was completed, too.
    Monotonic advance();
    const Outbox &outbox() const { return m_outbox; }

    void stop(); ///< nothing new begins; what comes back is not judged
    bool idle() const { return m_talking == 0; }

private:
    /// An attempt that this program makes.
    struct Attempt {
        int number = 0;
        bool isRepeat = false;
    };
    struct Following {
        Receipt receipt;
        int looks = 0;
        Instant next{};
        bool isAsking = false;
    };

    void write(const Notification &message, const std::vector<DeliveryStep> &steps, std::function<void()> done = {});
    void note(std::vector<Event> events, const std::vector<NotificationId> &about, std::function<void()> done = {});
    std::set<NotificationId> untouchable() const;
    void show(const std::set<NotificationId> &changed);
    void carryOut(const OutboxPlan &plan);
    void giveUp(const NotificationId &id, const Reason &why);
    void bundle(const std::vector<NotificationId> &ids);
    void begin(const NotificationId &id);
    void leave(const NotificationId &id);
    QCoro::Task<> converse(std::shared_ptr<Channel> channel, OutgoingMessage message, int attempt);
    void taken(const NotificationId &id, int attempt, Receipt receipt);
    void refused(const NotificationId &id, int attempt, SendFailure failed);
    void followUp(Instant now);
    QCoro::Task<> lookAfter(std::shared_ptr<Channel> channel, NotificationId id);
    void cameOut(const NotificationId &id, const Result<Arrival> &arrival);
    Event eventOf(const Notification &message, const DeliveryStep &step);
    std::shared_ptr<Channel> channelOf(const Notification &message) const;
    Instant now() const { return m_around.clock.now(); }

    const Surroundings m_around;
    std::map<ChannelId, std::shared_ptr<Channel>> m_channels;
    std::vector<ChannelConfig> m_configured;
    Paces m_paces;
    Outbox m_outbox;
    enum class Role { Unknown, Sends, Follows } m_role = Role::Unknown;
    std::vector<Notification> m_early; ///< asked for before it was known who sends
    std::map<NotificationId, Attempt> m_inHand;
    std::map<NotificationId, int> m_unwritten; ///< how many writes about it are not done yet: what is known of it is out of date
    std::map<NotificationId, Reason> m_problems; ///< in the words of this life; the journal has them in English
    std::map<NotificationId, Following> m_following;
    std::optional<Instant> m_nextLook;
    Instant m_plannedAt{};
    bool m_isDirty = true;
    bool m_isDrill = false;
    bool m_isStopping = false;
    int m_talking = 0;
};

} // namespace tocsin
