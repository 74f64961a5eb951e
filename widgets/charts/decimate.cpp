// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/decimate.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kFactor = 8; ///< blocks of one level that make one block of the next

} // namespace

SamplePyramid::SamplePyramid(std::vector<LatencySample> samples)
    : m_samples(std::move(samples))
{
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        addToLevels(i);
}

void SamplePyramid::append(const LatencySample &sample)
{
    if (!m_samples.empty() && sample.at <= m_samples.back().at)
        return;
    m_samples.push_back(sample);
    addToLevels(m_samples.size() - 1);
}

void SamplePyramid::join(Extremes &into, const Extremes &other) const
{
    if (m_samples[other.fastest].totalUs < m_samples[into.fastest].totalUs)
        into.fastest = other.fastest;
    if (m_samples[other.slowest].totalUs > m_samples[into.slowest].totalUs)
        into.slowest = other.slowest;
}

void SamplePyramid::addToLevels(std::size_t index)
{
    const Extremes alone{index, index};
    std::size_t blockSize = kFactor;
    for (std::size_t level = 0; blockSize <= std::max(m_samples.size(), kFactor); ++level, blockSize *= kFactor) {
        if (level == m_levels.size()) {
            // What stands before this sample is summed up by the level below.
            m_levels.emplace_back();
            if (level > 0) {
                Extremes sum = m_levels[level - 1].front();
                for (const Extremes &block : m_levels[level - 1])
                    join(sum, block);
                m_levels[level].push_back(sum);
                continue;
            }
        }
        std::vector<Extremes> &blocks = m_levels[level];
        if (index / blockSize == blocks.size())
            blocks.push_back(alone);
        else
            join(blocks[index / blockSize], alone);
    }
}

std::size_t SamplePyramid::indexAt(Instant at) const
{
    const auto it = std::lower_bound(
        m_samples.begin(), m_samples.end(), at, [](const LatencySample &sample, Instant wanted) { return sample.at < wanted; });
    return static_cast<std::size_t>(it - m_samples.begin());
}

SamplePyramid::Extremes SamplePyramid::extremes(std::size_t begin, std::size_t end) const
{
    Extremes found{begin, begin};
    std::size_t i = begin;
    while (i < end) {
        // The largest block that begins here and ends in time.
        std::size_t size = 1;
        const Extremes *block = nullptr;
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const std::size_t next = size * kFactor;
            if (i % next != 0 || i + next > end)
                break;
            size = next;
            block = &m_levels[level][i / next];
        }
        join(found, block ? *block : Extremes{i, i});
        i += size;
    }
    return found;
}

std::vector<LatencySample> SamplePyramid::decimate(Instant from, Instant to, int columns) const
{
    std::vector<LatencySample> thinned;
    if (m_samples.empty() || to <= from || columns < 1)
        return thinned;
    const std::size_t first = indexAt(from);
    const std::size_t last = indexAt(to + Duration(1));
    const std::size_t begin = first > 0 ? first - 1 : first;
    const std::size_t end = std::min(last + 1, m_samples.size());
    if (end - begin <= static_cast<std::size_t>(columns) * 2) {
        thinned.assign(
            m_samples.begin() + static_cast<std::ptrdiff_t>(begin), m_samples.begin() + static_cast<std::ptrdiff_t>(end));
        return thinned;
    }
    thinned.reserve(static_cast<std::size_t>(columns) * 2 + 2);
    if (begin < first)
        thinned.push_back(m_samples[begin]);
    std::size_t columnBegin = first;
    for (int column = 0; column < columns; ++column) {
        const std::size_t columnEnd = column + 1 == columns ? last : indexAt(from + (to - from) * (column + 1) / columns);
        if (columnEnd <= columnBegin)
            continue;
        const Extremes found = extremes(columnBegin, columnEnd);
        const auto [earlier, later] = std::minmax(found.fastest, found.slowest);
        thinned.push_back(m_samples[earlier]);
        if (later != earlier)
            thinned.push_back(m_samples[later]);
        columnBegin = columnEnd;
    }
    if (last < m_samples.size())
        thinned.push_back(m_samples[last]);
    return thinned;
}

} // namespace tocsin
