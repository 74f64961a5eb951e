// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tocsin {

// The commands that need no picture; both programs have them (decision 25). Each prints to the terminal and returns what
// the program ends with. They need a QCoreApplication.

/// One look at everything; a table or one JSON object.
ExitStatus runCheckCommand(const CommandLine &line);
/// Every mistake of a configuration.
ExitStatus runValidateCommand(const CommandLine &line);
/// The JSON Schema of the configuration.
ExitStatus runSchemaCommand();
/// The simulated shop until SIGINT or SIGTERM.
ExitStatus runShopCommand(const CommandLine &line);
/// A station without a window until SIGINT or SIGTERM; prints a line for each change of state.
ExitStatus runWatchCommand(const CommandLine &line);

/// The report of one incident, or a line for each.
ExitStatus runReportCommand(const CommandLine &line);
/// A test message through one channel; ends with 0 when the place took it, with 2 when it did not.
ExitStatus runNotifyTestCommand(const CommandLine &line);
/// Every event of the journal, a line of JSON each.
ExitStatus runJournalCommand(const CommandLine &line);

} // namespace tocsin
