// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/alert.h"

#include <algorithm>
#include <cctype>

namespace tocsin {

std::optional<State> stateOf(const Alert &alert)
{
    const std::optional<State> firing = stateOf(alert.severity);
    if (firing && alert.phase == AlertPhase::Pending)
        return State::Pending;
    return firing;
}

std::string safeLink(std::string_view address)
{
    const std::size_t schemeEnd = address.find("://");
    if (schemeEnd == std::string_view::npos)
        return {};
    std::string scheme(address.substr(0, schemeEnd));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](unsigned char c) { return std::tolower(c); });
    if (scheme != "http" && scheme != "https")
        return {};
    const auto isUnsafe = [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '\\'; };
    if (std::any_of(address.begin(), address.end(), isUnsafe))
        return {};
    const std::string_view authority = address.substr(schemeEnd + 3, address.find_first_of("/?#", schemeEnd + 3) - schemeEnd - 3);
    const bool hasHost = !authority.empty() && authority.front() != ':';
    return hasHost && authority.find('@') == std::string_view::npos ? std::string(address) : std::string();
}

} // namespace tocsin
