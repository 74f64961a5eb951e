// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/json_body.h"

#include "models/transport/plain_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin {

std::string jsonText(const nlohmann::ordered_json &value)
{
    return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::optional<nlohmann::json> jsonObject(std::string_view body)
{
    auto value = nlohmann::json::parse(body, nullptr, false);
    if (!value.is_object())
        return std::nullopt;
    return value;
}

std::string textMember(const nlohmann::json &object, std::string_view key)
{
    constexpr std::size_t kMost = 200;
    const auto it = object.find(key);
    if (it == object.end() || !it->is_string())
        return {};
    std::string text = plainText(it->get_ref<const std::string &>(), kMost);
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return text;
}

std::optional<long long> wholeMember(const nlohmann::json &object, std::string_view key)
{
    const auto it = object.find(key);
    if (it == object.end() || !it->is_number_integer())
        return std::nullopt;
    return it->get<long long>();
}

} // namespace tocsin
