// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <QObject>
#include <QTimer>

namespace tocsin {

/// The one heartbeat of a window: tells every second, at its beginning, what time it is, so that all ages and clocks on
/// the screen move together. UI thread; owned by the window; the clock must outlive it.
class Ticker final : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(const Clock &clock, QObject *parent = nullptr);

    /// Tells the time now and from then on every second.
    void start();

signals:
    void ticked(tocsin::Instant now);

private:
    void tick();

    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace tocsin
