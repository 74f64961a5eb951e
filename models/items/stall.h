// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

namespace tocsin {

/// What a board says while the watch does not move: the station is blind since then, and nothing is better than UNKNOWN.
/// What was DOWN or DEGRADED goes on saying so, for UNKNOWN never hides it. Pure.
Changes stalledChanges(const Board &board, Instant since);

/// Whether a station says that its watch does not move.
bool isStalled(const StationStatus &station);

} // namespace tocsin
