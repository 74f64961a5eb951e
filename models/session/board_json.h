// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <optional>
#include <string>

namespace tocsin {

/// The board as `check --json` prints it: a contract that other programs rely on. One object with `overall`, `verdict`
/// (null: no verdict is given yet), `services` and `sources`. States are lower-case words, times RFC 3339 in UTC,
/// sentences English. `overall` is the board's own unless it is given. `reason` is an empty text where
/// there is nothing to say; `latency_ms`, `age_s` and `since` are null where nothing was measured. `now` is what ages are counted
/// to. Always valid UTF-8, whatever a server sent.
std::string boardJson(const Board &board, Instant now, std::optional<State> overall = std::nullopt);

} // namespace tocsin
