// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/notification.h"

#include <array>

namespace tocsin {

namespace {

constexpr std::array<std::string_view, 4> kUrgencies{"low", "normal", "high", "critical"};

} // namespace

std::string_view urgencyWord(Urgency urgency)
{
    return kUrgencies[static_cast<std::size_t>(urgency)];
}

std::optional<Urgency> urgencyFrom(std::string_view word)
{
    for (std::size_t i = 0; i < kUrgencies.size(); ++i) {
        if (kUrgencies[i] == word)
            return static_cast<Urgency>(i);
    }
    return std::nullopt;
}

} // namespace tocsin
