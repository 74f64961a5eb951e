// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace tocsin {

/// Reads a whole JSON document. Nothing when it is cut off, is no JSON, or nests deeper than anything honest does.
std::optional<nlohmann::json> readJson(std::string_view body);

/// Whether a Content-Type promises JSON: `application/json`, `text/json`, and anything that ends in `+json` (RFC 6839).
bool isJsonType(std::string_view contentType);

/// The type without its parameters, in lower case: `text/html` of `Text/HTML; charset=utf-8`.
std::string mediaType(std::string_view contentType);

} // namespace tocsin
