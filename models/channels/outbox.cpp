// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outbox.h"

#include <algorithm>

namespace tocsin {

namespace {

using namespace deliveries;

constexpr Phrase kAsTold{"delivery_problem", "%1"}; ///< as the journal has it

/// Two events of one kind about one attempt are repetitions; where they differ all the same, the earlier stands everywhere.
template<typename T> void keepEarlier(std::optional<T> &kept, std::optional<Instant> &keptAt, const T &value, Instant at)
{
    if (kept && keptAt && *keptAt <= at)
        return;
    kept = value;
    keptAt = at;
}

void keepEarlier(std::optional<Instant> &kept, Instant at)
{
    kept = kept ? std::min(*kept, at) : at;
}

} // namespace

std::set<NotificationId> Outbox::take(const std::vector<Event> &events)
{
    std::set<NotificationId> touched;
    for (const Event &event : events) {
        const std::optional<DeliveryFact> fact = readDelivery(event);
        if (!fact)
            continue;
        add(m_stories[fact->message], *fact, Instant(Duration(event.time.wallMs)));
        touched.insert(fact->message);
    }
    std::set<NotificationId> changed;
    for (const NotificationId &id : touched) {
        const Story &story = m_stories.at(id);
        if (!story.asked)
            continue;
        Delivery delivery = told(story);
        Delivery &known = m_deliveries[id];
        if (known == delivery)
            continue;
        known = std::move(delivery);
        changed.insert(id);
    }
    return changed;
}

const Delivery *Outbox::find(const NotificationId &id) const
{
    const auto it = m_deliveries.find(id);
    return it == m_deliveries.end() ? nullptr : &it->second;
}

void Outbox::forgetSettledBefore(Instant limit)
{
    std::erase_if(m_deliveries, [&](const auto &entry) {
        const bool isOld = entry.second.settledAt && *entry.second.settledAt < limit;
        if (isOld)
            m_stories.erase(entry.first);
        return isOld;
    });
}

void Outbox::add(Story &story, const DeliveryFact &fact, Instant at)
{
    if (const auto *asked = std::get_if<Asked>(&fact.step)) {
        if (!story.asked)
            story.asked = asked->message;
    } else if (const auto *sending = std::get_if<Sending>(&fact.step)) {
        keepEarlier(story.attempts[sending->attempt].began, at);
    } else if (const auto *accepted = std::get_if<Accepted>(&fact.step)) {
        Attempt &attempt = story.attempts[accepted->attempt];
        keepEarlier(attempt.began, at);
        if (!attempt.accepted)
            attempt.accepted = *accepted;
        keepEarlier(attempt.ended, at);
    } else if (std::holds_alternative<Arrived>(fact.step)) {
        keepEarlier(story.arrivedAt, at);
    } else if (const auto *failed = std::get_if<Failed>(&fact.step)) {
        if (failed->attempt == 0) {
            keepEarlier(story.givenUp, story.givenUpAt, *failed, at);
            return;
        }
        Attempt &attempt = story.attempts[failed->attempt];
        keepEarlier(attempt.began, at);
        if (!attempt.failed)
            attempt.failed = *failed;
        keepEarlier(attempt.ended, at);
    } else if (const auto *bundled = std::get_if<Bundled>(&fact.step)) {
        if (story.bundledInto.isEmpty() || bundled->into < story.bundledInto)
            story.bundledInto = bundled->into;
        keepEarlier(story.bundledAt, at);
    }
}

Delivery Outbox::told(const Story &story)
{
    Delivery delivery;
    delivery.message = *story.asked;
    delivery.bundledInto = story.bundledInto;
    tellAttempts(story, delivery);
    settle(story, delivery);
    return delivery;
}

void Outbox::tellAttempts(const Story &story, Delivery &delivery)
{
    for (const auto &[number, attempt] : story.attempts) {
        delivery.attempts = number;
        delivery.lastTried = attempt.began;
        const bool isOpen = !attempt.accepted && !attempt.failed;
        delivery.state = isOpen ? DeliveryState::Underway : DeliveryState::Waiting;
        delivery.mayBeRepeat = delivery.mayBeRepeat || isOpen || attempt.accepted || attempt.failed->mayHaveArrived;
        delivery.retryAt.reset();
        if (!attempt.failed)
            continue;
        delivery.problem = Reason(kAsTold, {attempt.failed->reason});
        delivery.retryAt = attempt.failed->retryAt;
    }
}

void Outbox::settle(const Story &story, Delivery &delivery)
{
    const auto settled = [&](DeliveryState state, std::optional<Instant> at) {
        delivery.state = state;
        delivery.settledAt = at;
        delivery.retryAt.reset();
    };
    const Attempt *refused = nullptr;
    const Attempt *accepted = nullptr;
    for (const auto &[number, attempt] : story.attempts) {
        if (attempt.accepted)
            accepted = accepted ? accepted : &attempt;
        else if (attempt.failed && attempt.failed->isFinal)
            refused = refused ? refused : &attempt;
    }
    if (accepted) {
        delivery.receipt = accepted->accepted->receipt;
        delivery.words = accepted->accepted->words;
    }
    if (story.asked->drill)
        return settled(DeliveryState::Rehearsed, story.asked->at);
    if (story.arrivedAt)
        return settled(DeliveryState::Arrived, story.arrivedAt);
    if (story.givenUp) { // also of one that a place had taken and then lost
        delivery.problem = Reason(kAsTold, {story.givenUp->reason});
        return settled(DeliveryState::Failed, story.givenUpAt);
    }
    if (accepted)
        return settled(DeliveryState::Accepted, accepted->ended);
    if (!story.bundledInto.isEmpty())
        return settled(DeliveryState::Bundled, story.bundledAt);
    if (refused) {
        delivery.problem = Reason(kAsTold, {refused->failed->reason});
        settled(DeliveryState::Failed, refused->ended);
    }
}

} // namespace tocsin
