// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/wall.h"

#include "app/commands/terminal.h"
#include "app/pictures/screen_inhibitor.h"
#include "app/pictures/wall_screen.h"
#include "models/items/incident_feed.h"

#include <QApplication>

namespace tocsin {

namespace {

void tell(WallView &wall, IncidentFeed &incidents, const Message &message)
{
    if (const auto *news = std::get_if<IncidentNews>(&message)) {
        incidents.apply(news->incidents);
        wall.setIncidents(incidents.open());
    }
    if (const auto *notice = std::get_if<StationNotice>(&message))
        wall.setNotice(notice->reason);
    const auto *report = std::get_if<ConfigurationReport>(&message);
    if (!report)
        return;
    QStringList errors;
    for (const std::string &error : report->errors)
        errors.append(QString::fromStdString(error));
    wall.setConfigurationErrors(errors, report->keptOld);
}

} // namespace

std::unique_ptr<WallView> makeWall(const CommandLine &line, Station &station)
{
    WallOptions options;
    if (line.rotate > Duration(0))
        options.rotateEvery = line.rotate;
    options.onePage = line.onePage;
    options.nightDim = line.nightDim / 100.0;
    auto wall = std::make_unique<WallView>(station.feed(), station.clock(), options);
    auto *incidents = new IncidentFeed(wall.get());
    station.follow([view = wall.get(), incidents](const Message &message) { tell(*view, *incidents, message); });
    return wall;
}

ExitStatus runWall(const CommandLine &line)
{
    Station station(line);
    const std::unique_ptr<WallView> wall = makeWall(line, station);
    if (!line.screen.isEmpty() && !WallScreen::names().contains(line.screen)) {
        complain(QCoreApplication::translate(
            "Wall", "There is no screen \"%1\" now; the wall shows on the first one until it is plugged in. There is: %2\n")
                     .arg(line.screen, WallScreen::names().join(QStringLiteral(", "))));
    }
    BusScreenInhibitor inhibitor(QDBusConnection::sessionBus());
    inhibitor.begin();
    auto *screen = new WallScreen(*wall, line.screen);
    screen->place();
    quitOnSignals();
    return QApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
