// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/state_badge.h"

#include "models/items/words.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPainter>

#include <algorithm>

namespace tocsin {

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::setState(State state, GlyphFill fill)
{
    m_state = state;
    m_fill = fill;
    if (m_word.isEmpty())
        setAccessibleName(words::stateName(state));
    update();
}

void StateBadge::setWord(const QString &word)
{
    if (word == m_word)
        return;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

void StateBadge::setGlyphSide(int side)
{
    m_side = side;
    updateGeometry();
    update();
}

void StateBadge::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    update();
}

QFont StateBadge::wordFont() const
{
    QFont badgeFont = font();
    badgeFont.setWeight(QFont::DemiBold);
    return badgeFont;
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(wordFont());
    const int side = scaled(m_side);
    const int textWidth = m_word.isEmpty() ? 0 : scaled(metrics::gapSmall) + metrics.horizontalAdvance(m_word);
    return {side + textWidth, m_word.isEmpty() ? side : std::max(side, metrics.height())};
}

void StateBadge::paintEvent(QPaintEvent *)
{
    const Palette &palette = themePalette();
    const QColor tone = m_isQuiet ? palette.muted : palette.tone(m_state);
    const int side = scaled(m_side);
    QPainter painter(this);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const double left = isMirrored ? width() - side : 0;
    drawGlyph(painter, QRectF(left, (height() - side) / 2.0, side, side), m_state, tone, m_fill);
    if (m_word.isEmpty())
        return;
    painter.setPen(tone);
    painter.setFont(wordFont());
    const int shift = side + scaled(metrics::gapSmall);
    const QRect box = isMirrored ? rect().adjusted(0, 0, -shift, 0) : rect().adjusted(shift, 0, 0, 0);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeading, m_word);
}

} // namespace tocsin
