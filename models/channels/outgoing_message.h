// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"

#include <optional>
#include <string>

namespace tocsin {

/// A message on its way out of the station: the only thing that a channel takes. There is none of a drill, so that nothing of a
/// rehearsal can leave. A value.
class OutgoingMessage
{
public:
    /// Nothing for a drill. `mayBeRepeat`: an attempt before may have arrived, and readers are told so.
    static std::optional<OutgoingMessage> of(const Notification &notification, bool mayBeRepeat);

    const NotificationId &id() const { return m_notification.id; }
    const std::string &to() const { return m_notification.to; }
    const std::string &person() const { return m_notification.person; }
    Urgency urgency() const { return m_notification.urgency; }
    const std::string &title() const { return m_title; } ///< one line, with `[test]` or `[possible repeat]` before it where so
    const std::string &text() const { return m_notification.text; }
    const std::string &link() const { return m_notification.link; }
    const std::string &subject() const { return m_notification.subject; }
    Instant at() const { return m_notification.at; }
    bool isTest() const { return m_notification.isTest; }
    bool mayBeRepeat() const { return m_mayBeRepeat; }

    /// Title, text and link, a line each, for places that know no title; at most so many bytes (cut between characters, with an
    /// ellipsis; the link is kept whole).
    std::string whole(std::size_t most) const;

private:
    OutgoingMessage(Notification notification, bool mayBeRepeat);

    Notification m_notification;
    std::string m_title;
    bool m_mayBeRepeat;
};

/// The text cut to at most so many bytes between two characters (UTF-8), with an ellipsis where something is missing.
std::string cutText(const std::string &text, std::size_t mostBytes);

} // namespace tocsin
