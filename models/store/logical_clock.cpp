// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/logical_clock.h"

#include <algorithm>
#include <limits>

namespace tocsin {

LogicalTime LogicalClock::send()
{
    return m_last = following(m_last);
}

LogicalTime LogicalClock::receive(LogicalTime other)
{
    return m_last = following(std::max(m_last, other));
}

LogicalTime LogicalClock::following(LogicalTime atLeast) const
{
    const std::int64_t wall = m_clock.now().time_since_epoch().count();
    if (wall > atLeast.wallMs)
        return LogicalTime{wall, 0};
    if (atLeast.counter == std::numeric_limits<std::uint32_t>::max())
        return LogicalTime{atLeast.wallMs + 1, 0};
    return LogicalTime{atLeast.wallMs, atLeast.counter + 1};
}

} // namespace tocsin
