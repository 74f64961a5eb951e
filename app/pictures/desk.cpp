// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/desk.h"

#include "app/commands/terminal.h"
#include "models/session/paths.h"
#include "widgets/shell/desk_state.h"
#include "widgets/style/typography.h"

#include <QApplication>
#include <QScreen>

namespace tocsin {

std::unique_ptr<DeskWindow> makeDesk(const CommandLine &line, Station &station, const QString &stateFile)
{
    const bool isPicture = line.command == CommandLine::Command::Snapshot;
    const double scale = scaleForScreen(isPicture ? line.size : QGuiApplication::primaryScreen()->geometry().size());
    if (scale != textScale())
        station.useScale(scale);
    DeskOptions options;
    options.stateFile = stateFile;
    options.configurationPath = QString::fromStdString(station.workspace().configPath.string());
    options.theme = themeFromWord(line.theme.toStdString());
    if (line.theme.isEmpty())
        station.useTheme(DeskState(stateFile).theme()); // before there is a window that would have to be dressed again
    auto window = std::make_unique<DeskWindow>(station.feed(), station.session(), station.clock(), options);
    QObject::connect(window.get(), &DeskWindow::themeChosen, window.get(),
        [&station](std::optional<ThemeKind> theme) { station.useTheme(theme); });
    station.follow([view = window.get()](const Message &message) { view->handle(message); });
    return window;
}

ExitStatus runDesk(const CommandLine &line)
{
    Station station(line);
    const std::filesystem::path stateFile = defaultStateFolder(line.profile.toStdString()) / "desk.ini";
    const std::unique_ptr<DeskWindow> window = makeDesk(line, station, QString::fromStdString(stateFile.string()));
    window->show();
    quitOnSignals();
    return QApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
