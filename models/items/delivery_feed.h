// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/channel_view.h"
#include "models/domain/notify/delivery.h"
#include "models/domain/state.h"

#include <QObject>
#include <QString>

#include <map>
#include <vector>

namespace tocsin {

/// The UI thread's own copy of channels and messages, and the signal that views follow. UI thread only; owned by whoever
/// composes the window.
class DeliveryFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::vector<ChannelView> &channels() const { return m_channels; }
    const Delivery *find(const NotificationId &id) const; ///< null when there is no such one
    /// The newest messages first, at most so many.
    std::vector<const Delivery *> newest(std::size_t most) const;
    /// The one that tells most about a channel now: of those that were tried, the newest; else the newest. Null: none yet.
    const Delivery *lastOf(const ChannelId &channel) const;
    /// Those through which what was last tried does not get, with what was tried.
    std::vector<const Delivery *> troubles() const;

    void apply(const std::vector<tocsin::Delivery> &deliveries);
    void setChannels(std::vector<tocsin::ChannelView> channels);

signals:
    void changed();

private:
    std::vector<ChannelView> m_channels;
    std::map<NotificationId, Delivery> m_deliveries;
};

namespace words {
/// How well it went, as a state: taken is OK, tried and not yet taken DEGRADED, given up DOWN.
State stateOf(const Delivery &delivery);
/// "taken", "not delivered", "waiting, 3rd attempt at 12:04:10".
QString deliveryWord(const Delivery &delivery);
/// What the place said, or why it does not work.
QString deliveryRemark(const Delivery &delivery);
/// "push to Ada", "mail to team@example.net", "chat".
QString destinationOf(const Notification &message);
} // namespace words

} // namespace tocsin
