// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/sparkline.h"

#include <QLineF>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tocsin {

void paintSparkline(QPainter &painter, const QRectF &area, std::span<const double> values, const QColor &tone)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (values.size() < 2 || !(low <= high))
        return;
    // A ripple must not look like a storm: the line uses the full height only when it really moves.
    const double middle = (low + high) / 2;
    const double range = std::max({high - low, std::abs(middle) * 0.5, 1e-12});
    const double step = area.width() / static_cast<double>(values.size() - 1);
    const auto pointAt = [&](std::size_t i) {
        const double height = (values[i] - middle) / range + 0.5;
        return QPointF(area.left() + step * static_cast<double>(i), area.bottom() - height * area.height());
    };
    QList<QLineF> lines;
    lines.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (std::isfinite(values[i - 1]) && std::isfinite(values[i]))
            lines << QLineF(pointAt(i - 1), pointAt(i));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Line by line: as one outline, a jagged line of sixty points takes Qt's rasterizer milliseconds. Square ends close the
    // joints.
    painter.setPen(QPen(tone, std::clamp(area.height() * 0.012, 1.5, 4.0), Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines);
    painter.restore();
}

} // namespace tocsin
