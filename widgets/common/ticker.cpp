// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/ticker.h"

namespace tocsin {

Ticker::Ticker(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::tick);
}

void Ticker::start()
{
    tick();
}

void Ticker::tick()
{
    const Instant now = m_clock.now();
    emit ticked(now);
    const auto intoSecond = static_cast<int>(now.time_since_epoch().count() % 1000);
    m_timer.start(1000 - intoSecond);
}

} // namespace tocsin
