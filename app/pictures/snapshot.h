// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tocsin {

/// Polls for real, off-screen, until everything was looked at once and `--after` has passed, then writes the view as a
/// picture of exactly the size asked for.
ExitStatus runSnapshot(const CommandLine &line);

} // namespace tocsin
