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

/// How few tiles share a view that need not scroll.
struct RoomyGrid {
    int columns = 0; ///< 0: they do not fit, the view must scroll
    QSize cell;      ///< with its gap
    double enlarged = 1;
};

/// As large as equal cells can be in `area` when none may be smaller than `smallest`: at most `mostEnlarged` times as
/// large, and never taller than three quarters of their width. Pure.
RoomyGrid roomyGrid(QSize area, int count, QSize smallest, double mostEnlarged);

} // namespace tocsin
