// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/dns_message.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tocsin;

/// The first byte chooses the type that was asked for, the rest is what came over the wire.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const int type = dnsTypeNumber(dnsTypes.at(data[0] % dnsTypes.size())).value();
    const auto message = readDnsMessage({reinterpret_cast<const char *>(data) + 1, size - 1}, type);
    if (!message)
        return 0;
    if (message->code.empty() || !std::is_sorted(message->records.begin(), message->records.end()))
        std::abort();
    // What a server says is shown to people: never anything that a terminal would obey.
    const auto isControl = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t'; };
    for (const std::string &record : message->records) {
        if (std::any_of(record.begin(), record.end(), isControl))
            std::abort();
    }
    return 0;
}
