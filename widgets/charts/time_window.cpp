// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/time_window.h"

#include <algorithm>
#include <cmath>

namespace tocsin {

TimeWindow::TimeWindow(Instant latest, Duration length)
    : m_latest(latest)
    , m_to(latest)
    , m_initialLength(length)
    , m_length(length)
{
}

void TimeWindow::setLatest(Instant latest)
{
    m_latest = latest;
    if (m_isLive)
        m_to = latest;
}

void TimeWindow::setInitialLength(Duration length)
{
    const bool isUntouched = isInitial();
    m_initialLength = length;
    if (isUntouched)
        m_length = length;
}

void TimeWindow::show(Instant from, Instant to)
{
    m_length = std::clamp(to - from, shortest, longest);
    m_isLive = to >= m_latest;
    m_to = m_isLive ? m_latest : to;
}

void TimeWindow::zoom(double factor)
{
    const Duration length(std::llround(static_cast<double>(m_length.count()) / factor));
    const Duration clamped = std::clamp(length, shortest, longest);
    if (!m_isLive)
        m_to = std::min(m_latest, m_to - (m_length - clamped) / 2);
    m_length = clamped;
    m_isLive = m_isLive || m_to == m_latest;
}

void TimeWindow::pan(double share)
{
    m_to = std::min(m_latest, m_to + Duration(std::llround(static_cast<double>(m_length.count()) * share)));
    m_isLive = m_to == m_latest;
}

void TimeWindow::reset()
{
    m_length = m_initialLength;
    m_to = m_latest;
    m_isLive = true;
}

std::vector<StateMark> stateMarks(const std::vector<LatencySample> &samples)
{
    std::vector<StateMark> marks;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].state != samples[i - 1].state)
            marks.push_back({samples[i].at, samples[i].state});
    }
    return marks;
}

} // namespace tocsin
