// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/latency_sample.h"

#include <vector>

namespace tocsin {

/// A stretch of time that a chart shows, and how to move it. A value; every change keeps it between `shortest` and
/// `longest` and never beyond `latest`.
class TimeWindow
{
public:
    static constexpr Duration shortest = std::chrono::seconds(30);
    static constexpr Duration longest = std::chrono::hours(24 * 31);

    explicit TimeWindow(Instant latest = {}, Duration length = std::chrono::hours(1));

    Instant from() const { return m_to - m_length; }
    Instant to() const { return m_to; }
    Duration length() const { return m_length; }
    /// Whether its end moves on with the clock.
    bool isLive() const { return m_isLive; }

    void setLatest(Instant latest);
    /// What `reset` shows from now on; a window that nobody moved follows.
    void setInitialLength(Duration length);
    bool isInitial() const { return m_isLive && m_length == m_initialLength; }
    Instant latest() const { return m_latest; }
    void show(Instant from, Instant to);
    void zoom(double factor); ///< around its middle, or around its end while it is live
    void pan(double share);   ///< of its length; towards later when positive
    void reset();

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;

private:
    Instant m_latest;
    Instant m_to;
    Duration m_initialLength;
    Duration m_length;
    bool m_isLive = true;
};

/// A change of state, where a chart draws a mark.
struct StateMark {
    Instant at{};
    State state = State::Ok;

    friend bool operator==(const StateMark &, const StateMark &) = default;
};

/// Every point at which the state became another one.
std::vector<StateMark> stateMarks(const std::vector<LatencySample> &samples);

} // namespace tocsin
