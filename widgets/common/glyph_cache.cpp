// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/glyph_cache.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>

namespace tocsin {

QPixmap glyphPixmap(State state, const QColor &tone, GlyphFill fill, double side, double pixelRatio)
{
    const int pixels = std::max(1, static_cast<int>(side * pixelRatio));
    const QString key = QStringLiteral("tocsin-glyph-%1-%2-%3-%4")
                            .arg(static_cast<int>(state))
                            .arg(static_cast<int>(fill))
                            .arg(pixels)
                            .arg(tone.rgba());
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(pixels, pixels);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintStateGlyph(painter, QRectF(0, 0, pixels, pixels), state, tone, fill);
        painter.end();
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(pixelRatio);
    return picture;
}

void drawGlyph(QPainter &painter, const QRectF &bounds, State state, const QColor &tone, GlyphFill fill)
{
    const double side = std::min(bounds.width(), bounds.height());
    painter.drawPixmap(bounds.topLeft(), glyphPixmap(state, tone, fill, side, painter.device()->devicePixelRatioF()));
}

} // namespace tocsin
