// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_pages.h"

#include "widgets/common/tile_face.h"

#include <algorithm>
#include <numeric>

namespace tocsin {

namespace {

constexpr int kWidestGap = 14;

double nameHeight(const TileLayout &layout, double leastName)
{
    return wallTileType(layout.cell, leastName).name;
}

/// Tiles with figure and reason if their names are legible so, else flatter ones that have room for little more than a
/// name, else those with the largest names.
TileLayout layoutFor(const QRect &area, const std::vector<TileWeight> &weights, double leastName)
{
    TileLayout best;
    for (const double aspect : {1.8, 2.8, 4.2, 6.0}) {
        TileLayout layout = fillWithTiles(area, weights, kWidestGap, aspect);
        if (nameHeight(layout, leastName) >= leastName)
            return layout;
        if (best.tiles.empty() || nameHeight(layout, leastName) > nameHeight(best, leastName))
            best = std::move(layout);
    }
    return best;
}

WallPage pageOf(const QRect &area, const std::vector<TileWeight> &weights, std::vector<std::size_t> services, double leastName)
{
    std::vector<TileWeight> own;
    own.reserve(services.size());
    for (const std::size_t service : services)
        own.push_back(weights[service]);
    return {std::move(services), layoutFor(area, own, leastName)};
}

bool isLegible(const WallPage &page, double leastName)
{
    return nameHeight(page.layout, leastName) >= leastName;
}

/// The first `loud` services and a part of the others.
WallPage dealtPage(const QRect &area, const std::vector<TileWeight> &weights, std::size_t loud, std::size_t page,
    std::size_t pages, double leastName)
{
    const std::size_t quiet = weights.size() - loud;
    std::vector<std::size_t> services(loud);
    std::iota(services.begin(), services.end(), std::size_t(0));
    for (std::size_t i = quiet * page / pages; i < quiet * (page + 1) / pages; ++i)
        services.push_back(loud + i);
    return pageOf(area, weights, std::move(services), leastName);
}

} // namespace

std::vector<WallPage> wallPages(const QRect &area, const std::vector<TileWeight> &weights, double leastName, bool onePage)
{
    if (weights.empty() || area.isEmpty())
        return {};
    std::vector<WallPage> single{dealtPage(area, weights, 0, 0, 1, leastName)};
    if (onePage || isLegible(single.front(), leastName))
        return single;
    const auto firstQuiet = std::find(weights.begin(), weights.end(), TileWeight::Normal);
    const auto loud = static_cast<std::size_t>(firstQuiet - weights.begin());
    const std::size_t quiet = weights.size() - loud;
    // When what needs attention fills the screen alone, paging would only hide the rest of it.
    if (quiet == 0 || !isLegible(dealtPage(area, weights, loud, 0, quiet, leastName), leastName))
        return single;
    // More pages leave fewer tiles on each: the first number that is legible is found by halving. The last page is the
    // fullest.
    std::size_t fewest = 2;
    std::size_t most = quiet;
    while (fewest < most) {
        const std::size_t middle = (fewest + most) / 2;
        if (isLegible(dealtPage(area, weights, loud, middle - 1, middle, leastName), leastName))
            most = middle;
        else
            fewest = middle + 1;
    }
    std::vector<WallPage> pages;
    for (std::size_t page = 0; page < fewest; ++page)
        pages.push_back(dealtPage(area, weights, loud, page, fewest, leastName));
    return pages;
}

} // namespace tocsin
