// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace tocsin {

/// How much room a tile gets beside the others.
enum class TileWeight { Normal, Raised, Largest };

/// Where the tiles are, in the order in which they were asked for.
struct TileLayout {
    std::vector<QRect> tiles;
    QSize cell; ///< size of a tile of normal weight
    int columns = 0;
    int gap = 0;
};

/// Fills the area with all tiles: the largest first, of equal weight in the given order, none outside, none overlapping,
/// none without an area as long as each can have one pixel. Pure; any aspect, up to some thousands of tiles.
/// Tiles come as near to `wantedAspect` (width over height) as the area lets them.
TileLayout fillWithTiles(const QRect &area, const std::vector<TileWeight> &weights, int widestGap, double wantedAspect = 1.8);

/// A plain grid for a view that scrolls: equal tiles in rows, as many columns as fit. `tiles` start at 0, 0.
TileLayout scrollingTiles(int width, int count, QSize smallest, int gap);

} // namespace tocsin
