// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/message_door.h"

namespace tocsin {

namespace {
constexpr std::chrono::milliseconds kFrame{16};
}

MessageDoor::MessageDoor(QObject *parent)
    : QObject(parent)
    , m_notifier(m_inbox.wakeUpDescriptor(), QSocketNotifier::Read)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(kFrame);
    connect(&m_notifier, &QSocketNotifier::activated, this, &MessageDoor::handleWakeUp);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        m_notifier.setEnabled(true); // what came meanwhile has left the descriptor readable
    });
}

void MessageDoor::post(Message message)
{
    m_inbox.put(std::move(message), [](Message &last, Message &next) {
        auto *earlier = std::get_if<Changes>(&last);
        auto *later = std::get_if<Changes>(&next);
        if (!earlier || !later)
            return false;
        earlier->merge(std::move(*later));
        return true;
    });
}

void MessageDoor::handleWakeUp()
{
    // The first message of a calm spell is delivered at once; then the door stays shut for one frame.
    m_notifier.setEnabled(false);
    m_frame.start();
    deliver();
}

void MessageDoor::deliver()
{
    const std::vector<Message> messages = m_inbox.take();
    emit aboutToArrive();
    for (const Message &message : messages)
        emit arrived(message);
}

} // namespace tocsin
