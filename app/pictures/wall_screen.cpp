// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/wall_screen.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace tocsin {

int screenFor(const QString &wanted, const QStringList &names)
{
    const qsizetype named = wanted.isEmpty() ? -1 : names.indexOf(wanted);
    return named >= 0 ? static_cast<int>(named) : names.isEmpty() ? -1 : 0;
}

WallScreen::WallScreen(QWidget &wall, const QString &wanted)
    : QObject(&wall)
    , m_wall(wall)
    , m_wanted(wanted)
{
    // Queued: while the signal is sent, Qt still moves the windows of a screen that is gone.
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &WallScreen::place, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &WallScreen::place, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &WallScreen::place, Qt::QueuedConnection);
}

QStringList WallScreen::names()
{
    QStringList names;
    for (const QScreen *screen : QGuiApplication::screens())
        names << screen->name();
    return names;
}

void WallScreen::place()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const int at = screenFor(m_wanted, names());
    if (at < 0)
        return;
    QScreen *screen = screens[at];
    // X11 keeps a full-screen window where it is: it must leave that state to move.
    const bool moves = m_wall.windowHandle() && m_wall.windowHandle()->screen() != screen;
    if (moves)
        m_wall.showNormal();
    m_wall.setScreen(screen);
    m_wall.setGeometry(screen->geometry());
    m_wall.showFullScreen();
}

} // namespace tocsin
