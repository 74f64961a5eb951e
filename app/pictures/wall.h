// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tocsin {

/// Shows the wall until it is closed.
ExitStatus runWall(const CommandLine &line);

} // namespace tocsin
