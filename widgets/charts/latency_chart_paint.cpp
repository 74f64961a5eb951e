// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/latency_chart.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/charts/phase_stack.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPainter>

#include <algorithm>

// What LatencyChart paints around the areas: bands and marks of states, the read-out, the drag, the hint of an empty chart.

namespace tocsin {

namespace {

bool isTrouble(State state)
{
    return state == State::Down || state == State::Degraded || state == State::Unknown;
}

} // namespace

void LatencyChart::drawBackground(QPainter *painter, const QRectF &)
{
    const QRectF plot = m_stack->plotArea();
    const std::vector<LatencySample> &samples = m_pyramid.samples();
    if (samples.empty())
        return;
    State state = samples.front().state;
    Instant since = samples.front().at;
    const auto band = [&](Instant until) {
        const double left = std::clamp(xOf(since), plot.left(), plot.right());
        const double right = std::clamp(xOf(until), plot.left(), plot.right());
        if (!isTrouble(state) || right <= left)
            return;
        QColor tone = themePalette().tone(state);
        tone.setAlpha(30);
        painter->fillRect(QRectF(left, plot.top(), right - left, plot.height()), tone);
    };
    for (const StateMark &mark : m_marks) {
        band(mark.at);
        state = mark.state;
        since = mark.at;
    }
    band(samples.back().at);
}

void LatencyChart::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF plot = m_stack->plotArea();
    painter->save();
    painter->setFont(textFont(TextSize::Small));
    paintMarks(*painter, plot);
    if (m_pyramid.samples().empty() || m_pyramid.samples().back().at < m_window.from())
        paintHint(*painter, plot);
    if (m_dragFrom && m_pointer) {
        QColor ground = themePalette().focus;
        ground.setAlpha(60);
        const double left = std::clamp(std::min(*m_dragFrom, *m_pointer), plot.left(), plot.right());
        const double right = std::clamp(std::max(*m_dragFrom, *m_pointer), plot.left(), plot.right());
        painter->fillRect(QRectF(left, plot.top(), right - left, plot.height()), ground);
    } else if (m_pointer) {
        paintReadOut(*painter, plot);
    }
    if (hasFocus()) {
        painter->setPen(QPen(themePalette().focus, metrics::focusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(mapToScene(viewport()->rect()).boundingRect().adjusted(1, 1, -2, -2), 4, 4);
    }
    painter->restore();
}

void LatencyChart::paintMarks(QPainter &painter, const QRectF &plot) const
{
    const Palette &palette = themePalette();
    const QFontMetricsF metrics(painter.font());
    const auto isShown = [&](double x) { return x >= plot.left() && x <= plot.right(); };
    for (const StateMark &mark : m_marks) { // all lines first: none may cross a word
        painter.setPen(QPen(palette.tone(mark.state), 1, Qt::DashLine));
        if (const double x = xOf(mark.at); isShown(x))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    // From the newest to the oldest: where two words do not fit side by side, the newer one stands.
    double freeUntil = plot.right();
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const double x = xOf(mark->at);
        if (!isShown(x))
            continue;
        const QString word = words::stateName(mark->state) + QLatin1Char(' ') + words::shortTime(mark->at, m_window.to(), m_zone);
        const double wordWidth = metrics.horizontalAdvance(word) + metrics::grid * 2;
        const bool fitsLeft = x - wordWidth >= plot.left() && x <= freeUntil;
        const double left = fitsLeft ? x - wordWidth : x;
        if (left < plot.left() || left + wordWidth > freeUntil)
            continue;
        const QRectF box(left, plot.top() + 2, wordWidth, metrics.height());
        QColor ground = palette.surface;
        ground.setAlpha(235);
        painter.fillRect(box.adjusted(2, 0, -2, 0), ground);
        painter.setPen(palette.tone(mark->state));
        painter.drawText(box, Qt::AlignCenter, word);
        freeUntil = left;
    }
}

void LatencyChart::paintReadOut(QPainter &painter, const QRectF &plot) const
{
    const Palette &palette = themePalette();
    const LatencySample *sample = nearest(timeAt(*m_pointer));
    if (!sample)
        return;
    const double x = xOf(sample->at);
    if (x < plot.left() || x > plot.right())
        return;
    painter.setPen(palette.muted);
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QString text = readOut(sample->at);
    const QSizeF size = painter.fontMetrics().size(0, text) + QSizeF(metrics::gap * 2, metrics::gapSmall * 2);
    QRectF box(QPointF(x + metrics::gapSmall, plot.top() + scaled(24)), size);
    if (box.right() > plot.right())
        box.moveRight(x - metrics::gapSmall);
    if (box.left() < 0)
        box.moveLeft(0);
    painter.setPen(palette.lineStrong);
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(palette.text);
    painter.drawText(box.adjusted(metrics::gap, metrics::gapSmall, 0, 0), Qt::AlignLeft, text);
}

void LatencyChart::paintHint(QPainter &painter, const QRectF &plot) const
{
    painter.setPen(themePalette().muted);
    painter.drawText(plot.adjusted(metrics::gap, 0, -metrics::gap, 0), Qt::AlignCenter | Qt::TextWordWrap,
        tr("No answers in this time yet. Press r to check now, or − to see more time."));
}

} // namespace tocsin
