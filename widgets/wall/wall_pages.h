// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"
#include "widgets/common/tile_layout.h"

#include <QRect>

#include <cstddef>
#include <vector>

namespace tocsin {

/// How a wall behaves. A value.
struct WallOptions {
    Duration rotateEvery = std::chrono::seconds(30);
    bool onePage = false;                            ///< never page, whatever becomes of the names
    Duration announceFor = std::chrono::seconds(12); ///< how long a new DOWN calls for attention
    double nightDim = 0;                             ///< 0 to 0.8: how much darker the screen is at night
    int nightFrom = 22;                              ///< local hour
    int nightTo = 6;
};

/// What one page shows: positions in the list of all services, and where their tiles are.
struct WallPage {
    std::vector<std::size_t> services;
    TileLayout layout;
};

/// Deals the services out over pages (decision 38): one page as long as the names stay legible, then as few pages as will
/// do; what needs attention is on every page. `weights` worst first. Pure. A tile is legible when its name can be
/// `leastName` pixels high.
std::vector<WallPage> wallPages(const QRect &area, const std::vector<TileWeight> &weights, double leastName, bool onePage);

} // namespace tocsin
