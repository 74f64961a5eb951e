// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/desk_style.h"

#include "widgets/style/theme.h"

#include <QIconEngine>
#include <QPainter>

namespace tocsin {

namespace {

/// Painted when it is needed, so that it follows the theme.
class CrossSign final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Palette &palette = themePalette();
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(mode == QIcon::Active ? palette.text : palette.muted, side / 10, Qt::SolidLine, Qt::RoundCap));
        QRectF cross(0, 0, side / 2, side / 2);
        cross.moveCenter(QRectF(rect).center());
        painter->drawLine(cross.topLeft(), cross.bottomRight());
        painter->drawLine(cross.bottomLeft(), cross.topRight());
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new CrossSign; }
};

} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

QIcon DeskStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return QIcon(new CrossSign);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace tocsin
