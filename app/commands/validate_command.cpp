// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/workspace.h"
#include "models/config/json_schema.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"

#include <QCoreApplication>

namespace tocsin {

ExitStatus runValidateCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock);
    const QString place = QString::fromStdString(workspace.configPath.string());
    complain(problemText(workspace.problems));
    switch (workspace.situation) {
    case Workspace::Situation::Absent:
        complain(QCoreApplication::translate("ValidateCommand", "There is no configuration at %1.\n").arg(place));
        return ExitStatus::BadConfiguration;
    case Workspace::Situation::Bad:
        return ExitStatus::BadConfiguration;
    case Workspace::Situation::Loaded:
    case Workspace::Situation::Simulated:
        break;
    }
    const auto services = static_cast<int>(workspace.config.services.size());
    const auto sources = static_cast<int>(workspace.config.sources.size());
    print(QCoreApplication::translate("ValidateCommand", "%1 is valid: services %2, sources %3.\n")
              .arg(place)
              .arg(services)
              .arg(sources));
    return ExitStatus::Ok;
}

ExitStatus runSchemaCommand()
{
    print(QString::fromStdString(jsonSchema(vocabulary())) + QLatin1Char('\n'));
    return ExitStatus::Ok;
}

} // namespace tocsin
