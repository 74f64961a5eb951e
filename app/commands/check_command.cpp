// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/check_table.h"
#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/workspace.h"
#include "models/session/board_json.h"
#include "models/session/check_pass.h"
#include "models/session/system_clock.h"

#include <QCoreApplication>

namespace tocsin {

namespace {

std::vector<std::string> namesOf(const CommandLine &line)
{
    std::vector<std::string> names;
    for (const QString &name : line.names)
        names.push_back(name.toStdString());
    return names;
}

} // namespace

ExitStatus runCheckCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock);
    if (const QString why = whyNothingIsWatched(workspace); !why.isEmpty()) {
        complain(why);
        return ExitStatus::BadConfiguration;
    }
    complain(problemText(workspace.problems));

    const std::vector<std::string> names = namesOf(line);
    if (const auto selected = selectFrom(workspace.config, names); !selected) {
        complain(QCoreApplication::translate("CheckCommand", "\"%1\" is neither a service nor a source.\n")
                     .arg(QString::fromStdString(selected.error())));
        return ExitStatus::Usage;
    }
    const Board board = checkOnce(workspace.config, names, clock);
    const State overall = overallOf(board, names);
    print(line.json ? QString::fromStdString(boardJson(board, clock.now(), overall)) + QLatin1Char('\n')
                    : checkTable(board, clock.now()));
    return exitStatus(overall);
}

} // namespace tocsin
