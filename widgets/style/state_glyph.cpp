// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/state_glyph.h"

#include "widgets/style/theme.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>

namespace tocsin {

namespace {

// All shapes are drawn in a square of side 16 and scaled from there.
constexpr double kSide = 16;
constexpr double kStroke = 2;

QPainterPath triangle(double inset)
{
    // A stroke around a triangle eats more at the corners than at the sides.
    QPainterPath path;
    path.moveTo(8, 1.2 + inset * 1.9);
    path.lineTo(15.4 - inset * 1.7, 14.6 - inset);
    path.lineTo(0.6 + inset * 1.7, 14.6 - inset);
    path.closeSubpath();
    return path;
}

QPainterPath wrench()
{
    QPainterPath head;
    head.addEllipse(QPointF(10.8, 5.2), 4.6, 4.6);
    QPainterPath mouth;
    mouth.moveTo(10.2, 5.8);
    mouth.lineTo(13.2, -1.2);
    mouth.lineTo(17.2, 2.8);
    mouth.closeSubpath();
    QPainterPath handle;
    handle.moveTo(6.7, 6.7);
    handle.lineTo(9.3, 9.3);
    handle.lineTo(3.6, 15.0);
    handle.quadTo(2.3, 15.8, 1.2, 14.8);
    handle.quadTo(0.2, 13.7, 1.0, 12.4);
    handle.closeSubpath();
    return (head + handle) - mouth;
}

QPen stroke(const QColor &tone)
{
    QPen pen(tone, kStroke);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void paintOk(QPainter &painter, const QColor &tone, GlyphFill fill)
{
    if (fill == GlyphFill::Filled) {
        painter.setBrush(tone);
        painter.drawEllipse(QPointF(8, 8), 6.4, 6.4);
    } else {
        painter.setPen(stroke(tone));
        painter.drawEllipse(QPointF(8, 8), 5.6, 5.6);
    }
}

void paintDegraded(QPainter &painter, const QColor &tone, GlyphFill fill)
{
    // Filled with a thin stroke of its own colour: that rounds the corners.
    QPen pen = stroke(tone);
    pen.setWidthF(fill == GlyphFill::Filled ? 1.2 : kStroke);
    painter.setPen(pen);
    if (fill == GlyphFill::Filled)
        painter.setBrush(tone);
    painter.drawPath(triangle(fill == GlyphFill::Filled ? 0.4 : 0.8));
}

void paintDown(QPainter &painter, const QColor &tone, GlyphFill fill)
{
    QPainterPath bar;
    bar.addRoundedRect(QRectF(4, 6.75, 8, 2.5), 0.6, 0.6);
    if (fill == GlyphFill::Filled) {
        QPainterPath square;
        square.addRoundedRect(QRectF(1.2, 1.2, 13.6, 13.6), 2.2, 2.2);
        painter.fillPath(square - bar, tone);
        return;
    }
    painter.fillPath(bar, tone);
    painter.setPen(stroke(tone));
    painter.drawRoundedRect(QRectF(2.2, 2.2, 11.6, 11.6), 1.8, 1.8);
}

void paintUnknown(QPainter &painter, const QColor &tone)
{
    QPen pen = stroke(tone);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    const QPointF corners[] = {{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}};
    painter.drawPolygon(corners, 4);
}

void paintMaintenance(QPainter &painter, const QColor &tone, GlyphFill fill)
{
    static const QPainterPath path = wrench();
    if (fill == GlyphFill::Filled) {
        painter.fillPath(path, tone);
        return;
    }
    QPen pen = stroke(tone);
    pen.setWidthF(1.2);
    painter.setPen(pen);
    painter.drawPath(path);
}

void paintPending(QPainter &painter, const QColor &tone)
{
    // Eight round dots on the ring: a dash of no length with round caps, spaced by an eighth of the circumference.
    constexpr double kRadius = 5.8;
    constexpr double kCircumference = 2 * 3.14159265358979 * kRadius;
    QPen pen(tone, kStroke);
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, kCircumference / 8 / kStroke - 0.01});
    painter.setPen(pen);
    painter.drawEllipse(QPointF(8, 8), kRadius, kRadius);
}

} // namespace

void paintStateGlyph(QPainter &painter, const QRectF &bounds, State state, const QColor &tone, GlyphFill fill)
{
    const double side = std::min(bounds.width(), bounds.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(bounds.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kSide, side / kSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case State::Ok:
        paintOk(painter, tone, fill);
        break;
    case State::Degraded:
        paintDegraded(painter, tone, fill);
        break;
    case State::Down:
        paintDown(painter, tone, fill);
        break;
    case State::Unknown:
        paintUnknown(painter, tone);
        break;
    case State::Maintenance:
        paintMaintenance(painter, tone, fill);
        break;
    case State::Pending:
        paintPending(painter, tone);
        break;
    }
    painter.restore();
}

QIcon stateIcon(State state, GlyphFill fill)
{
    QIcon icon;
    for (const int side : {16, 32, 64}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintStateGlyph(painter, QRectF(0, 0, side, side), state, themePalette().tone(state), fill);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace tocsin
