// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/smtp/smtp_reply.h"

#include "models/transport/plain_text.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kMostBytes = 64u << 10; // of a whole conversation; a usual one has less than one KiB
constexpr std::size_t kCodeDigits = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The enhanced status code at the begin of a text, with its blank (RFC 3463): `5.1.1 `.
std::string_view statusPrefix(std::string_view text)
{
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || text.find('.') >= blank)
        return {};
    const std::string_view status = text.substr(0, blank);
    const bool fits = std::all_of(status.begin(), status.end(), [](char c) { return isDigit(c) || c == '.'; });
    return fits ? text.substr(0, blank + 1) : std::string_view();
}

} // namespace

std::string SmtpReply::words() const
{
    std::string text = std::to_string(code);
    const std::string_view status = lines.empty() ? std::string_view() : statusPrefix(lines.front());
    for (const std::string &line : lines) {
        std::string_view rest = line;
        if (&line != &lines.front() && !status.empty() && rest.substr(0, status.size()) == status)
            rest.remove_prefix(status.size()); // servers repeat it on each line
        if (!rest.empty())
            text.append(1, ' ').append(rest);
        if (text.size() > kMostWords)
            break;
    }
    text = plainText(text, kMostWords);
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return text;
}

bool SmtpReplyReader::take(std::string_view bytes)
{
    m_bytes += bytes.size();
    if (m_bytes > kMostBytes) {
        m_isBroken = true;
        m_isTooLong = true;
    }
    if (m_isBroken)
        return false;
    m_unread.append(bytes);
    for (std::size_t end = m_unread.find('\n'); end != std::string::npos; end = m_unread.find('\n')) {
        std::string_view line = std::string_view(m_unread).substr(0, end);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (!takeLine(line)) {
            m_isBroken = true;
            return false;
        }
        m_unread.erase(0, end + 1);
    }
    return true;
}

bool SmtpReplyReader::takeLine(std::string_view line)
{
    const bool hasCode = line.size() >= kCodeDigits && std::all_of(line.begin(), line.begin() + kCodeDigits, isDigit)
        && line[0] >= '2' && line[0] <= '5';
    const char mark = line.size() > kCodeDigits ? line[kCodeDigits] : ' ';
    if (!hasCode || (mark != ' ' && mark != '-'))
        return false;
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    if (m_growing.code != 0 && m_growing.code != code)
        return false;
    m_growing.code = code;
    m_growing.lines.emplace_back(line.substr(std::min(line.size(), kCodeDigits + 1)));
    if (mark == ' ') {
        m_whole.push_back(std::move(m_growing));
        m_growing = SmtpReply();
    }
    return true;
}

std::optional<SmtpReply> SmtpReplyReader::next()
{
    if (m_whole.empty())
        return std::nullopt;
    SmtpReply first = std::move(m_whole.front());
    m_whole.erase(m_whole.begin());
    return first;
}

} // namespace tocsin
