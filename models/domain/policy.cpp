// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/policy.h"

#include <algorithm>

namespace tocsin {

bool MaintenanceWindow::covers(std::string_view service, Instant at) const
{
    if (at < start || at >= start + duration)
        return false;
    return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
}

} // namespace tocsin
