// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/snapshot.h"

#include "app/commands/terminal.h"
#include "app/pictures/desk.h"
#include "app/pictures/wall.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>

namespace tocsin {

namespace {

/// Looks several times a second whether everything was looked at once; what hangs for longer than this is shown as it is.
constexpr std::chrono::milliseconds kLookEvery{100};
constexpr std::chrono::seconds kPatience{60};

bool isWatched(const Board &board)
{
    const auto isPending = [](const auto &entry) { return entry.second.state == State::Pending; };
    return !board.services.empty() && std::none_of(board.checks.begin(), board.checks.end(), isPending)
        && std::none_of(board.sources.begin(), board.sources.end(), isPending);
}

std::unique_ptr<QWidget> viewFor(const CommandLine &line, Station &station)
{
    if (line.view == QLatin1String("wall"))
        return makeWall(line, station);
    auto window = makeDesk(line, station, {});
    window->run(line.view == QLatin1String("alerts") ? CommandId::GoAlerts : CommandId::GoOverview);
    return window;
}

/// Runs the event loop until there is something to show; of a bad configuration nothing will come.
void watchFor(const CommandLine &line, const Station &station, const Board &board)
{
    const Monotonic start = station.clock().monotonic();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const Duration elapsed = station.clock().monotonic() - start;
        const bool isWhole = isWatched(board) || station.workspace().situation == Workspace::Situation::Bad;
        const bool isDone = elapsed >= line.after && (isWhole || line.after > Duration(0));
        if (isDone || elapsed > kPatience + line.after)
            QCoreApplication::quit();
    });
    look.start(kLookEvery);
    QApplication::exec();
}

} // namespace

ExitStatus runSnapshot(const CommandLine &line)
{
    Station station(line);
    complain(problemText(station.workspace().problems)); // the picture says it too, but who reads a log sees no picture
    const std::unique_ptr<QWidget> view = viewFor(line, station);
    view->resize(line.size);
    view->show();
    watchFor(line, station, station.feed().board());
    view->resize(line.size); // a first layout may have asked for more
    if (!view->grab(QRect(QPoint(), line.size)).save(line.out, "PNG")) {
        complain(QCoreApplication::translate("Snapshot", "%1 cannot be written.\n").arg(line.out));
        return ExitStatus::InternalError;
    }
    return ExitStatus::Ok;
}

} // namespace tocsin
