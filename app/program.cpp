// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/languages.h"

#include <QCoreApplication>

namespace tocsin {

namespace {

using Command = CommandLine::Command;

ExitStatus run(const CommandLine &line, PictureCommands pictures)
{
    switch (line.command) {
    case Command::Check:
        return runCheckCommand(line);
    case Command::Validate:
        return runValidateCommand(line);
    case Command::Schema:
        return runSchemaCommand();
    case Command::Shop:
        return runShopCommand(line);
    case Command::Watch:
        return runWatchCommand(line);
    case Command::Report:
        return runReportCommand(line);
    case Command::NotifyTest:
        return runNotifyTestCommand(line);
    case Command::Journal:
        return runJournalCommand(line);
    case Command::Help:
        print(helpText());
        return ExitStatus::Ok;
    case Command::Version:
        print(QStringLiteral("tocsin " TOCSIN_VERSION "\n"));
        return ExitStatus::Ok;
    case Command::Desk:
    case Command::Wall:
    case Command::Snapshot:
        break;
    }
    if (pictures)
        return pictures(line);
    complain(QCoreApplication::translate("Program", "tocsin-cli shows no pictures: use tocsin for this.\n"));
    return ExitStatus::NotInThisProgram;
}

} // namespace

ExitStatus runProgram(const QStringList &arguments, PictureCommands pictures)
{
    const auto line = parseCommandLine(arguments);
    if (!line) {
        complain(
            line.error() + QLatin1Char('\n') + QCoreApplication::translate("Program", "tocsin --help lists what there is.\n"));
        return ExitStatus::Usage;
    }
    if (!speak(line->language)) {
        const QStringList known = QStringList(QStringLiteral("en")) + knownLanguages();
        complain(QStringLiteral("--language is one of %1, not \"%2\".\n").arg(known.join(QStringLiteral(", ")), line->language));
        return ExitStatus::Usage;
    }
    return run(*line, pictures);
}

bool needsPicture(const QStringList &arguments)
{
    const auto line = parseCommandLine(arguments);
    return line && (line->command == Command::Desk || line->command == Command::Wall || line->command == Command::Snapshot);
}

} // namespace tocsin
