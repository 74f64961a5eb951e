// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"

#include <optional>
#include <string>

namespace tocsin {

/// How long a cache has kept an answer, by its header `Age` (RFC 9111, 5.1). A number too large to read is ten years.
std::optional<Duration> storedFor(const Headers &headers);

/// Whether a cache says itself that what it gives is out of date (warnings 110 and 111 of RFC 7234, 5.5).
bool isSaidToBeStale(const Headers &headers);

/// Tells a server whose clock is wrong from an answer that somebody stored, by looking at how its `Date` moves: a clock moves on,
/// however wrong it is, and a stored answer does not. A value; kept by one check for its target.
class DateWatch
{
public:
    /// How old this answer is at least. At the first look no more than this is known: a date of fifteen hours ago or earlier
    /// is no matter of time zones, so that it counts until a second look has seen it move.
    Duration look(const Headers &headers, Instant now, Monotonic moment);

private:
    std::string m_date;
    Monotonic m_since{};
    bool m_hasMoved = false;
};

} // namespace tocsin
