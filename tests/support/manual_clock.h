// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <atomic>

namespace tocsin {

/// A clock that stands still until a test moves it. Any thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start = Instant(std::chrono::seconds(1'795'235'843))) // 2026-11-21T04:37:23Z
        : m_now(start.time_since_epoch().count())
    {
    }
    Instant now() const override { return Instant(Duration(m_now.load())); }
    Monotonic monotonic() const override { return Monotonic(Duration(m_monotonic.load())); }

    /// Time passes: both clocks move.
    void advance(Duration by)
    {
        m_now += by.count();
        m_monotonic += by.count();
    }
    /// Somebody sets the calendar; the time that has passed stays the same.
    void setNow(Instant now) { m_now = now.time_since_epoch().count(); }

private:
    std::atomic<Duration::rep> m_now;
    std::atomic<Duration::rep> m_monotonic{1'000'000};
};

/// The real one, for tests that talk to real sockets.
class SystemClock final : public Clock
{
public:
    Instant now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
    Monotonic monotonic() const override
    {
        return Monotonic(std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
    }
};

} // namespace tocsin
