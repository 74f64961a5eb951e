// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_commands.h"

#include "app/pictures/desk.h"
#include "app/pictures/snapshot.h"
#include "app/pictures/wall.h"

#include <QLoggingCategory>

namespace tocsin {

namespace {

/// Without one Qt would abort the program.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

ExitStatus runPictureCommand(const CommandLine &line)
{
    switch (line.command) {
    case CommandLine::Command::Wall:
        return runWall(line);
    case CommandLine::Command::Snapshot:
        return runSnapshot(line);
    default:
        return runDesk(line);
    }
}

bool choosePlatform(const QStringList &arguments)
{
    const auto line = parseCommandLine(arguments);
    if (!line || line->command != CommandLine::Command::Snapshot)
        return hasDisplay();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The off-screen platform complains about every window that it cannot raise or size; Tocsin itself says nothing this way.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    return true;
}

} // namespace tocsin
