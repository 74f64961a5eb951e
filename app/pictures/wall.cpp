// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/wall.h"

#include "app/commands/terminal.h"

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

void tell(WallView &wall, const Message &message)
{
    const auto *report = std::get_if<ConfigurationReport>(&message);
    if (!report)
        return;
    QStringList errors;
    for (const std::string &error : report->errors)
        errors.append(QString::fromStdString(error));
    wall.setConfigurationErrors(errors);
}

} // namespace

std::unique_ptr<WallView> makeWall(const CommandLine &line, Station &station)
{
    WallOptions options;
    if (line.rotate > Duration(0))
        options.rotateEvery = line.rotate;
    options.onePage = line.onePage;
    auto wall = std::make_unique<WallView>(station.feed(), station.clock(), options);
    station.follow([view = wall.get()](const Message &message) { tell(*view, message); });
    return wall;
}

ExitStatus runWall(const CommandLine &line)
{
    Station station(line);
    const std::unique_ptr<WallView> wall = makeWall(line, station);
    if (QScreen *screen = screenNamed(line.screen)) {
        wall->setScreen(screen);
        wall->setGeometry(screen->geometry());
    } else if (!line.screen.isEmpty()) {
        complain(QCoreApplication::translate("Wall", "There is no screen \"%1\"; the wall shows on the first one.\n")
                     .arg(line.screen));
    }
    wall->showFullScreen();
    quitOnSignals();
    return QApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
