// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <QTimeZone>

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// What calendar and clock on the wall show; in which zone is known from elsewhere.
using LocalTime = std::chrono::local_time<Duration>;

/// The time since midnight on the wall, in whole minutes.
using TimeOfDay = std::chrono::minutes;

/// A place on earth as the time zone database knows it. A value; any thread.
class Zone
{
public:
    static Zone utc();
    /// By its IANA name, `Europe/Berlin`; nothing when there is none of this name.
    static std::optional<Zone> named(std::string_view name);
    /// The same, and UTC when there is none: for names that were checked before.
    static Zone orUtc(std::string_view name);

    LocalTime local(Instant instant) const;
    /// A time that the clock shows twice means its first; one that it leaves out is counted from before the leap, so that 02:30
    /// becomes 03:30. Source: RFC 5545, 3.3.5.
    Instant instant(LocalTime local) const;

private:
    explicit Zone(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }
    Duration offset(Instant instant) const;

    QTimeZone m_zone;
};

/// `09:00`; nothing when it is none. `24:00` is not one: the day ends at `00:00`.
std::optional<TimeOfDay> parseTimeOfDay(std::string_view text);
std::string formatTimeOfDay(TimeOfDay time);
/// `2026-11-23T09:00`, with a blank in place of the T, with or without seconds.
std::optional<LocalTime> parseLocalTime(std::string_view text);
/// `2026-11-23 09:00`.
std::string formatLocalTime(LocalTime time);

} // namespace tocsin
