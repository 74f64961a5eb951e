// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/local_time.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tocsin {

namespace {

// The calendar of Qt and of the zone database ends long before the numbers do.
constexpr Instant kFirst = std::chrono::sys_days(std::chrono::year(1900) / 1 / 1);
constexpr Instant kLast = std::chrono::sys_days(std::chrono::year(2400) / 1 / 1);

constexpr Instant asIfUtc(LocalTime local)
{
    return Instant(local.time_since_epoch());
}

} // namespace

Zone Zone::utc()
{
    return Zone(QTimeZone::utc());
}

std::optional<Zone> Zone::named(std::string_view name)
{
    // Qt takes "UTC+3" and the like as well, and reads an empty name as the system's.
    if (name.empty() || (name.substr(0, 3) == "UTC" && name != "UTC"))
        return std::nullopt;
    QTimeZone zone(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    return zone.isValid() ? std::optional(Zone(std::move(zone))) : std::nullopt;
}

Zone Zone::orUtc(std::string_view name)
{
    return named(name).value_or(utc());
}

Duration Zone::offset(Instant instant) const
{
    const std::int64_t milliseconds = std::clamp(instant, kFirst, kLast).time_since_epoch().count();
    return std::chrono::seconds(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)));
}

LocalTime Zone::local(Instant instant) const
{
    return LocalTime((instant + offset(instant)).time_since_epoch());
}

Instant Zone::instant(LocalTime local) const
{
    const Instant wall = asIfUtc(local);
    const Instant before = wall - offset(wall - std::chrono::days(1));
    const Instant after = wall - offset(wall + std::chrono::days(1));
    const bool isBefore = this->local(before) == local;
    const bool isAfter = this->local(after) == local;
    if (isBefore && isAfter)
        return std::min(before, after);
    return isAfter ? after : before;
}

std::optional<TimeOfDay> parseTimeOfDay(std::string_view text)
{
    const auto digit = [text](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1; };
    if (text.size() != 5 || text[2] != ':' || digit(0) < 0 || digit(1) < 0 || digit(3) < 0 || digit(4) < 0)
        return std::nullopt;
    const int hours = digit(0) * 10 + digit(1);
    const int minutes = digit(3) * 10 + digit(4);
    return hours < 24 && minutes < 60 ? std::optional(TimeOfDay(hours * 60 + minutes)) : std::nullopt;
}

std::string formatTimeOfDay(TimeOfDay time)
{
    std::array<char, 24> text{};
    const auto minutes = static_cast<int>(time.count());
    const int length = std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

std::optional<LocalTime> parseLocalTime(std::string_view text)
{
    if (text.size() != 16 && text.size() != 19)
        return std::nullopt;
    const std::string whole = std::string(text) + (text.size() == 16 ? ":00Z" : "Z");
    const std::optional<Instant> instant = parseRfc3339(whole);
    return instant ? std::optional(LocalTime(instant->time_since_epoch())) : std::nullopt;
}

std::string formatLocalTime(LocalTime time)
{
    std::string text = formatRfc3339(asIfUtc(time)).substr(0, 16);
    text[10] = ' ';
    return text;
}

} // namespace tocsin
