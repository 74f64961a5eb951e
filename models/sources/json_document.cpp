// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/json_document.h"

#include "models/sources/answer_check.h"

#include <QtGlobal>

#include <charconv>

namespace tocsin {

namespace {

constexpr Phrase kNotJson{"source_not_json", QT_TRANSLATE_NOOP("Phrase", "The answer is not valid JSON: %1")};
constexpr Phrase kTooDeep{"source_json_too_deep", QT_TRANSLATE_NOOP("Phrase", "The JSON of the answer is nested too deeply")};

} // namespace

Result<JsonDocument> JsonDocument::read(std::string_view body)
{
    if (std::optional<Reason> page = webPageReason(body))
        return failure(ErrorKind::Content, std::move(*page));
    JsonDocument document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    simdjson::error_code error = document.m_parser->allocate(body.size() + 1, maxDepth);
    if (!error)
        error = document.m_parser->parse(body.data(), body.size()).get(document.m_root);
    if (error == simdjson::DEPTH_ERROR)
        return failure(ErrorKind::Limit, Reason(kTooDeep));
    if (error)
        return failure(ErrorKind::Content, Reason(kNotJson, {simdjson::error_message(error)}));
    return document;
}

std::optional<JsonValue> jsonMember(JsonObject object, std::string_view key)
{
    JsonValue value;
    if (object.at_key(key).get(value) || value.is_null())
        return std::nullopt;
    return value;
}

std::optional<JsonObject> jsonObject(JsonObject object, std::string_view key)
{
    JsonObject value;
    if (object.at_key(key).get(value))
        return std::nullopt;
    return value;
}

std::optional<std::string_view> jsonText(JsonObject object, std::string_view key)
{
    std::string_view value;
    if (object.at_key(key).get(value))
        return std::nullopt;
    return value;
}

std::optional<Instant> jsonTime(JsonObject object, std::string_view key)
{
    return parseRfc3339(jsonText(object, key).value_or(std::string_view()));
}

std::optional<double> jsonNumber(JsonObject object, std::string_view key)
{
    const std::optional<JsonValue> value = jsonMember(object, key);
    double number = 0;
    if (!value || !value->get(number))
        return value ? std::optional(number) : std::nullopt;
    std::string_view text;
    if (value->get(text))
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<std::vector<JsonValue>> jsonList(JsonObject object, std::string_view key)
{
    const std::optional<JsonValue> value = jsonMember(object, key);
    std::vector<JsonValue> list;
    if (!value)
        return list;
    JsonArray array;
    if (value->get(array))
        return std::nullopt;
    list.reserve(array.size());
    for (const JsonValue element : array)
        list.push_back(element);
    return list;
}

std::optional<std::vector<std::string>> jsonTexts(JsonObject object, std::string_view key)
{
    const auto list = jsonList(object, key);
    if (!list)
        return std::nullopt;
    std::vector<std::string> texts;
    texts.reserve(list->size());
    for (const JsonValue element : *list) {
        std::string_view text;
        if (element.get(text))
            return std::nullopt;
        texts.emplace_back(text);
    }
    return texts;
}

std::optional<Labels> jsonLabels(JsonObject object, std::string_view key)
{
    const std::optional<JsonValue> value = jsonMember(object, key);
    if (!value)
        return Labels();
    JsonObject members;
    if (value->get(members))
        return std::nullopt;
    std::vector<Labels::Pair> pairs;
    pairs.reserve(members.size());
    for (const auto member : members) {
        std::string_view text;
        if (member.value.get(text))
            return std::nullopt;
        pairs.emplace_back(member.key, text);
    }
    return Labels(std::move(pairs));
}

} // namespace tocsin
