// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/state.h"

#include <QColor>
#include <QRectF>

class QIcon;
class QPainter;

namespace tocsin {

/// Whether somebody has it.
enum class GlyphFill { Filled, Outlined };

/// Paints the shape that stands for a state, so that nobody needs to tell colours apart: circle OK, triangle DEGRADED,
/// square with a bar DOWN, hollow diamond UNKNOWN, wrench MAINTENANCE, dotted ring PENDING. Fills the largest square
/// in `bounds`; sharp at any size and pixel ratio. UI thread only.
void paintStateGlyph(
    QPainter &painter, const QRectF &bounds, State state, const QColor &tone, GlyphFill fill = GlyphFill::Filled);

/// The same shape as an icon, for views and actions, in the tone of the theme in force.
QIcon stateIcon(State state, GlyphFill fill = GlyphFill::Filled);

} // namespace tocsin
