// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// The types of records that can be asked for.
inline constexpr std::array<std::string_view, 10> dnsTypes{"A", "AAAA", "CAA", "CNAME", "MX", "NS", "PTR", "SOA", "SRV", "TXT"};

/// The number of a type on the wire (IANA, "Domain Name System Parameters"); nothing for one that cannot be asked for.
std::optional<int> dnsTypeNumber(std::string_view type);

/// An answer as it came over the wire.
struct DnsMessage {
    std::string code;
    std::vector<std::string> records;
};

/// Reads an answer and keeps the records of that type which belong to the name in its question, wherever that name's aliases led.
/// Nothing when it is no whole DNS message, or a question and no answer. Pure; any thread.
std::optional<DnsMessage> readDnsMessage(std::string_view bytes, int type);

} // namespace tocsin
