// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/latency_sample.h"

#include <QChart>
#include <QColor>
#include <QString>
#include <QTimeZone>

#include <array>
#include <vector>

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace tocsin {

/// The phases of a request as they are stacked, from the bottom.
inline constexpr std::size_t phaseCount = 5;
QString phaseName(std::size_t phase);
QColor phaseColour(std::size_t phase);
/// In milliseconds; what the phases do not explain is the rest.
std::array<double, phaseCount> phaseParts(const LatencySample &sample);

/// The chart proper: five stacked areas over time, with its two axes. UI thread only; owned by the view that shows it.
class PhaseStack final : public QChart
{
    Q_OBJECT

public:
    PhaseStack();

    /// Shows these samples between the two times. Where two of them are further apart than `gapAfter`, nothing is drawn.
    void show(const std::vector<LatencySample> &samples, Instant from, Instant to, Duration gapAfter);
    /// In which the axis tells the time. Takes effect with the next `show`.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void applyTheme();
    /// As many labels as fit.
    void setLabelRoom(int width);
    double top() const { return m_top; } ///< of the value axis, in milliseconds

private:
    void scale(double highest);
    void labelTimes(Instant from, Instant to);

    std::array<QLineSeries *, phaseCount + 1> m_lines{};
    std::array<QAreaSeries *, phaseCount> m_areas{};
    QDateTimeAxis *m_times;
    QValueAxis *m_values;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    double m_shift = 0; ///< ms that the axis, which only knows the system's zone, is to be ahead
    double m_top = 1;
};

} // namespace tocsin
