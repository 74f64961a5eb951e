// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/settings.h"

namespace tocsin {

/// Whether a check or source as configured asks the same thing as before, however often and whatever its thresholds: then what it
/// has found out still stands. `Configured` is CheckConfig or SourceConfig.
template<typename Configured> bool asksTheSame(const Configured &before, const Configured &now)
{
    Settings one = before.settings;
    Settings other = now.settings;
    for (const char *key : {"interval", "timeout", "failure_threshold", "success_threshold", "stale_after"}) {
        one.set(key, false);
        other.set(key, false);
    }
    return before.type == now.type && one == other;
}

} // namespace tocsin
