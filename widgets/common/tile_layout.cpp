// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tocsin {

namespace {

constexpr double kLoudestShare = 0.62; ///< of all cells; when more shout, the large ones must become smaller
constexpr double kLoudestShareOfMild = 0.78;
constexpr int kFewEnoughToTry = 200; ///< cells; with more, holes hardly matter and fewer widths need a trial
constexpr std::size_t kFewTiles = 8; ///< so few are large anyway
constexpr double kLoudAspect = 2.0;  ///< of a tile that stands out: name, figure and three lines

/// In cells.
struct Span {
    int columns = 1;
    int rows = 1;
};

int area(Span span)
{
    return span.columns * span.rows;
}

/// Spans of normal, raised and largest tiles.
using Spans = std::array<Span, 3>;
using Emphasis = std::vector<Spans>;

/// From the most emphatic sets to none; of one set the best looking spans are taken.
const std::array<Emphasis, 4> kEmphases{{
    {{{{1, 1}, {2, 1}, {3, 2}}}, {{{1, 1}, {2, 1}, {2, 2}}}, {{{1, 1}, {2, 1}, {2, 3}}}, {{{1, 1}, {2, 1}, {4, 2}}},
        {{{1, 1}, {2, 1}, {3, 3}}}, {{{1, 1}, {1, 2}, {2, 3}}}, {{{1, 1}, {2, 1}, {4, 3}}}},
    {{{{1, 1}, {2, 1}, {2, 2}}}, {{{1, 1}, {1, 2}, {2, 2}}}},
    {{{{1, 1}, {1, 1}, {2, 1}}}, {{{1, 1}, {1, 1}, {1, 2}}}},
    {{{{1, 1}, {1, 1}, {1, 1}}}},
}};

/// Where nothing is calm, what is raised is the rest.
const Emphasis kOnlyLoud{{{{1, 1}, {1, 1}, {2, 2}}}, {{{1, 1}, {2, 1}, {1, 2}}}, {{{1, 1}, {1, 1}, {2, 1}}},
    {{{1, 1}, {2, 1}, {2, 2}}}, {{{1, 1}, {2, 1}, {3, 2}}}, {{{1, 1}, {3, 1}, {3, 2}}}};

struct Cell {
    int column = 0;
    int row = 0;
    Span span;
};

/// Which cells are taken; grows downwards.
class Occupancy
{
public:
    explicit Occupancy(int columns)
        : m_columns(columns)
    {
    }

    /// The first place, row by row, where the span fits.
    Cell place(Span span)
    {
        span.columns = std::min(span.columns, m_columns);
        // Tiles come sorted by size: where the last one of a size did not fit, the next one does not either.
        int &start = m_starts[static_cast<std::size_t>(area(span))];
        for (int index = std::max(start, m_firstFree);; ++index) {
            const Cell cell{index % m_columns, index / m_columns, span};
            if (cell.column + span.columns <= m_columns && isFree(cell)) {
                take(cell);
                start = index;
                return cell;
            }
        }
    }

    int rows() const { return static_cast<int>(m_taken.size()) / m_columns; }

private:
    std::size_t indexOf(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    bool isFree(const Cell &cell) const
    {
        for (int row = cell.row; row < cell.row + cell.span.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.span.columns; ++column) {
                const std::size_t index = indexOf(row, column);
                if (index < m_taken.size() && m_taken[index])
                    return false;
            }
        }
        return true;
    }

    void take(const Cell &cell)
    {
        const std::size_t needed = indexOf(cell.row + cell.span.rows, 0);
        if (m_taken.size() < needed)
            m_taken.resize(needed, false);
        for (int row = cell.row; row < cell.row + cell.span.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.span.columns; ++column)
                m_taken[indexOf(row, column)] = true;
        }
        while (static_cast<std::size_t>(m_firstFree) < m_taken.size() && m_taken[static_cast<std::size_t>(m_firstFree)])
            ++m_firstFree;
    }

    int m_columns;
    int m_firstFree = 0;
    std::array<int, 13> m_starts{}; ///< by area of the span
    std::vector<char> m_taken;
};

Span spanOf(const Spans &spans, TileWeight weight)
{
    return spans[static_cast<std::size_t>(weight)];
}

int totalArea(const Spans &spans, const std::vector<TileWeight> &weights)
{
    return std::accumulate(
        weights.begin(), weights.end(), 0, [&](int sum, TileWeight weight) { return sum + area(spanOf(spans, weight)); });
}

