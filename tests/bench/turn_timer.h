// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

#include <functional>

namespace tocsin::bench {

/// An application that times each turn of its UI thread: what one event, with all that follows from it, holds the window up.
class TurnTimer final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// The longest turn since the last call, in milliseconds: by the clock, and of the thread's own time (another program on
    /// the same core does not count).
    struct Turn {
        double wall = 0;
        double own = 0;
    };
    Turn takeLongest();

    /// Called after each paint event of a widget.
    void afterPaint(std::function<void(QObject *)> call) { m_afterPaint = std::move(call); }

private:
    int m_depth = 0;
    Turn m_longest;
    std::function<void(QObject *)> m_afterPaint;
};

} // namespace tocsin::bench
