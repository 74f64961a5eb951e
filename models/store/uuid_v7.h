// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"
#include "models/domain/time.h"

#include <cstdint>

namespace tocsin {

/// Makes UUIDs of version 7 that grow strictly, also when the clock stands still or goes back. Not locked.
/// Source: RFC 9562, sections 5.7 and 6.2 (method 1, a counter in rand_a).
class UuidV7
{
public:
    EventId next(Instant now);

private:
    std::int64_t m_milliseconds = 0;
    std::uint32_t m_counter = 0;
};

} // namespace tocsin