const Emphasis &emphasisFor(const std::vector<TileWeight> &weights)
{
    const auto normal = std::count(weights.begin(), weights.end(), TileWeight::Normal);
    const auto largest = std::count(weights.begin(), weights.end(), TileWeight::Largest);
    const auto raised = std::ssize(weights) - normal - largest;
    if (normal == 0 && largest > 0 && raised > 0 && (weights.size() <= kFewTiles || largest <= raised))
        return kOnlyLoud;
    for (const Emphasis &emphasis : kEmphases) {
        const double loud = 1.0 - static_cast<double>(normal) / totalArea(emphasis[1 % emphasis.size()], weights);
        const double most = &emphasis == &kEmphases[2] ? kLoudestShareOfMild : kLoudestShare;
        if (loud <= most || (weights.size() <= kFewTiles && normal > 0))
            return emphasis;
    }
    return kEmphases.back();
}

/// Every tile's place in a grid of so many columns, the largest first.
struct Packing {
    std::vector<Cell> cells;
    int rows = 0;
    int taken = 0; ///< cells
};

Packing pack(const std::vector<TileWeight> &weights, const Spans &spans, int columns)
{
    Packing packing;
    packing.cells.resize(weights.size());
    Occupancy occupancy(columns);
    for (const TileWeight wanted : {TileWeight::Largest, TileWeight::Raised, TileWeight::Normal}) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] == wanted)
                packing.cells[i] = occupancy.place(spanOf(spans, wanted));
        }
    }
    packing.rows = occupancy.rows();
    for (const Cell &cell : packing.cells)
        packing.taken += area(cell.span);
    return packing;
}

/// What one layout is judged by: how large its tiles read, of each weight that there is.
class Judge
{
public:
    Judge(const QRect &area, const std::vector<TileWeight> &weights, double wantedAspect)
        : m_area(area)
        , m_aspects{wantedAspect, kLoudAspect, kLoudAspect}
    {
        constexpr std::array kImportance{0.5, 0.15, 0.35};
        for (std::size_t weight = 0; weight < m_importance.size(); ++weight) {
            if (std::find(weights.begin(), weights.end(), static_cast<TileWeight>(weight)) != weights.end())
                m_importance[weight] = kImportance[weight];
        }
        const double sum = std::accumulate(m_importance.begin(), m_importance.end(), 0.0);
        for (double &importance : m_importance)
            importance /= sum;
    }

    /// The weighted mean of how tall the tiles would be in the aspect that is wanted of them, less what holes waste.
    double quality(const Spans &spans, int columns, int rows, int taken) const
    {
        const double width = static_cast<double>(m_area.width()) / columns;
        const double height = static_cast<double>(m_area.height()) / rows;
        double mean = 1;
        for (std::size_t weight = 0; weight < spans.size(); ++weight) {
            if (m_importance[weight] > 0) {
                const double tileWidth = width * spans[weight].columns;
                const double tileHeight = height * spans[weight].rows;
                mean *= std::pow(readable(tileWidth, tileHeight, m_aspects[weight]), m_importance[weight]);
            }
        }
        const double filled = static_cast<double>(taken) / (columns * rows);
        return mean * filled * std::sqrt(filled);
    }

private:
    /// How tall a tile would be in the wanted aspect; bars and towers are worth less than that.
    static double readable(double width, double height, double aspect)
    {
        const double shape = width / height / aspect;
        const double tall = std::min(width / aspect, height);
        return tall * std::sqrt(std::min({1.0, 1.6 / shape, shape / 0.4}));
    }

    QRect m_area;
    std::array<double, 3> m_aspects;
    std::array<double, 3> m_importance{};
};

/// The edge where cell `index` of `count` begins, when the gaps lie between the cells.
int edge(int start, int length, int gap, int index, int count)
{
    return start + static_cast<int>(static_cast<qint64>(length + gap) * index / count);
}

QRect rectOf(const QRect &area, const Cell &cell, int columns, int rows, int gap)
{
    const int left = edge(area.left(), area.width(), gap, cell.column, columns);
    const int right = edge(area.left(), area.width(), gap, cell.column + cell.span.columns, columns) - gap;
    const int top = edge(area.top(), area.height(), gap, cell.row, rows);
    const int bottom = edge(area.top(), area.height(), gap, cell.row + cell.span.rows, rows) - gap;
    return {left, top, right - left, bottom - top};
}

