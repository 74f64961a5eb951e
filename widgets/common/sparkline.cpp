// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/sparkline.h"

#include <QPainter>
#include <QPolygonF>

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
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() > 1)
            painter.drawPolyline(run);
        run.clear();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone, std::clamp(area.height() * 0.012, 1.5, 4.0)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            flush();
            continue;
        }
        const double height = (values[i] - middle) / range + 0.5;
        run << QPointF(area.left() + step * static_cast<double>(i), area.bottom() - height * area.height());
    }
    flush();
    painter.restore();
}

} // namespace tocsin
