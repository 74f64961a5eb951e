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
/// What arrived last is laid out and painted in this time, and what is known of earlier is read from the journal.
constexpr std::chrono::milliseconds kSettle{500};

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
    const bool isAlerts = line.view == QLatin1String("alerts");
    const bool isIncident = line.view == QLatin1String("incident");
    window->run(isAlerts ? CommandId::GoAlerts : isIncident ? CommandId::GoIncident : CommandId::GoOverview);
    return window;
}

/// Runs the event loop until there is something to show; of a bad configuration nothing will come.
void watchFor(const CommandLine &line, Station &station)
{
    const Monotonic start = station.clock().monotonic();
    const bool canWatch = whyNothingIsWatched(station.workspace()).isEmpty();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const Duration elapsed = station.clock().monotonic() - start;
        const bool isDone
            = !canWatch || (elapsed >= line.after && (line.after > Duration(0) || isWatched(station.feed().board())));
        if (!isDone && elapsed <= kPatience + line.after)
            return;
        look.stop();
        QTimer::singleShot(kSettle, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    look.start(kLookEvery);
    if (line.after == Duration(0)) // one pass waits for no interval
        station.session().refreshNow();
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
    watchFor(line, station);
    view->resize(line.size); // a first layout may have asked for more
    if (!view->grab(QRect(QPoint(), line.size)).save(line.out, "PNG")) {
        complain(QCoreApplication::translate("Snapshot", "%1 cannot be written.\n").arg(line.out));
        return ExitStatus::InternalError;
    }
    const QString why = whyNothingIsWatched(station.workspace());
    complain(why);
    return why.isEmpty() ? ExitStatus::Ok : ExitStatus::BadConfiguration;
}

} // namespace tocsin
