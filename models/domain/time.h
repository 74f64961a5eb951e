// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// A length of time. Everything in Tocsin is counted in milliseconds unless a name says otherwise.
using Duration = std::chrono::milliseconds;

/// A length of time as the transport measures it.
using Micros = std::chrono::microseconds;

/// A point on the UTC calendar. May jump when somebody sets the clock: never use it to measure a length of time.
using Instant = std::chrono::sys_time<Duration>;

/// A point on a clock that only ever runs forward; its zero means nothing. Every decision about age uses this.
struct MonotonicClockTag {
    using duration = Duration;
    using rep = Duration::rep;
    using period = Duration::period;
    using time_point = std::chrono::time_point<MonotonicClockTag>;
    static constexpr bool is_steady = true;
};
using Monotonic = std::chrono::time_point<MonotonicClockTag, Duration>;

/// Where time comes from. A parameter wherever time decides something, so that a test runs an hour in a millisecond.
/// Implementations must be callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual Monotonic monotonic() const = 0;
};

/// Reads a duration in the union of the Prometheus and the Go notation: `1h30m`, `2d`, `1w`, `1.5s`, `300ms`, `0`.
/// A bare number other than 0 is refused. Source: Prometheus documentation, "Time durations"; Go, time.ParseDuration.
std::optional<Duration> parseDuration(std::string_view text);

/// Writes a duration as Prometheus does, two units at the most: `1h30m`, `2d`, `45s`, `300ms`.
std::string formatDuration(Duration duration);

/// Reads RFC 3339 with 0 to 9 fractional digits and `Z` or an offset. The zero time of Go (year 1) reads as nothing.
std::optional<Instant> parseRfc3339(std::string_view text);

/// Writes RFC 3339 in UTC with milliseconds: `2026-11-21T04:37:23.120Z`.
std::string formatRfc3339(Instant instant);

} // namespace tocsin
