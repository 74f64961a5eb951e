// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/turn_timer.h"

#include "tests/bench/measure.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace tocsin::bench {

bool TurnTimer::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const bool isPaint = event->type() == QEvent::Paint;
    const double wall = m_depth == 0 ? monotonicSeconds() : 0;
    const double own = m_depth == 0 ? threadSeconds() : 0;
    ++m_depth;
    const bool isTaken = QApplication::notify(receiver, event); // the receiver may be gone afterwards
    if (isPaint && m_afterPaint)
        m_afterPaint(receiver);
    if (--m_depth == 0) {
        m_longest.wall = std::max(m_longest.wall, (monotonicSeconds() - wall) * 1e3);
        m_longest.own = std::max(m_longest.own, (threadSeconds() - own) * 1e3);
    }
    return isTaken;
}

TurnTimer::Turn TurnTimer::takeLongest()
{
    return std::exchange(m_longest, {});
}

} // namespace tocsin::bench
