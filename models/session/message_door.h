// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"
#include "models/session/inbox.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace tocsin {

/// The receiving end of what the other threads say to the UI: hands messages over at most once per frame (16 ms), the
/// changes of one frame merged into one. Lives on the UI thread, except `post`; owned by the Session.
class MessageDoor final : public QObject
{
    Q_OBJECT

public:
    explicit MessageDoor(QObject *parent = nullptr);

    /// Any thread. Changes that follow changes are merged while they wait, so that a UI that is busy for a while finds one
    /// batch and not a thousand.
    void post(Message message);
    /// UI thread: what cannot wait for anything, at once.
    void tell(const Message &message) { emit arrived(message); }

signals:
    void aboutToArrive(); ///< messages of other threads come next
    void arrived(const tocsin::Message &message);

private:
    void handleWakeUp();
    void deliver();

    Inbox<Message> m_inbox;
    QSocketNotifier m_notifier;
    QTimer m_frame;
};

} // namespace tocsin
