// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/message_sink.h"

#include <algorithm>
#include <cctype>

namespace tocsin::test {

namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

SunkMessage messageFrom(const std::string &request)
{
    SunkMessage message;
    const std::size_t end = request.find("\r\n\r\n");
    message.head = request.substr(0, end);
    if (end != std::string::npos)
        message.body = request.substr(end + 4);
    const std::size_t first = message.head.find(' ');
    const std::size_t second = message.head.find(' ', first + 1);
    message.method = message.head.substr(0, first);
    if (second != std::string::npos)
        message.target = message.head.substr(first + 1, second - first - 1);
    return message;
}

} // namespace

std::string SunkMessage::header(const std::string &name) const
{
    const std::string field = "\r\n" + lowered(name) + ": ";
    const std::size_t at = lowered(head).find(field);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + field.size();
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

MessageSink::MessageSink()
    : m_server([this](RawConnection &connection) { serve(connection); })
{
}

void MessageSink::answer(const std::string &targetBeginning, SinkAnswer answer)
{
    const std::lock_guard lock(m_mutex);
    m_lasting.emplace_back(targetBeginning, std::move(answer));
}

void MessageSink::answerOnce(const std::string &targetBeginning, SinkAnswer answer)
{
    const std::lock_guard lock(m_mutex);
    m_once.emplace_back(targetBeginning, std::move(answer));
}

std::vector<SunkMessage> MessageSink::messages() const
{
    const std::lock_guard lock(m_mutex);
    return m_messages;
}

bool MessageSink::waitForMessages(std::size_t count, std::chrono::milliseconds atMost) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, atMost, [&] { return m_messages.size() >= count; });
}

void MessageSink::serve(RawConnection &connection)
{
    for (;;) {
        const std::string request = connection.readRequest();
        if (request.empty())
            return;
        const SinkAnswer answer = take(request);
        if (answer.manner == SinkAnswer::Manner::Reset)
            return connection.reset();
        if (answer.manner == SinkAnswer::Manner::Silence)
            return connection.waitForEnd();
        if (!connection.send(httpBytes(answer.status, answer.body, answer.headers)))
            return;
    }
}

SinkAnswer MessageSink::take(const std::string &request)
{
    const std::lock_guard lock(m_mutex);
    m_messages.push_back(messageFrom(request));
    m_changed.notify_all();
    const std::string &target = m_messages.back().target;
    const auto fits = [&target](const auto &line) { return target.starts_with(line.first); };
    if (const auto once = std::find_if(m_once.begin(), m_once.end(), fits); once != m_once.end()) {
        SinkAnswer answer = std::move(once->second);
        m_once.erase(once);
        return answer;
    }
    const std::pair<std::string, SinkAnswer> *chosen = nullptr;
    for (const auto &line : m_lasting) {
        if (fits(line) && (!chosen || line.first.size() >= chosen->first.size()))
            chosen = &line;
    }
    return chosen ? chosen->second : SinkAnswer();
}

} // namespace tocsin::test
