// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/wall.h"

#include "app/commands/terminal.h"
#include "app/pictures/station.h"
#include "widgets/wall/wall_view.h"

#include <QApplication>
#include <QScreen>

namespace tocsin {

namespace {

QScreen *screenNamed(const QString &name)
{
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen->name() == name)
            return screen;
    }
    return nullptr;
}

} // namespace

ExitStatus runWall(const CommandLine &line)
{
    Station station(line);
    WallOptions options;
    if (line.rotate > Duration(0))
        options.rotateEvery = line.rotate;
    options.onePage = line.onePage;
    WallView wall(station.feed(), station.clock(), options);
    station.follow([&wall](const Message &message) { wall.handle(message); });
    if (QScreen *screen = screenNamed(line.screen)) {
        wall.setScreen(screen);
        wall.setGeometry(screen->geometry());
    } else if (!line.screen.isEmpty()) {
        complain(QCoreApplication::translate("Wall", "There is no screen \"%1\"; the wall shows on the first one.\n").arg(line.screen));
    }
    wall.showFullScreen();
    quitOnSignals();
    return QApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
