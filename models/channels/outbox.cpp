// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outbox.h"

#include <algorithm>

namespace tocsin {

namespace {

using namespace deliveries;

constexpr Phrase kAsTold{"delivery_problem", "%1"}; ///< as the journal has it

} // namespace

std::set<NotificationId> Outbox::take(const std::vector<Event> &events)
{
    std::set<NotificationId> touched;
    for (const Event &event : events) {
        const std::optional<DeliveryFact> fact = readDelivery(event);
        if (!fact)
            continue;
        add(m_stories[fact->message], *fact, {event.time, event.id});
        touched.insert(fact->message);
    }
    std::set<NotificationId> changed;
    for (const NotificationId &id : touched) {
        const Story &story = m_stories.at(id);
        if (!story.asked.value)
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

void Outbox::add(Story &story, const DeliveryFact &fact, const Place &place)
{
    if (const auto *asked = std::get_if<Asked>(&fact.step)) {
        story.asked.take(asked->message, place);
    } else if (const auto *sending = std::get_if<Sending>(&fact.step)) {
        story.attempts[sending->attempt].began.take(true, place);
    } else if (const auto *accepted = std::get_if<Accepted>(&fact.step)) {
        story.attempts[accepted->attempt].began.take(true, place);
        story.attempts[accepted->attempt].accepted.take(*accepted, place);
    } else if (std::holds_alternative<Arrived>(fact.step)) {
        story.arrived.take(true, place);
    } else if (const auto *failed = std::get_if<Failed>(&fact.step)) {
        if (failed->attempt == 0) {
            story.givenUp.take(*failed, place);
            return;
        }
        story.attempts[failed->attempt].began.take(true, place);
        story.attempts[failed->attempt].failed.take(*failed, place);
    } else if (const auto *bundled = std::get_if<Bundled>(&fact.step)) {
        story.bundledInto.take(bundled->into, place);
    }
}

Delivery Outbox::told(const Story &story)
{
    Delivery delivery;
    delivery.message = *story.asked.value;
    delivery.bundledInto = story.bundledInto.value.value_or(NotificationId());
    tellAttempts(story, delivery);
    settle(story, delivery);
    return delivery;
}

void Outbox::tellAttempts(const Story &story, Delivery &delivery)
{
    for (const auto &[number, attempt] : story.attempts) {
        const std::optional<Failed> &failed = attempt.failed.value;
        const bool isOpen = !attempt.accepted.value && !failed;
        delivery.attempts = number;
        delivery.lastTried = attempt.began.place.at();
        delivery.state = isOpen ? DeliveryState::Underway : DeliveryState::Waiting;
        delivery.mayBeRepeat = delivery.mayBeRepeat || isOpen || attempt.accepted.value || failed->mayHaveArrived;
        delivery.retryAt.reset();
        if (!failed)
            continue;
        delivery.problem = Reason(kAsTold, {failed->reason});
        delivery.retryAt = failed->retryAt;
    }
}

void Outbox::settle(const Story &story, Delivery &delivery)
{
    const auto settled = [&](DeliveryState state, Instant at) {
        delivery.state = state;
        delivery.settledAt = at;
        delivery.retryAt.reset();
    };
    const Attempt *refused = nullptr;
    const Attempt *accepted = nullptr;
    for (const auto &[number, attempt] : story.attempts) {
        if (attempt.accepted.value)
            accepted = accepted ? accepted : &attempt;
        else if (attempt.failed.value && attempt.failed.value->isFinal)
            refused = refused ? refused : &attempt;
    }
    if (accepted) {
        delivery.receipt = accepted->accepted.value->receipt;
        delivery.words = accepted->accepted.value->words;
    }
    if (story.asked.value->drill)
        return settled(DeliveryState::Rehearsed, story.asked.value->at);
    if (story.arrived.value)
        return settled(DeliveryState::Arrived, story.arrived.place.at());
    if (story.givenUp.value) { // also of one that a place had taken and then lost
        delivery.problem = Reason(kAsTold, {story.givenUp.value->reason});
        return settled(DeliveryState::Failed, story.givenUp.place.at());
    }
    if (accepted)
        return settled(DeliveryState::Accepted, accepted->accepted.place.at());
    if (story.bundledInto.value)
        return settled(DeliveryState::Bundled, story.bundledInto.place.at());
    if (refused) {
        delivery.problem = Reason(kAsTold, {refused->failed.value->reason});
        settled(DeliveryState::Failed, refused->failed.place.at());
    }
}

} // namespace tocsin
