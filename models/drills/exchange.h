// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// A request to the simulated shop, taken apart. A value, so that every answer is a pure function that tests can call.
struct ShopRequest {
    std::string method = "GET";
    std::string path;
    std::vector<std::pair<std::string, std::string>> fields; ///< of the query and of a form in the body, decoded
    std::string contentType;
    std::string body;

    std::optional<std::string> field(std::string_view name) const; ///< the first of that name
    std::vector<std::string> allFields(std::string_view name) const;
};

struct ShopAnswer {
    int status = 200;
    std::string contentType; ///< empty: none is sent
    std::string body;
    Duration delay{}; ///< how long the server takes over it
};

/// As Go's encoder writes it: `<`, `>` and `&` escaped.
ShopAnswer jsonAnswer(int status, const nlohmann::json &document);
ShopAnswer textAnswer(int status, std::string text);
ShopAnswer emptyAnswer(int status);

/// `/prometheus/api` under `/prometheus` is `/api`; nothing when the path does not lie there.
std::optional<std::string> pathUnder(std::string_view path, std::string_view prefix);

} // namespace tocsin
