// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QWidget;

namespace tocsin {

/// Which of the screens that are plugged in shows the wall: the one of that name, else the first. -1 when there is none.
int screenFor(const QString &wanted, const QStringList &names);

/// Keeps a wall on the screen that was chosen by name: it moves to another one when that is unplugged or sleeps, and comes
/// back with it. UI thread; child of the wall.
class WallScreen final : public QObject
{
    Q_OBJECT

public:
    WallScreen(QWidget &wall, const QString &wanted);

    /// Shows the wall, full screen, where it belongs now.
    void place();
    /// The names of all screens that are plugged in.
    static QStringList names();

private:
    QWidget &m_wall;
    QString m_wanted;
};

} // namespace tocsin
