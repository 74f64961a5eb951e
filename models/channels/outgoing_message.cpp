// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outgoing_message.h"

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

constexpr std::string_view kEllipsis = "\u2026";

std::string titleOf(const Notification &notification, bool mayBeRepeat)
{
    std::string title = mayBeRepeat ? "[possible repeat] " : "";
    title += notification.isTest ? "[test] " : "";
    title += notification.title;
    std::replace_if(
        title.begin(), title.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return title;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

} // namespace

OutgoingMessage::OutgoingMessage(Notification notification, bool mayBeRepeat)
    : m_notification(std::move(notification))
    , m_title(titleOf(m_notification, mayBeRepeat || m_notification.mayBeRepeat))
    , m_mayBeRepeat(mayBeRepeat || m_notification.mayBeRepeat)
{
}

std::optional<OutgoingMessage> OutgoingMessage::of(const Notification &notification, bool mayBeRepeat)
{
    if (notification.drill)
        return std::nullopt;
    return OutgoingMessage(notification, mayBeRepeat);
}

std::string OutgoingMessage::whole(std::size_t most) const
{
    const std::string link
        = m_notification.link.empty() || m_notification.link.size() + 1 >= most ? "" : '\n' + m_notification.link;
    std::string words = m_title;
    if (!m_notification.text.empty())
        words += '\n' + m_notification.text;
    return cutText(words, most - link.size()) + link;
}

std::string cutText(const std::string &text, std::size_t mostBytes)
{
    if (text.size() <= mostBytes)
        return text;
    std::size_t end = mostBytes < kEllipsis.size() ? mostBytes : mostBytes - kEllipsis.size();
    while (end > 0 && isContinuation(text[end]))
        --end;
    std::string cut = text.substr(0, end);
    if (mostBytes >= kEllipsis.size())
        cut += kEllipsis;
    return cut;
}

} // namespace tocsin