/// Few tiles leave no hole: those of the last row share its width. Where they end, in cells; 0: they stay in their columns.
int lastRowEnd(const Packing &packing, int columns)
{
    if (packing.cells.size() > kFewTiles)
        return 0;
    int end = 0;
    for (const Cell &cell : packing.cells) {
        if (cell.row + cell.span.rows < packing.rows)
            continue;
        if (cell.span.rows > 1)
            return 0;
        end = std::max(end, cell.column + cell.span.columns);
    }
    return end < columns ? end : 0;
}

struct Choice {
    Packing packing;
    int columns = 1;
    double quality = -1;
};

/// Tries the numbers of columns near the one at which cells have the wanted aspect; holes shift it a little.
void tryColumns(Choice &best, const QRect &area, const std::vector<TileWeight> &weights, const Spans &spans, const Judge &judge,
    double wantedAspect)
{
    const int taken = totalArea(spans, weights);
    const double ideal = std::sqrt(taken * static_cast<double>(area.width()) / area.height() / wantedAspect);
    const double reach = taken > kFewEnoughToTry ? 1.15 : 2.0;
    const int fewest = std::clamp(static_cast<int>(ideal / reach), 1, taken);
    const int most = std::clamp(static_cast<int>(std::ceil(ideal * reach)), fewest, taken);
    for (int columns = fewest; columns <= most; ++columns) {
        const int fewestRows = (taken + columns - 1) / columns;
        // Of many tiles most layouts are out of question before a single one is placed.
        if (weights.size() > kFewTiles && judge.quality(spans, columns, fewestRows, taken) <= best.quality)
            continue;
        Packing candidate = pack(weights, spans, columns);
        const int end = lastRowEnd(candidate, columns);
        const int filled = candidate.taken + (end > 0 ? columns - end : 0);
        const double quality = judge.quality(spans, columns, candidate.rows, filled) * (end > 0 ? 0.9 : 1.0);
        if (quality > best.quality)
            best = {std::move(candidate), columns, quality};
    }
}

} // namespace

TileLayout fillWithTiles(const QRect &area, const std::vector<TileWeight> &weights, int widestGap, double wantedAspect)
{
    TileLayout layout;
    if (weights.empty() || area.isEmpty())
        return layout;
    const Judge judge(area, weights, wantedAspect);
    Choice best;
    for (const Spans &spans : emphasisFor(weights))
        tryColumns(best, area, weights, spans, judge, wantedAspect);
    const Packing &packing = best.packing;
    layout.columns = best.columns;
    const int cellSide = std::min(area.width() / layout.columns, area.height() / packing.rows);
    layout.gap = std::clamp(cellSide / 12, cellSide > 2 ? 1 : 0, widestGap);
    layout.cell = rectOf(area, Cell{}, layout.columns, packing.rows, layout.gap).size();
    layout.tiles.reserve(weights.size());
    const int end = lastRowEnd(packing, layout.columns);
    for (const Cell &cell : packing.cells) {
        const bool shares = end > 0 && cell.row == packing.rows - 1;
        layout.tiles.push_back(rectOf(area, cell, shares ? end : layout.columns, packing.rows, layout.gap));
    }
    return layout;
}

TileLayout scrollingTiles(int width, int count, QSize smallest, int gap)
{
    TileLayout layout;
    layout.gap = gap;
    layout.columns = std::max(1, (width + gap) / (smallest.width() + gap));
    layout.tiles.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const int column = i % layout.columns;
        const int left = edge(0, width, gap, column, layout.columns);
        const int right = edge(0, width, gap, column + 1, layout.columns) - gap;
        layout.tiles.emplace_back(
            left, i / layout.columns * (smallest.height() + gap), std::max(1, right - left), smallest.height());
    }
    layout.cell = layout.tiles.empty() ? smallest : layout.tiles.front().size();
    return layout;
}

RoomyGrid roomyGrid(QSize area, int count, QSize smallest, double mostEnlarged)
{
    RoomyGrid best;
    double bestEnlarged = 0;
    const int most = std::min(std::max(1, count), area.width() / std::max(1, smallest.width()));
    for (int columns = 1; columns <= most; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSize cell(area.width() / columns, rows > 0 ? area.height() / rows : area.height());
        const double enlarged = std::min({static_cast<double>(cell.width()) / smallest.width(),
            static_cast<double>(cell.height()) / smallest.height(), mostEnlarged});
        if (enlarged < 1 || enlarged < bestEnlarged)
            continue;
        bestEnlarged = enlarged;
        const int tallest = static_cast<int>(std::max(smallest.height() * enlarged, cell.width() * 0.75));
        best = {columns, {cell.width(), std::min(cell.height(), tallest)}, enlarged};
    }
    return best;
}

} // namespace tocsin
