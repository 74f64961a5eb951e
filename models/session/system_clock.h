// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

namespace tocsin {

/// The clocks of the operating system. Stateless; any thread. The monotonic one counts time asleep too (CLOCK_BOOTTIME):
/// what was proven before a suspend is old after it.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    Monotonic monotonic() const override;
};

} // namespace tocsin
