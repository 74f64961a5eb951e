// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace tocsin {

/// As text in UTF-8; bytes that are none become U+FFFD.
inline std::string jsonBytes(const nlohmann::json &value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The text of a member; empty when there is none, when it is no text, or when `value` is no object.
inline std::string jsonText(const nlohmann::json &value, const char *key)
{
    if (!value.is_object())
        return {};
    const auto it = value.find(key);
    return it != value.end() && it->is_string() ? it->get<std::string>() : std::string();
}

} // namespace tocsin
