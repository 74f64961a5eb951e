// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/glyph_cache.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>

namespace tocsin {

void drawGlyph(QPainter &painter, const QRectF &bounds, State state, const QColor &tone, GlyphFill fill)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const int side = std::max(1, static_cast<int>(std::min(bounds.width(), bounds.height()) * ratio));
    const QString key = QStringLiteral("tocsin-glyph-%1-%2-%3-%4")
                            .arg(static_cast<int>(state))
                            .arg(static_cast<int>(fill))
                            .arg(side)
                            .arg(tone.rgba());
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(side, side);
        picture.fill(Qt::transparent);
        QPainter glyphPainter(&picture);
        paintStateGlyph(glyphPainter, QRectF(0, 0, side, side), state, tone, fill);
        glyphPainter.end();
        picture.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(bounds.topLeft(), picture);
}

} // namespace tocsin
