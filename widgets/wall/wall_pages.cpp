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

/// How much a tile says: its shape, its name, also its figure, also why.
int richness(const TileType &type)
{
    if (type.line > 0)
        return 3;
    return type.name <= 0 ? 0 : type.value > 0 && !type.valueBeside ? 2 : 1;
}

/// Of tiles with room for figure and reason and of ever flatter ones, those that say most with a legible name, else those
/// with the largest names.
TileLayout mostTelling(const QRect &area, const std::vector<TileWeight> &weights, double leastName)
{
    TileLayout best;
    int bestRichness = -1;
    for (const double aspect : {1.8, 2.8, 4.2, 6.0}) {
        TileLayout layout = fillWithTiles(area, weights, kWidestGap, aspect);
        const TileType type = wallTileType(layout.cell, leastName);
        const int told = type.name >= leastName ? richness(type) : -1;
        if (best.tiles.empty() || told > bestRichness || (told < 0 && type.name > nameHeight(best, leastName)))
            best = std::move(layout);
        bestRichness = std::max(bestRichness, told);
        if (bestRichness == 3)
            break;
    }
    return best;
}

/// When what stands out leaves the others no legible room, it stands out less.
TileLayout layoutFor(const QRect &area, std::vector<TileWeight> weights, double leastName)
{
    TileLayout best = mostTelling(area, weights, leastName);
    for (const TileWeight loudest : {TileWeight::Raised, TileWeight::Largest}) {
        if (nameHeight(best, leastName) >= leastName)
            return best;
        if (std::find(weights.begin(), weights.end(), loudest) == weights.end())
            continue;
        std::replace(weights.begin(), weights.end(), loudest, TileWeight::Normal);
        TileLayout plainer = mostTelling(area, weights, leastName);
        if (nameHeight(plainer, leastName) > nameHeight(best, leastName))
            best = std::move(plainer);
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
    // The last page is the fullest.
    std::size_t fewest = 2;
    while (fewest < quiet && !isLegible(dealtPage(area, weights, loud, fewest - 1, fewest, leastName), leastName))
        ++fewest;
    std::vector<WallPage> pages;
    for (std::size_t page = 0; page < fewest; ++page)
        pages.push_back(dealtPage(area, weights, loud, page, fewest, leastName));
    return pages;
}

} // namespace tocsin
