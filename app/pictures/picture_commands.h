// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tocsin {

/// Desk, wall or snapshot, whichever the line asks for. Needs a QApplication; UI thread.
ExitStatus runPictureCommand(const CommandLine &line);

/// Picks Qt's platform before the QApplication is made: a snapshot needs no display and must not flash a window. False when
/// the others lack the display that they need.
bool choosePlatform(const QStringList &arguments);

} // namespace tocsin
