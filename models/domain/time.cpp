// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace tocsin {

namespace {

struct Unit {
    std::string_view name;
    double milliseconds;
};

// Longer names first: "ms" must not be read as "m".
constexpr std::array kUnits{
    Unit{"ms", 1},
    Unit{"us", 1e-3},
    Unit{"\u00b5s", 1e-3},
    Unit{"\u03bcs", 1e-3},
    Unit{"ns", 1e-6},
    Unit{"y", 365.0 * 86'400'000},
    Unit{"w", 7.0 * 86'400'000},
    Unit{"d", 86'400'000},
    Unit{"h", 3'600'000},
    Unit{"m", 60'000},
    Unit{"s", 1'000},
};

// RFC 3339 has four digits for the year.
constexpr Instant kFirstInstant = std::chrono::sys_days(std::chrono::year(0) / 1 / 1);
constexpr Instant kLastInstant = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1) - Duration(1);

constexpr double kLongestMilliseconds = 100.0 * 365 * 86'400'000;

const Unit *takeUnit(std::string_view &text)
{
    for (const Unit &unit : kUnits) {
        if (text.substr(0, unit.name.size()) == unit.name) {
            text.remove_prefix(unit.name.size());
            return &unit;
        }
    }
    return nullptr;
}

/// Reads exactly `digits` decimal digits.
bool takeNumber(std::string_view &text, std::size_t digits, int &number)
{
    if (text.size() < digits)
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, number);
    if (error != std::errc() || end != text.data() + digits || text.front() == '-')
        return false;
    text.remove_prefix(digits);
    return true;
}

bool takeChar(std::string_view &text, std::string_view oneOf)
{
    if (text.empty() || oneOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Reads the fraction of a second, if there is one; digits beyond the millisecond are dropped.
bool takeFraction(std::string_view &text, int &milliseconds)
{
    milliseconds = 0;
    if (!takeChar(text, "."))
        return true;
    int weight = 100;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        milliseconds += (text.front() - '0') * weight;
        weight /= 10;
        text.remove_prefix(1);
        ++digits;
    }
    return digits > 0 && digits <= 9;
}

bool takeOffset(std::string_view &text, std::chrono::minutes &offset)
{
    offset = {};
    if (takeChar(text, "Zz"))
        return true;
    const bool isWest = !text.empty() && text.front() == '-';
    int hours = 0;
    int minutes = 0;
    if (!takeChar(text, "+-") || !takeNumber(text, 2, hours) || !takeChar(text, ":") || !takeNumber(text, 2, minutes))
        return false;
    offset = std::chrono::minutes((hours * 60 + minutes) * (isWest ? -1 : 1));
    return hours < 24 && minutes < 60;
}

} // namespace

std::optional<Duration> parseDuration(std::string_view text)
{
    if (text == "0")
        return Duration(0);
    if (text.empty())
        return std::nullopt;
    double milliseconds = 0;
    while (!text.empty()) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (error != std::errc() || number < 0 || std::signbit(number) || !std::isfinite(number))
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const Unit *unit = takeUnit(text);
        if (!unit)
            return std::nullopt;
        milliseconds += number * unit->milliseconds;
        if (milliseconds > kLongestMilliseconds)
            return std::nullopt;
    }
    return Duration(std::llround(milliseconds));
}

std::string formatDuration(Duration duration)
{
    struct Step {
        std::int64_t milliseconds;
        const char *name;
    };
    static constexpr std::array kSteps{
        Step{86'400'000, "d"}, Step{3'600'000, "h"}, Step{60'000, "m"}, Step{1'000, "s"}, Step{1, "ms"}};
    if (duration.count() < 0) // the smallest of all has no positive counterpart
        return "-" + formatDuration(duration == Duration::min() ? Duration::max() : -duration);
    std::int64_t rest = duration.count();
    if (rest == 0)
        return "0s";
    std::string text;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        if (rest < kSteps[i].milliseconds)
            continue;
        text = std::to_string(rest / kSteps[i].milliseconds) + kSteps[i].name;
        rest %= kSteps[i].milliseconds;
        // The second unit is the next one down; milliseconds beside seconds would only be noise.
        const bool hasSecond = i + 2 < kSteps.size() && rest >= kSteps[i + 1].milliseconds;
        if (hasSecond)
            text += std::to_string(rest / kSteps[i + 1].milliseconds) + kSteps[i + 1].name;
        break;
    }
    return text;
}

std::optional<Instant> parseRfc3339(std::string_view text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0;
    std::chrono::minutes offset{};
    const bool isRead = takeNumber(text, 4, year) && takeChar(text, "-") && takeNumber(text, 2, month) && takeChar(text, "-")
        && takeNumber(text, 2, day) && takeChar(text, "Tt ") && takeNumber(text, 2, hour) && takeChar(text, ":")
        && takeNumber(text, 2, minute) && takeChar(text, ":") && takeNumber(text, 2, second) && takeFraction(text, millisecond)
        && takeOffset(text, offset) && text.empty();
    if (!isRead || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year <= 1) // Go's zero time means "none"
        return std::nullopt;
    return Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour) + std::chrono::minutes(minute)
        + std::chrono::seconds(second) + Duration(millisecond) - offset;
}

std::string formatRfc3339(Instant instant)
{
    instant = std::clamp(instant, kFirstInstant, kLastInstant);
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss<Duration> time(instant - day);
    std::array<char, 48> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

} // namespace tocsin
