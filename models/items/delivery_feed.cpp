// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/delivery_feed.h"

#include "models/items/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace tocsin {

namespace {

bool isNewer(const Delivery *a, const Delivery *b)
{
    return std::make_tuple(b->message.at, b->message.id) < std::make_tuple(a->message.at, a->message.id);
}

} // namespace

const Delivery *DeliveryFeed::find(const NotificationId &id) const
{
    const auto it = m_deliveries.find(id);
    return it == m_deliveries.end() ? nullptr : &it->second;
}

std::vector<const Delivery *> DeliveryFeed::newest(std::size_t most) const
{
    std::vector<const Delivery *> all;
    for (const auto &[id, delivery] : m_deliveries)
        all.push_back(&delivery);
    const std::size_t count = std::min(most, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(), isNewer);
    all.resize(count);
    return all;
}

const Delivery *DeliveryFeed::lastOf(const ChannelId &channel) const
{
    const Delivery *last = nullptr;
    const auto rank = [](const Delivery &delivery) {
        const bool isTold = delivery.attempts > 0 || delivery.state == DeliveryState::Failed;
        return std::make_tuple(isTold, delivery.lastTried.value_or(Instant()), delivery.message.at);
    };
    for (const auto &[id, delivery] : m_deliveries) {
        if (delivery.message.channel == channel && (!last || rank(*last) < rank(delivery)))
            last = &delivery;
    }
    return last;
}

std::vector<const Delivery *> DeliveryFeed::troubles() const
{
    std::vector<const Delivery *> troubles;
    for (const ChannelView &channel : m_channels) {
        const Delivery *last = lastOf(channel.id);
        const bool isTrouble
            = last && !last->problem.isEmpty() && (last->state == DeliveryState::Failed || last->state == DeliveryState::Waiting);
        if (isTrouble)
            troubles.push_back(last);
    }
    return troubles;
}

void DeliveryFeed::apply(const std::vector<Delivery> &deliveries)
{
    for (const Delivery &delivery : deliveries)
        m_deliveries.insert_or_assign(delivery.message.id, delivery);
    emit changed();
}

void DeliveryFeed::setChannels(std::vector<ChannelView> channels)
{
    m_channels = std::move(channels);
    emit changed();
}

State words::stateOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Accepted:
    case DeliveryState::Arrived:
    case DeliveryState::Bundled:
        return State::Ok;
    case DeliveryState::Failed:
        return State::Down;
    case DeliveryState::Rehearsed:
        return State::Maintenance;
    case DeliveryState::Waiting:
    case DeliveryState::Underway:
        break;
    }
    return delivery.problem.isEmpty() ? State::Pending : State::Degraded;
}

QString words::deliveryWord(const Delivery &delivery)
{
    const QString word = sentence(deliveryName(delivery.state));
    if (delivery.isSettled() || delivery.attempts < 2)
        return word;
    return QCoreApplication::translate("Deliveries", "%1, attempt %2").arg(word).arg(delivery.attempts);
}

QString words::deliveryRemark(const Delivery &delivery)
{
    if (!delivery.problem.isEmpty() && stateOf(delivery) != State::Ok)
        return sentence(delivery.problem);
    return QString::fromStdString(delivery.words);
}

QString words::destinationOf(const Notification &message)
{
    const QString channel = QString::fromStdString(message.channel.text());
    const QString whom = QString::fromStdString(message.person.empty() ? message.to : message.person);
    return whom.isEmpty() ? channel : QCoreApplication::translate("Deliveries", "%1 to %2").arg(channel, whom);
}

} // namespace tocsin
