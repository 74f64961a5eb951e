// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// Which service is in a maintenance window now. Windows are appointments on the calendar, so this follows the wall clock
/// wherever it jumps. Owned by the watch, on its thread.
class MaintenanceCalendar
{
public:
    MaintenanceCalendar(std::vector<MaintenanceWindow> windows, std::vector<std::string> services);

    /// Brings it up to date; returns the services (by index) whose window changed. Costs nothing between two boundaries.
    std::vector<std::size_t> update(Instant now);

    /// The window that covers the service as of the last update: of several, the one that ends last. Null: none.
    const MaintenanceWindow *active(std::size_t service) const { return m_active[service]; }

    /// When the next window begins or ends.
    std::optional<Instant> nextBoundary() const { return m_next; }

private:
    void findNextBoundary(Instant now);

    const std::vector<MaintenanceWindow> m_windows;
    const std::vector<std::string> m_services;
    std::vector<const MaintenanceWindow *> m_active;
    std::optional<Instant> m_next;
    std::optional<Instant> m_last; ///< of the last update
};

} // namespace tocsin
