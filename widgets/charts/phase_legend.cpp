// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/phase_legend.h"

#include "widgets/charts/phase_stack.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPainter>

namespace tocsin {

namespace {

int swatch()
{
    return scaled(9);
}

} // namespace

PhaseLegend::PhaseLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize PhaseLegend::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    int width = 0;
    for (std::size_t phase = 0; phase < phaseCount; ++phase)
        width += swatch() + metrics::grid + metrics.horizontalAdvance(phaseName(phase)) + metrics::gap;
    return {width - metrics::gap, metrics.height()};
}

void PhaseLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = textFont(TextSize::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int x = 0;
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        painter.fillRect(QRect(x, (height() - swatch()) / 2, swatch(), swatch()), phaseColour(phase));
        x += swatch() + metrics::grid;
        painter.setPen(themePalette().muted);
        const int width = metrics.horizontalAdvance(phaseName(phase));
        painter.drawText(QRect(x, 0, width + 1, height()), Qt::AlignVCenter, phaseName(phase));
        x += width + metrics::gap;
    }
}

} // namespace tocsin
