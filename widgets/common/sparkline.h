// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

#include <span>

class QPainter;

namespace tocsin {

/// Paints the run of the values as one line over the whole width of `area`, oldest left; a value that is not finite is a
/// gap. A run without any difference is a flat line in the middle. Painted by hand: a tile has no room for a chart.
void paintSparkline(QPainter &painter, const QRectF &area, std::span<const double> values, const QColor &tone);

} // namespace tocsin
