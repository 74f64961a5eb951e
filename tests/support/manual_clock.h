// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <atomic>

namespace tocsin {

/// A clock that moves only when the test says so. Any thread.
class ManualClock final : public Clock
{
public:
    /// 2026-11-21T04:37:23Z unless told otherwise.
    explicit ManualClock(Instant now = Instant(Duration(1'795'235'843'000)))
        : m_now(now.time_since_epoch().count())
    {
    }

    Instant now() const override { return Instant(Duration(m_now)); }
    Monotonic monotonic() const override { return Monotonic(Duration(m_monotonic)); }

    /// Time passes on both clocks.
    void advance(Duration duration)
    {
        m_now += duration.count();
        m_monotonic += duration.count();
    }
    /// Somebody sets the clock on the wall; no time passes.
    void setNow(Instant now) { m_now = now.time_since_epoch().count(); }

private:
    std::atomic<Duration::rep> m_now;
    std::atomic<Duration::rep> m_monotonic{1'000'000};
};

} // namespace tocsin
