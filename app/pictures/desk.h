// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exit_status.h"
#include "app/pictures/station.h"
#include "widgets/shell/desk_window.h"

#include <memory>

namespace tocsin {

/// Shows the desk until it is closed.
ExitStatus runDesk(const CommandLine &line);

/// The desk's window over a station, not shown yet. `stateFile` is where it remembers its looks; empty: nowhere.
std::unique_ptr<DeskWindow> makeDesk(const CommandLine &line, Station &station, const QString &stateFile);

} // namespace tocsin
