// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tocsin {

/// Runs the commands that need a picture: desk, wall and snapshot.
using PictureCommands = ExitStatus (*)(const CommandLine &line);

/// Does what the arguments ask for. Without `pictures` (tocsin-cli) the commands that need one are refused in one sentence.
/// Needs a QCoreApplication, and a QApplication when there are pictures.
ExitStatus runProgram(const QStringList &arguments, PictureCommands pictures);

/// Whether these arguments ask for a picture: decides which kind of application object main() makes.
bool needsPicture(const QStringList &arguments);

} // namespace tocsin
