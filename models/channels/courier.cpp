// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/courier.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <iterator>

namespace tocsin {

namespace {

constexpr Phrase kExpired{"delivery_expired", QT_TRANSLATE_NOOP("Phrase", "Too late: it was not worth telling any more")};
constexpr Phrase kHomeless{"delivery_no_channel", QT_TRANSLATE_NOOP("Phrase", "There is no channel %1 in the configuration")};
constexpr Phrase kElsewhere{"delivery_elsewhere",
    QT_TRANSLATE_NOOP("Phrase", "Another program keeps the journal here, and sends the messages: ask there")};
constexpr Phrase kLost{"delivery_lost", QT_TRANSLATE_NOOP("Phrase", "The place took it, and then gave it up")};
constexpr Phrase kMany{"delivery_many", QT_TRANSLATE_NOOP("Phrase", "%1 messages")};

constexpr std::size_t kMostAtOnce = 16;
/// How long one that is asked for again is known to have been asked for.
constexpr Duration kKept = std::chrono::hours(31 * 24);
constexpr Duration kLongestSleep = std::chrono::seconds(1);
/// When to ask what has become of a message, counted from one look to the next.
constexpr std::array<Duration, 6> kLooks{std::chrono::seconds(2), std::chrono::seconds(5), std::chrono::seconds(15),
    std::chrono::seconds(60), std::chrono::minutes(5), std::chrono::minutes(15)};

} // namespace

Courier::Courier(Surroundings surroundings)
    : m_around(std::move(surroundings))
{
}

void Courier::setChannels(const std::vector<ChannelConfig> &channels, bool isDrill)
{
    m_isDrill = isDrill;
    std::map<ChannelId, std::shared_ptr<Channel>> made;
    m_paces.clear();
    for (const ChannelConfig &channel : channels) {
        const ChannelId id(channel.name);
        const auto kind = std::find_if(m_around.kinds.begin(), m_around.kinds.end(),
            [&](const ChannelKind &other) { return other.section.type == channel.type; });
        if (kind == m_around.kinds.end())
            continue; // the configuration has said so
        const bool isAsBefore = std::find(m_configured.begin(), m_configured.end(), channel) != m_configured.end();
        made[id] = isAsBefore ? m_channels[id] : std::shared_ptr<Channel>(kind->make(channel, m_around.tools));
        m_paces[id] = channel.perMinute;
    }
    m_channels = std::move(made);
    m_configured = channels;
    m_isDirty = true;
}

void Courier::takeOver(const std::vector<Event> &events)
{
    m_role = Role::Sends;
    m_isDirty = true;
    std::set<NotificationId> changed = m_outbox.take(events);
    m_outbox.forgetSettledBefore(now() - kKept);
    std::erase_if(changed, [this](const NotificationId &id) { return m_outbox.find(id) == nullptr; });
    show(changed);
    ask(std::exchange(m_early, {}));
}

void Courier::follow(const std::vector<Event> &events)
{
    m_role = Role::Follows;
    show(m_outbox.take(events));
    ask(std::exchange(m_early, {}));
}

void Courier::ask(std::vector<Notification> messages)
{
    if (m_role == Role::Unknown) {
        std::move(messages.begin(), messages.end(), std::back_inserter(m_early));
        return;
    }
    std::vector<Event> events;
    std::vector<NotificationId> asked;
    for (Notification &message : messages) {
        if (m_outbox.find(message.id) || m_unwritten.count(message.id) > 0)
            continue;
        message.drill = message.drill || m_isDrill;
        m_around.redact(message.title);
        m_around.redact(message.text);
        if (m_role == Role::Follows) {
            Delivery refused;
            refused.message = message;
            refused.state = DeliveryState::Failed;
            refused.problem = Reason(kElsewhere);
            refused.settledAt = now();
            m_around.tell({refused});
            continue;
        }
        events.push_back(eventOf(message, deliveries::Asked{message}));
        asked.push_back(message.id);
    }
    if (!events.empty())
        note(std::move(events), asked);
}

Monotonic Courier::advance()
{
    const Instant at = now();
    const bool isDue = m_isDirty || (m_nextLook && *m_nextLook <= at) || at < m_plannedAt;
    if (m_role == Role::Sends && !m_isStopping && isDue) {
        m_isDirty = false;
        m_plannedAt = at;
        m_outbox.forgetSettledBefore(at - kKept);
        const OutboxPlan plan = planOf(m_outbox.deliveries(), untouchable(), m_paces, at);
        m_nextLook = plan.nextLook;
        carryOut(plan);
        followUp(at);
    }
    const Duration untilNext = m_isDirty ? Duration(0) : m_nextLook ? *m_nextLook - at : kLongestSleep;
    return m_around.clock.monotonic() + std::clamp(untilNext, Duration(0), kLongestSleep);
}

void Courier::carryOut(const OutboxPlan &plan)
{
    for (const NotificationId &id : plan.expired)
        giveUp(id, Reason(kExpired));
    for (const NotificationId &id : plan.homeless)
        giveUp(id, Reason(kHomeless, {m_outbox.find(id)->message.channel.text()}));
    for (const std::vector<NotificationId> &ids : plan.bundles)
        bundle(ids);
    for (const NotificationId &id : plan.send) {
        if (m_inHand.size() >= kMostAtOnce)
            return; // the end of an attempt makes it look again
        begin(id);
    }
}

void Courier::giveUp(const NotificationId &id, const Reason &why)
{
    m_problems[id] = why;
    write(m_outbox.find(id)->message, {deliveries::Failed{0, std::string(why.code()), english(why), true, false, {}}});
}

/// One transaction: a message is either still to be sent, or within another that is.
void Courier::bundle(const std::vector<NotificationId> &ids)
{
    std::vector<const Delivery *> members;
    for (const NotificationId &id : ids)
        members.push_back(m_outbox.find(id));
    const auto title = [this](int count) { return m_around.inWords(Reason(kMany, {std::to_string(count)})); };
    const Notification whole = bundleOf(members, title, now());
    std::vector<Event> events{eventOf(whole, deliveries::Asked{whole})};
    for (const Delivery *member : members)
        events.push_back(eventOf(member->message, deliveries::Bundled{whole.id}));
    note(std::move(events), ids);
}

void Courier::begin(const NotificationId &id)
{
    const Delivery &delivery = *m_outbox.find(id);
    const Attempt attempt{delivery.attempts + 1, delivery.mayBeRepeat};
    m_inHand[id] = attempt;
    write(delivery.message, {deliveries::Sending{attempt.number}}, [this, id] { leave(id); });
}

/// It is written down that it leaves, or cannot be: now it does.
void Courier::leave(const NotificationId &id)
{
    const auto attempt = m_inHand.find(id);
    const Delivery *delivery = m_outbox.find(id);
    if (m_isStopping || attempt == m_inHand.end() || !delivery)
        return;
    const std::shared_ptr<Channel> channel = channelOf(delivery->message);
    std::optional<OutgoingMessage> message = OutgoingMessage::of(delivery->message, attempt->second.isRepeat);
    if (!channel || !message) { // the configuration has changed meanwhile
        m_inHand.erase(attempt);
        m_isDirty = true;
        return;
    }
    converse(channel, *std::move(message), attempt->second.number); // ends by itself, and idle() counts it
}

QCoro::Task<> Courier::converse(std::shared_ptr<Channel> channel, OutgoingMessage message, int attempt)
{
    ++m_talking;
    const NotificationId id = message.id();
    Sent sent = co_await channel->send(std::move(message));
    --m_talking;
    if (m_isStopping)
        co_return; // its outcome is open, and the journal says so
    m_inHand.erase(id);
    if (sent)
        taken(id, attempt, std::move(*sent));
    else
        refused(id, attempt, std::move(sent.error()));
}

void Courier::taken(const NotificationId &id, int attempt, Receipt receipt)
{
    m_around.redact(receipt.words);
    m_problems.erase(id);
    std::vector<DeliveryStep> steps{deliveries::Accepted{attempt, receipt.id, receipt.words}};
    if (receipt.isRead)
        steps.push_back(deliveries::Arrived{});
    else
        m_following[id] = Following{std::move(receipt), 0, now() + kLooks.front()};
    write(m_outbox.find(id)->message, std::move(steps));
}

void Courier::refused(const NotificationId &id, int attempt, SendFailure failed)
{
    const Delivery &delivery = *m_outbox.find(id);
    std::string reason = english(failed.error.reason);
    std::string redacted = reason;
    m_around.redact(redacted);
    m_problems.erase(id);
    if (redacted == reason) // else only what the journal gets may be shown
        m_problems[id] = failed.error.reason;
    deliveries::Failed step{
        attempt, std::string(failed.error.reason.code()), std::move(redacted), failed.isFinal, failed.mayHaveArrived, {}};
    if (!failed.isFinal)
        step.retryAt = now() + std::max(backoff(attempt, id), failed.retryAfter.value_or(Duration(0)));
    write(delivery.message, {std::move(step)});
}

void Courier::followUp(Instant now)
{
    std::vector<NotificationId> due;
    for (auto &[id, following] : m_following) {
        if (following.isAsking)
            continue;
        if (following.next <= now)
            due.push_back(id);
        else
            m_nextLook = m_nextLook ? std::min(*m_nextLook, following.next) : following.next;
    }
    for (const NotificationId &id : due) {
        const Delivery *delivery = m_outbox.find(id);
        const std::shared_ptr<Channel> channel = delivery ? channelOf(delivery->message) : nullptr;
        if (!channel) { // the configuration has changed meanwhile
            m_following.erase(id);
            continue;
        }
        m_following.at(id).isAsking = true;
        lookAfter(channel, id); // ends by itself, and idle() counts it
    }
}

QCoro::Task<> Courier::lookAfter(std::shared_ptr<Channel> channel, NotificationId id)
{
    ++m_talking;
    const std::string to = m_outbox.find(id)->message.to;
    Receipt receipt = m_following.at(id).receipt;
    const Result<Arrival> arrival = co_await channel->follow(std::move(receipt), to);
    --m_talking;
    if (!m_isStopping)
        cameOut(id, arrival);
}

void Courier::cameOut(const NotificationId &id, const Result<Arrival> &arrival)
{
    const auto it = m_following.find(id);
    const Delivery *delivery = m_outbox.find(id);
    if (it == m_following.end() || !delivery)
        return;
    Following &following = it->second;
    following.isAsking = false;
    m_isDirty = true;
    const bool isUnknown = !arrival || *arrival == Arrival::Underway;
    const bool cannotTell = !arrival && arrival.error().kind == ErrorKind::Unsupported;
    const bool isOver = ++following.looks >= static_cast<int>(kLooks.size());
    if (isUnknown && !cannotTell && !isOver) {
        following.next = now() + kLooks.at(static_cast<std::size_t>(following.looks));
        return;
    }
    m_following.erase(it);
    if (isUnknown)
        return;
    if (*arrival == Arrival::Arrived)
        write(delivery->message, {deliveries::Arrived{}});
    else
        giveUp(id, Reason(kLost));
}

void Courier::write(const Notification &message, const std::vector<DeliveryStep> &steps, std::function<void()> done)
{
    std::vector<Event> events;
    for (const DeliveryStep &step : steps)
        events.push_back(eventOf(message, step));
    note(std::move(events), {message.id}, std::move(done));
}

/// What was written down is so; until then nothing builds on it.
void Courier::note(std::vector<Event> events, const std::vector<NotificationId> &about, std::function<void()> done)
{
    for (const NotificationId &id : about)
        ++m_unwritten[id];
    m_around.record(events, [this, events, about, done = std::move(done)] {
        for (const NotificationId &id : about) {
            if (--m_unwritten[id] == 0)
                m_unwritten.erase(id);
        }
        m_isDirty = true;
        show(m_outbox.take(events));
        if (done)
            done();
    });
}

std::set<NotificationId> Courier::untouchable() const
{
    std::set<NotificationId> ids;
    for (const auto &[id, attempt] : m_inHand)
        ids.insert(id);
    for (const auto &[id, writes] : m_unwritten)
        ids.insert(id);
    return ids;
}

void Courier::show(const std::set<NotificationId> &changed)
{
    std::vector<Delivery> told;
    for (const NotificationId &id : changed) {
        Delivery delivery = *m_outbox.find(id);
        const auto problem = m_problems.find(id);
        if (problem != m_problems.end() && !delivery.problem.isEmpty())
            delivery.problem = problem->second;
        if (delivery.isSettled())
            m_problems.erase(id);
        told.push_back(std::move(delivery));
    }
    if (!told.empty())
        m_around.tell(std::move(told));
}

Event Courier::eventOf(const Notification &message, const DeliveryStep &step)
{
    return m_around.makeEvent(deliverySubject(message.id), kindOf(step), payloadOf(step, message), message.drill);
}

std::shared_ptr<Channel> Courier::channelOf(const Notification &message) const
{
    const auto it = m_channels.find(message.channel);
    return it == m_channels.end() ? nullptr : it->second;
}

void Courier::stop()
{
    m_isStopping = true;
}

} // namespace tocsin
