// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace tocsin {

/// The text under a key of an event's payload; empty when there is none, or when it is no text.
inline std::string textOf(const nlohmann::json &payload, const char *key)
{
    const auto it = payload.find(key);
    return it != payload.end() && it->is_string() ? it->get<std::string>() : std::string();
}

} // namespace tocsin
