// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition_values.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace tocsin {

namespace {

using Kind = ConditionValue::Kind;

std::string numberText(long double number)
{
    if (std::nearbyint(number) == number && std::fabs(number) < 1e18L)
        return std::to_string(static_cast<long long>(number));
    std::array<char, 64> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), static_cast<double>(number));
    return std::string(text.data(), error == std::errc() ? end : text.data());
}

/// A bare literal becomes what it is compared with, when it can be read so.
ConditionValue readAs(ConditionValue literal, const ConditionValue &other)
{
    if (!literal.isPlain)
        return literal;
    const bool isWord = literal.text == "true" || literal.text == "false";
    if (other.kind == Kind::Boolean && isWord)
        return ConditionValue::boolean(literal.text == "true");
    if (literal.text == "null" && other.kind != Kind::Text)
        return ConditionValue::null();
    const std::optional<long double> number = readNumber(literal.text);
    if (other.kind == Kind::Time) {
        const std::optional<Duration> duration = parseDuration(literal.text);
        if (duration || number) // a bare number of a response time is milliseconds, as in Gatus
            return {Kind::Time, duration ? static_cast<long double>(duration->count()) : *number, literal.text, false};
    }
    if (number)
        return {Kind::Number, *number, literal.text, false};
    return literal;
}

std::optional<bool> ordered(long double left, Comparison comparison, long double right)
{
    switch (comparison) {
    case Comparison::Equal:
        return left == right;
    case Comparison::NotEqual:
        return left != right;
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    }
    return std::nullopt;
}

bool isCounted(const ConditionValue &value)
{
    return value.kind == Kind::Number || value.kind == Kind::Time;
}

} // namespace

ConditionValue ConditionValue::null()
{
    return {Kind::Null, 0, "null", false};
}

ConditionValue ConditionValue::boolean(bool value)
{
    return {Kind::Boolean, value ? 1.0L : 0.0L, value ? "true" : "false", false};
}

ConditionValue ConditionValue::integer(long long value)
{
    return {Kind::Number, static_cast<long double>(value), std::to_string(value), false};
}

ConditionValue ConditionValue::time(Micros value)
{
    // Beside a limit of 800 ms, "1s" would hide how far it was missed.
    const auto rounded = std::chrono::round<Duration>(value);
    const bool isShort = std::chrono::abs(rounded) < std::chrono::seconds(10);
    std::string text = isShort ? std::to_string(rounded.count()) + "ms" : formatDuration(rounded);
    return {Kind::Time, static_cast<long double>(value.count()) / 1000.0L, std::move(text), false};
}

ConditionValue ConditionValue::plainText(std::string text)
{
    return {Kind::Text, 0, std::move(text), false};
}

ConditionValue ConditionValue::literal(const Operand &literal)
{
    return {Kind::Text, 0, literal.text, !literal.isQuoted};
}

ConditionValue ConditionValue::fromJson(const nlohmann::json &value)
{
    using nlohmann::json;
    switch (value.type()) {
    case json::value_t::boolean:
        return boolean(value.get<bool>());
    case json::value_t::number_integer:
        return integer(value.get<std::int64_t>());
    case json::value_t::number_unsigned: {
        const auto number = value.get<std::uint64_t>();
        return {Kind::Number, static_cast<long double>(number), std::to_string(number), false};
    }
    case json::value_t::number_float:
        return {Kind::Number, static_cast<long double>(value.get<double>()), numberText(value.get<double>()), false};
    case json::value_t::string:
        return plainText(value.get<std::string>());
    case json::value_t::object:
    case json::value_t::array:
        return {Kind::Structure, 0, value.dump(-1, ' ', false, json::error_handler_t::replace), false};
    default:
        return null();
    }
}

std::optional<long double> readNumber(std::string_view text)
{
    double number = 0;
    std::int64_t whole = 0;
    const char *end = text.data() + text.size();
    if (const auto [at, error] = std::from_chars(text.data(), end, whole); error == std::errc() && at == end && !text.empty())
        return static_cast<long double>(whole);
    if (const auto [at, error] = std::from_chars(text.data(), end, number);
        error == std::errc() && at == end && std::isfinite(number))
        return static_cast<long double>(number);
    return std::nullopt;
}

std::optional<bool> compareValues(const ConditionValue &leftSide, Comparison comparison, const ConditionValue &rightSide)
{
    const ConditionValue left = readAs(leftSide, rightSide);
    const ConditionValue right = readAs(rightSide, leftSide);
    if (isCounted(left) && isCounted(right))
        return ordered(left.number, comparison, right.number);
    const bool isEquality = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
    // Numbers that a server sends as text are still numbers when a person compares them with one.
    if (left.kind == Kind::Number || right.kind == Kind::Number) {
        const auto a = left.kind == Kind::Number ? std::optional(left.number) : readNumber(left.text);
        const auto b = right.kind == Kind::Number ? std::optional(right.number) : readNumber(right.text);
        if (a && b)
            return ordered(*a, comparison, *b);
    }
    if (!isEquality)
        return std::nullopt;
    return (left.text == right.text) == (comparison == Comparison::Equal);
}

} // namespace tocsin
