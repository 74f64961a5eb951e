// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/phase_legend.h"

#include "widgets/charts/phase_stack.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

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
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
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

QSize PhaseLegend::minimumSizeHint() const
{
    constexpr int kFewLetters = 24;
    return {static_cast<int>(phaseCount) * (swatch() + metrics::grid + scaled(kFewLetters) + metrics::gap) - metrics::gap,
        sizeHint().height()};
}

void PhaseLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = textFont(TextSize::Small);
    const QFontMetrics letters(font);
    painter.setFont(font);
    const int frames = static_cast<int>(phaseCount) * (swatch() + metrics::grid + metrics::gap) - metrics::gap;
    const double share = std::min(1.0, static_cast<double>(width() - frames) / std::max(1, sizeHint().width() - frames));
    const auto visual
        = [&](int x, int wide) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height())); };
    int x = 0; // in reading order
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        const QRect mark = visual(x, swatch());
        painter.fillRect(QRect(mark.left(), (height() - swatch()) / 2, swatch(), swatch()), phaseColour(phase));
        x += swatch() + metrics::grid;
        painter.setPen(themePalette().muted);
        const int room = static_cast<int>(letters.horizontalAdvance(phaseName(phase)) * share);
        const QString name = share < 1 ? letters.elidedText(phaseName(phase), Qt::ElideRight, room) : phaseName(phase);
        painter.drawText(visual(x, room + 1), Qt::AlignLeading | Qt::AlignVCenter, name);
        x += room + metrics::gap;
    }
}

} // namespace tocsin
