// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/latency_sample.h"

#include <cstddef>
#include <vector>

namespace tocsin {

/// Samples of one check in the order of time, and beside them, for blocks of growing size, which one of a block is the
/// fastest and which the slowest: a stretch of any length is thinned out in a time that depends on the width of the chart
/// and not on the number of samples. UI thread only.
class SamplePyramid
{
public:
    SamplePyramid() = default;
    /// `samples` must be in the order of time.
    explicit SamplePyramid(std::vector<LatencySample> samples);

    const std::vector<LatencySample> &samples() const { return m_samples; }
    /// Takes a sample that is later than all others; an earlier one or a second one of the same time is left out.
    void append(const LatencySample &sample);

    /// The samples from `from` to `to`, at most two for each of `columns` equal parts of the time: its fastest and its
    /// slowest, in the order of time. The nearest sample before and after the stretch is added, so that lines reach the
    /// edges.
    std::vector<LatencySample> decimate(Instant from, Instant to, int columns) const;

private:
    struct Extremes {
        std::size_t fastest = 0;
        std::size_t slowest = 0;
    };

    std::size_t indexAt(Instant at) const; ///< of the first sample at or after that time
    Extremes extremes(std::size_t begin, std::size_t end) const;
    void join(Extremes &into, const Extremes &other) const;
    void addToLevels(std::size_t index);

    std::vector<LatencySample> m_samples;
    std::vector<std::vector<Extremes>> m_levels; ///< level n: blocks of 8^(n+1) samples, the last one unfinished
};

} // namespace tocsin
