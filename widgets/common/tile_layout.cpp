// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tocsin {

namespace {

constexpr double kLoudestShare = 0.6; ///< of all cells; when more shout, the large ones must become smaller
constexpr int kFewEnoughToTry = 200;  ///< cells; with more, holes hardly matter and fewer widths need a trial
constexpr int kFewTiles = 8;          ///< so few are large anyway

/// In cells.
struct Span {
    int columns = 1;
    int rows = 1;
};

int area(Span span)
{
    return span.columns * span.rows;
}

/// Spans of normal, raised and largest tiles, from the most emphatic set to none.
using Spans = std::array<Span, 3>;
constexpr std::array<Spans, 4> kEmphases{{
    {{{1, 1}, {2, 1}, {3, 2}}},
    {{{1, 1}, {2, 1}, {2, 2}}},
    {{{1, 1}, {1, 1}, {2, 1}}},
    {{{1, 1}, {1, 1}, {1, 1}}},
}};

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
    bool isFree(const Cell &cell) const
    {
        for (int row = cell.row; row < cell.row + cell.span.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.span.columns; ++column) {
                const std::size_t index = static_cast<std::size_t>(row * m_columns + column);
                if (index < m_taken.size() && m_taken[index])
                    return false;
            }
        }
        return true;
    }

    void take(const Cell &cell)
    {
        const std::size_t needed = static_cast<std::size_t>((cell.row + cell.span.rows) * m_columns);
        if (m_taken.size() < needed)
            m_taken.resize(needed, false);
        for (int row = cell.row; row < cell.row + cell.span.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.span.columns; ++column)
                m_taken[static_cast<std::size_t>(row * m_columns + column)] = true;
        }
        while (static_cast<std::size_t>(m_firstFree) < m_taken.size() && m_taken[static_cast<std::size_t>(m_firstFree)])
            ++m_firstFree;
    }

    int m_columns;
    int m_firstFree = 0;
    std::array<int, 8> m_starts{}; ///< by area of the span
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

const Spans &emphasisFor(const std::vector<TileWeight> &weights)
{
    const auto normal = std::count(weights.begin(), weights.end(), TileWeight::Normal);
    for (const Spans &spans : kEmphases) {
        const double loud = 1.0 - static_cast<double>(normal) / totalArea(spans, weights);
        if (loud <= kLoudestShare || (weights.size() <= kFewTiles && normal > 0))
            return spans;
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

/// How tall a tile of the wanted aspect can be, less what empty cells waste.
double quality(const QRect &area, double wantedAspect, int columns, int rows, int taken)
{
    const double width = static_cast<double>(area.width()) / columns;
    const double height = static_cast<double>(area.height()) / rows;
    const double filled = static_cast<double>(taken) / (columns * rows);
    return std::min(width / wantedAspect, height) * filled * filled;
}

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

} // namespace

TileLayout fillWithTiles(const QRect &area, const std::vector<TileWeight> &weights, int widestGap, double wantedAspect)
{
    TileLayout layout;
    if (weights.empty() || area.isEmpty())
        return layout;
    const Spans &spans = emphasisFor(weights);
    const int taken = totalArea(spans, weights);
    // The best number of columns lies near the one at which cells have the wanted aspect; holes shift it a little.
    const double ideal = std::sqrt(taken * static_cast<double>(area.width()) / area.height() / wantedAspect);
    const double reach = taken > kFewEnoughToTry ? 1.15 : 1.7;
    const int fewest = std::clamp(static_cast<int>(ideal / reach), 1, taken);
    const int most = std::clamp(static_cast<int>(std::ceil(ideal * reach)), fewest, taken);
    double best = -1;
    Packing packing;
    for (int columns = fewest; columns <= most; ++columns) {
        Packing candidate = pack(weights, spans, columns);
        const double candidateQuality = quality(area, wantedAspect, columns, candidate.rows, candidate.taken);
        if (candidateQuality > best) {
            best = candidateQuality;
            packing = std::move(candidate);
            layout.columns = columns;
        }
    }
    const int cellSide = std::min(area.width() / layout.columns, area.height() / packing.rows);
    layout.gap = std::clamp(cellSide / 12, cellSide > 2 ? 1 : 0, widestGap);
    layout.cell = rectOf(area, Cell{}, layout.columns, packing.rows, layout.gap).size();
    layout.tiles.reserve(weights.size());
    for (const Cell &cell : packing.cells)
        layout.tiles.push_back(rectOf(area, cell, layout.columns, packing.rows, layout.gap));
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

} // namespace tocsin
