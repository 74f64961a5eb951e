// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/scalar_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tocsin {

namespace {

bool isPort(std::string_view text)
{
    const std::optional<std::int64_t> port = parseInteger(text);
    return port && *port >= 1 && *port <= 65535 && text.front() != '-' && text.size() <= 5;
}

bool isHost(std::string_view text)
{
    if (text.empty() || text.size() > 253)
        return false;
    if (text.front() == '[') {
        const std::string_view inside = text.substr(1, text.size() - 2);
        return text.size() > 3 && text.back() == ']' && inside.find(':') != std::string_view::npos
            && inside.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
    }
    return std::none_of(text.begin(), text.end(),
        [](char c) { return (c >= 0 && c <= ' ') || std::string_view("/:@?#[]\\\"<>^`{|}").find(c) != std::string_view::npos; });
}

template<typename Number> std::optional<Number> parseWhole(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

std::optional<bool> parseBoolean(std::string_view text)
{
    if (text == "true")
        return true;
    if (text == "false")
        return false;
    return std::nullopt;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    return parseWhole<std::int64_t>(text);
}

std::optional<double> parseNumber(std::string_view text)
{
    const std::optional<double> number = parseWhole<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

bool isAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    return colon != std::string_view::npos && isHost(text.substr(0, colon)) && isPort(text.substr(colon + 1));
}

std::string urlProblem(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos || (text.substr(0, scheme) != "http" && text.substr(0, scheme) != "https"))
        return "must begin with http:// or https://";
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c <= ' '; }))
        return "must not contain blanks";
    const std::string_view rest = text.substr(scheme + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.find('@') != std::string_view::npos)
        return "must not carry a user name or password; use basic_auth";
    const bool hasPort = authority.find(':', authority.rfind(']') == std::string_view::npos ? 0 : authority.rfind(']'))
        != std::string_view::npos;
    if (hasPort ? !isAddress(authority) : !isHost(authority))
        return "has no valid host";
    return {};
}

} // namespace tocsin
