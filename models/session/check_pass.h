// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/board.h"

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace tocsin {

/// Looks once at everything that `names` (services or sources; empty: all) stand for, and judges with both thresholds at 1
/// (decision 1). Blocks the calling thread until every check and source has answered or timed out. Writes no journal and
/// takes no lock, so that it runs beside a desk (decision 20).
Board checkOnce(const Config &config, const std::vector<std::string> &names, const Clock &clock);

/// What a pass over these names runs: as `selectFrom`, but with every service that takes alerts, though without its checks, since
/// whose an alert is can only be told with all of them at hand.
Config configToRun(const Config &config, const std::vector<std::string> &names);

/// Leaves on the board what these names stand for (empty: all): the named services, and those that an alert of a named source
/// belongs to; the alerts of both.
void restrictTo(Board &board, const std::vector<std::string> &names);

/// The worst of what was asked for. Unlike `Board::overall`, sources that were named prove themselves without any service.
State overallOf(const Board &board, const std::vector<std::string> &names);

/// The part of a configuration that these names stand for, with the sources that its services rest on. The error is the
/// first name that is neither a service nor a source.
tl::expected<Config, std::string> selectFrom(const Config &config, const std::vector<std::string> &names);

} // namespace tocsin
