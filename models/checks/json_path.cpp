// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/json_path.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace tocsin {

namespace {

constexpr std::size_t kMostSteps = 32;

std::optional<std::size_t> wholeNumber(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

tl::unexpected<ReadingProblem> problem(std::size_t offset, std::string message, std::string suggestion = {})
{
    return tl::unexpected(ReadingProblem{offset, std::move(message), std::move(suggestion)});
}

/// The end of what begins with the bracket at `at`, behind the closing one; npos when it is missing.
std::size_t endOfBracket(std::string_view text, std::size_t at)
{
    const bool isQuoted = at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\'');
    if (!isQuoted) {
        const std::size_t close = text.find(']', at);
        return close == std::string_view::npos ? close : close + 1;
    }
    const std::size_t quote = text.find(text[at + 1], at + 2);
    if (quote == std::string_view::npos || quote + 1 >= text.size() || text[quote + 1] != ']')
        return std::string_view::npos;
    return quote + 2;
}

} // namespace

tl::expected<JsonPath, ReadingProblem> JsonPath::parse(std::string_view text)
{
    JsonPath path;
    std::size_t at = 0;
    while (at < text.size()) {
        if (path.m_steps.size() >= kMostSteps)
            return problem(at, "the path is too long");
        if (text[at] == '.') {
            const std::size_t end = std::min(text.find_first_of(".[", at + 1), text.size());
            const std::string_view name = text.substr(at + 1, end - at - 1);
            if (name.empty())
                return problem(at, "a name is expected after the dot", ".status");
            path.m_steps.emplace_back(std::string(name));
            at = end;
        } else if (text[at] == '[') {
            const std::size_t end = endOfBracket(text, at);
            if (end == std::string_view::npos)
                return problem(at, "the closing ] is missing");
            const std::string_view inner = text.substr(at + 1, end - at - 2);
            if (!inner.empty() && (inner.front() == '"' || inner.front() == '\'')) {
                path.m_steps.emplace_back(std::string(inner.substr(1, inner.size() - 2)));
            } else if (const auto index = wholeNumber(inner)) {
                path.m_steps.emplace_back(*index);
            } else {
                return problem(at + 1, "a number or a quoted name is expected between the brackets", "[0]");
            }
            at = end;
        } else {
            return problem(at, "a path goes on with a dot or a bracket", '.' + std::string(text.substr(at)));
        }
    }
    return path;
}

const nlohmann::json *JsonPath::find(const nlohmann::json &document) const
{
    const nlohmann::json *value = &document;
    for (const Step &step : m_steps) {
        const auto *name = std::get_if<std::string>(&step);
        std::optional<std::size_t> index = name ? std::nullopt : std::optional(std::get<std::size_t>(step));
        if (name && value->is_object()) {
            const auto it = value->find(*name);
            if (it == value->end())
                return nullptr;
            value = &*it;
            continue;
        }
        if (name)
            index = wholeNumber(*name); // `.items.0` is written as often as `.items[0]`
        if (!index || !value->is_array() || *index >= value->size())
            return nullptr;
        value = &(*value)[*index];
    }
    return value;
}

bool JsonPath::beginsWith(std::string_view member) const
{
    const auto *name = m_steps.empty() ? nullptr : std::get_if<std::string>(&m_steps.front());
    return name && *name == member;
}

} // namespace tocsin
