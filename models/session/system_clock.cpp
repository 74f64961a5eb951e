// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/system_clock.h"

#include <ctime>

namespace tocsin {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Monotonic SystemClock::monotonic() const
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    const auto elapsed = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return Monotonic(std::chrono::duration_cast<Duration>(elapsed));
}

} // namespace tocsin
