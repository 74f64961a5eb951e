// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/time.h"

namespace tocsin {

/// A hybrid logical clock: grows strictly with each `send`, stays as near to the wall clock as the greatest time it has seen
/// allows. Not locked: one thread, or its owner's lock.
/// Source: Kulkarni et al., "Logical Physical Clocks", 2014, algorithm in figure 5.
class LogicalClock
{
public:
    explicit LogicalClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// The time of an event that is made now.
    LogicalTime send();
    /// Takes notice of another's time (or of this station's own before a restart); returns the time of having seen it.
    LogicalTime receive(LogicalTime other);
    LogicalTime last() const { return m_last; }

private:
    LogicalTime following(LogicalTime atLeast) const;

    const Clock &m_clock;
    LogicalTime m_last;
};

} // namespace tocsin
