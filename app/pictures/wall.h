// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exit_status.h"
#include "app/pictures/station.h"
#include "widgets/wall/wall_view.h"

#include <memory>

namespace tocsin {

/// Shows the wall until it is closed.
ExitStatus runWall(const CommandLine &line);

/// The wall over a station, not shown yet.
std::unique_ptr<WallView> makeWall(const CommandLine &line, Station &station);

} // namespace tocsin
