// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answer_age.h"

#include "models/transport/http_date.h"

#include <algorithm>
#include <charconv>

namespace tocsin {

namespace {

constexpr Duration kOldestStored = std::chrono::hours(24 * 3650);
constexpr Duration kNoTimeZone = std::chrono::hours(15); // they reach from 12 hours behind to 14 hours ahead

} // namespace

std::optional<Duration> storedFor(const Headers &headers)
{
    std::string_view text = headers.value("age");
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::uint64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc::invalid_argument)
        return std::nullopt;
    const std::uint64_t most = std::chrono::duration_cast<std::chrono::seconds>(kOldestStored).count();
    if (error == std::errc::result_out_of_range || seconds > most)
        return kOldestStored;
    return std::chrono::seconds(seconds);
}

bool isSaidToBeStale(const Headers &headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const auto &field) {
        const bool isWarning = field.first.size() == 7 && (field.first[0] | 0x20) == 'w' && field.first.substr(1) == "arning";
        return isWarning && (field.second.compare(0, 3, "110") == 0 || field.second.compare(0, 3, "111") == 0);
    });
}

Duration DateWatch::look(const Headers &headers, Instant now, Monotonic moment)
{
    const std::string date(headers.value("date"));
    const bool isFirst = m_date.empty();
    if (date != m_date) {
        m_hasMoved = !isFirst && !date.empty();
        m_date = date;
        m_since = moment;
    }
    const std::optional<Instant> made = date.empty() ? std::nullopt : parseHeaderDate(date);
    if (!made)
        return Duration(0);
    const Duration stoodStill = moment - m_since;
    const Duration behind = now - *made;
    return !m_hasMoved && behind >= kNoTimeZone ? std::max(behind, stoodStill) : stoodStill;
}

} // namespace tocsin
