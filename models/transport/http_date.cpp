// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/http_date.h"

#include <curl/curl.h>

namespace tocsin {

std::optional<Instant> parseHeaderDate(const std::string &text)
{
    const time_t seconds = curl_getdate(text.c_str(), nullptr);
    if (seconds == -1)
        return std::nullopt;
    return Instant(std::chrono::seconds(seconds));
}

} // namespace tocsin
