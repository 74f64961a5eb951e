// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/json_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace tocsin {

namespace {
constexpr int kDeepest = 64;

/// Whether brackets nest too deep. Exact for valid JSON; the reader refuses the rest. The reader's own callback could count,
/// but walks all members of an object again at the end of each.
bool isTooDeep(std::string_view body)
{
    int depth = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (c == '"') {
            for (++i; i < body.size() && body[i] != '"'; ++i)
                i += body[i] == '\\' ? 1 : 0;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepest)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

std::optional<nlohmann::json> readJson(std::string_view body)
{
    if (isTooDeep(body))
        return std::nullopt;
    nlohmann::json document = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    if (document.is_discarded())
        return std::nullopt;
    return document;
}

bool isJsonType(std::string_view contentType)
{
    const std::string type = mediaType(contentType);
    constexpr std::string_view kSuffix = "+json";
    const bool hasSuffix
        = type.size() > kSuffix.size() && type.compare(type.size() - kSuffix.size(), kSuffix.size(), kSuffix) == 0;
    return type == "application/json" || type == "text/json" || hasSuffix;
}

std::string mediaType(std::string_view contentType)
{
    std::string type(contentType.substr(0, contentType.find(';')));
    const auto isBlank = [](unsigned char c) { return std::isspace(c) != 0; };
    type.erase(type.begin(), std::find_if_not(type.begin(), type.end(), isBlank));
    type.erase(std::find_if_not(type.rbegin(), type.rend(), isBlank).base(), type.end());
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type;
}

} // namespace tocsin
