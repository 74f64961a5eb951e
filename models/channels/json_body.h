// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// JSON on one line. Bytes that are not UTF-8 become U+FFFD.
std::string jsonText(const nlohmann::ordered_json &value);

/// The object that a body is, or nothing. Never throws.
std::optional<nlohmann::json> jsonObject(std::string_view body);

/// A member that is a text, as one line of plain text of at most 200 bytes; empty when it is anything else.
std::string textMember(const nlohmann::json &object, std::string_view key);
/// A member that is a whole number.
std::optional<long long> wholeMember(const nlohmann::json &object, std::string_view key);

} // namespace tocsin
