// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/exchange.h"

#include <nlohmann/json.hpp>

namespace tocsin {

std::optional<std::string> ShopRequest::field(std::string_view name) const
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::vector<std::string> ShopRequest::allFields(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto &[key, value] : fields) {
        if (key == name)
            values.push_back(value);
    }
    return values;
}

ShopAnswer jsonAnswer(int status, const nlohmann::json &document)
{
    // Text that came from a client may be no UTF-8: replaced, so that the answer is.
    const std::string text = document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string body;
    body.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            body += "\\u003c";
        else if (c == '>')
            body += "\\u003e";
        else if (c == '&')
            body += "\\u0026";
        else
            body += c;
    }
    return ShopAnswer{status, "application/json", std::move(body), {}};
}

ShopAnswer textAnswer(int status, std::string text)
{
    return ShopAnswer{status, "text/plain; charset=utf-8", std::move(text), {}};
}

ShopAnswer emptyAnswer(int status)
{
    return ShopAnswer{status, {}, {}, {}};
}

std::optional<std::string> pathUnder(std::string_view path, std::string_view prefix)
{
    if (!path.starts_with(prefix) || (path.size() > prefix.size() && path[prefix.size()] != '/'))
        return std::nullopt;
    return std::string(path.substr(prefix.size()));
}

} // namespace tocsin
