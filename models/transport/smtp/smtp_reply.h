// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// One answer of a mail server (RFC 5321, 4.2): a code and the text of its lines.
struct SmtpReply {
    int code = 0;
    std::vector<std::string> lines; ///< without code and line end; outside text

    bool isGood() const { return code >= 200 && code < 400; }
    bool isPermanent() const { return code >= 500; }
    /// Code and text as one line of plain text: `550 5.1.1 no such user`. At most 300 bytes.
    std::string words() const;
};

/// Puts replies together from the bytes of a conversation. Keeps little, whatever comes.
class SmtpReplyReader
{
public:
    /// False, from then on for ever: this is not SMTP, or there is no end to it.
    bool take(std::string_view bytes);
    /// The next whole reply, once.
    std::optional<SmtpReply> next();
    bool isTooLong() const { return m_isTooLong; }

private:
    bool takeLine(std::string_view line);

    std::string m_unread;
    SmtpReply m_growing;
    std::vector<SmtpReply> m_whole;
    std::size_t m_bytes = 0;
    bool m_isBroken = false;
    bool m_isTooLong = false;
};

} // namespace tocsin
