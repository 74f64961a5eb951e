// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/labels.h"
#include "models/domain/time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace tocsin {

using JsonValue = simdjson::dom::element;
using JsonObject = simdjson::dom::object;
using JsonArray = simdjson::dom::array;

/// A whole JSON document, checked to its last byte and to a nesting of `maxDepth`. Values refer to it and must not
/// outlive it. Any thread, one at a time. Only .cpp files of this folder include it.
class JsonDocument
{
public:
    static constexpr std::size_t maxDepth = 32;

    /// Fails with kind Content; a body that is a web page is called so.
    static Result<JsonDocument> read(std::string_view body);

    JsonValue root() const { return m_root; }

private:
    JsonDocument() = default;

    std::unique_ptr<simdjson::dom::parser> m_parser; // on the heap: values point into it
    JsonValue m_root;
};

/// The member, or nothing when it is missing or null: newer and older servers leave out what has nothing to say.
std::optional<JsonValue> jsonMember(JsonObject object, std::string_view key);
std::optional<JsonObject> jsonObject(JsonObject object, std::string_view key);
std::optional<std::string_view> jsonText(JsonObject object, std::string_view key);
std::optional<Instant> jsonTime(JsonObject object, std::string_view key); ///< RFC 3339; Go's zero time is nothing
/// A number, also one that is written as a text.
std::optional<double> jsonNumber(JsonObject object, std::string_view key);

/// A list; a missing or null one is empty. Nothing when it is something else.
std::optional<std::vector<JsonValue>> jsonList(JsonObject object, std::string_view key);
/// A list of texts; a missing or null one is empty. Nothing when it holds something else.
std::optional<std::vector<std::string>> jsonTexts(JsonObject object, std::string_view key);
/// An object of texts; a missing or null one is empty. Nothing when it holds something else.
std::optional<Labels> jsonLabels(JsonObject object, std::string_view key);

} // namespace tocsin
