// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_pages.h"

#include "widgets/common/tile_face.h"

#include <algorithm>
#include <numeric>

namespace tocsin {

namespace {

constexpr int kWidestGap = 14;

WallPage pageOf(const QRect &area, const std::vector<TileWeight> &weights, std::vector<std::size_t> services)
{
    std::vector<TileWeight> own;
    own.reserve(services.size());
    for (const std::size_t service : services)
        own.push_back(weights[service]);
    WallPage page{std::move(services), {}};
    page.layout = fillWithTiles(area, own, kWidestGap);
    return page;
}

bool isLegible(const WallPage &page, double leastName)
{
    return wallTileType(page.layout.cell, leastName).name >= leastName;
}

/// `pages` pages, each with all that needs attention and an equal part of the rest.
std::vector<WallPage> dealt(const QRect &area, const std::vector<TileWeight> &weights, std::size_t loud, std::size_t pages)
{
    const std::size_t quiet = weights.size() - loud;
    std::vector<WallPage> result;
    for (std::size_t page = 0; page < pages; ++page) {
        std::vector<std::size_t> services(loud);
        std::iota(services.begin(), services.end(), std::size_t(0));
        for (std::size_t i = quiet * page / pages; i < quiet * (page + 1) / pages; ++i)
            services.push_back(loud + i);
        result.push_back(pageOf(area, weights, std::move(services)));
    }
    return result;
}

} // namespace

std::vector<WallPage> wallPages(const QRect &area, const std::vector<TileWeight> &weights, double leastName, bool onePage)
{
    if (weights.empty() || area.isEmpty())
        return {};
    std::vector<WallPage> pages = dealt(area, weights, 0, 1);
    if (onePage || isLegible(pages.front(), leastName))
        return pages;
    const auto firstQuiet = std::find(weights.begin(), weights.end(), TileWeight::Normal);
    const auto loud = static_cast<std::size_t>(firstQuiet - weights.begin());
    const std::size_t quiet = weights.size() - loud;
    // When what needs attention fills the screen alone, paging would only hide the rest of it.
    if (quiet == 0
        || (loud > 0
            && !isLegible(pageOf(area, std::vector<TileWeight>(loud, TileWeight::Normal),
                              [&] {
                                  std::vector<std::size_t> all(loud);
                                  std::iota(all.begin(), all.end(), std::size_t(0));
                                  return all;
                              }()),
                leastName)))
        return pages;
    // More pages leave fewer tiles on each: the first number that is legible is found by halving.
    std::size_t fewest = 2;
    std::size_t most = quiet;
    while (fewest < most) {
        const std::size_t middle = (fewest + most) / 2;
        const WallPage fullest = dealt(area, weights, loud, middle).back();
        if (isLegible(fullest, leastName))
            most = middle;
        else
            fewest = middle + 1;
    }
    return dealt(area, weights, loud, fewest);
}

} // namespace tocsin
