// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/outgoing_message.h"

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// Who a mail is from or for: `Tocsin <war@example.net>`, or the address alone.
struct Mailbox {
    std::string name; ///< as people read it; may be empty
    std::string address;
};

/// Reads a mailbox; nothing when its address cannot be one. The name may stand in quotes.
std::optional<Mailbox> parseMailbox(std::string_view text);

/// What is wrong with an address (`ada@example.net`, without a name), as one English sentence; empty: nothing.
std::string mailAddressProblem(const std::string &address);

/// A whole mail (RFC 5322, 2045 to 2047): text in UTF-8 as base64, lines that end with CRLF, none longer than 78 bytes but for an
/// address that is longer itself. `Message-ID` is the same at every attempt, so that who sorts mails knows a repeat. Pure.
std::string mailText(const OutgoingMessage &message, const Mailbox &from, const std::string &to);

/// A text for a header of a mail: as it is when it is plain ASCII, else in encoded words (RFC 2047) that are folded over lines
/// and never cut a character. `used`: how much of the first line stands before it.
std::string headerWords(const std::string &text, std::size_t used);

} // namespace tocsin
