// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/state_glyph.h"

#include <QPixmap>

namespace tocsin {

/// The picture of a state's shape, drawn once per size. UI thread only.
QPixmap glyphPixmap(State state, const QColor &tone, GlyphFill fill, double side, double pixelRatio);

/// Paints a state's shape as `paintStateGlyph` does, from a picture that was drawn once per size: for views with hundreds
/// of them. UI thread only.
void drawGlyph(QPainter &painter, const QRectF &bounds, State state, const QColor &tone, GlyphFill fill);

} // namespace tocsin
