// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/maintenance.h"

namespace tocsin {

MaintenanceCalendar::MaintenanceCalendar(std::vector<MaintenanceWindow> windows, std::vector<std::string> services)
    : m_windows(std::move(windows))
    , m_services(std::move(services))
    , m_active(m_services.size(), nullptr)
{
}

std::vector<std::size_t> MaintenanceCalendar::update(Instant now)
{
    const bool isDue = !m_last || now < *m_last || (m_next && now >= *m_next);
    if (!isDue) {
        m_last = now;
        return {};
    }
    m_last = now;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        const MaintenanceWindow *covering = nullptr;
        for (const MaintenanceWindow &window : m_windows) {
            const bool isLater = !covering || window.start + window.duration > covering->start + covering->duration;
            if (isLater && window.covers(m_services[i], now))
                covering = &window;
        }
        if (covering != m_active[i])
            changed.push_back(i);
        m_active[i] = covering;
    }
    findNextBoundary(now);
    return changed;
}

void MaintenanceCalendar::findNextBoundary(Instant now)
{
    m_next.reset();
    for (const MaintenanceWindow &window : m_windows) {
        for (const Instant boundary : {window.start, window.start + window.duration}) {
            if (boundary > now && (!m_next || boundary < *m_next))
                m_next = boundary;
        }
    }
}

} // namespace tocsin
