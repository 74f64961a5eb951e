// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/key_hint.h"

#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QPainter>

namespace tocsin {

KeyHint::KeyHint(const QString &key, const QString &action, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(action.isEmpty() ? key : key + QLatin1Char(' ') + action);
    setProperty("tone", QStringLiteral("small"));
    setContentsMargins(metrics::gapSmall, metrics::grid, metrics::gapSmall, metrics::grid);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themePalette().line);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace tocsin
