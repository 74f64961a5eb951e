// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/timeline_delegate.h"

#include "models/items/time_words.h"
#include "models/items/timeline_model.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPainter>

namespace tocsin {

namespace {

constexpr int kMark = 12;     ///< side of the mark in pixels of the design
constexpr int kMarkRoom = 32; ///< between time and words

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

/// People's marks: a ring for who has it, blue for what decides something, grey for all else.
void paintDot(QPainter &painter, const QRectF &box, EntryKind kind)
{
    const Palette &palette = themePalette();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF dot = box.adjusted(2, 2, -2, -2);
    if (kind == EntryKind::Acknowledgement) {
        painter.setPen(QPen(palette.text, scaled(2)));
        painter.setBrush(palette.ground);
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1));
        return;
    }
    const bool decides = kind == EntryKind::Command || kind == EntryKind::Decision || kind == EntryKind::Role;
    painter.setPen(Qt::NoPen);
    painter.setBrush(decides ? palette.focus : palette.muted);
    painter.drawEllipse(dot);
}

} // namespace

TimelineDelegate::TimelineDelegate(const QTimeZone &zone, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_zone(zone)
{
}

int TimelineDelegate::lineHeight()
{
    return QFontMetrics(textFont(TextSize::Body)).height();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, lineHeight() + QFontMetrics(textFont(TextSize::Small)).height() + 2 * metrics::gapSmall};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    const Palette &palette = themePalette();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, palette.selection);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(palette.focus, metrics::focusWidth));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }
    painter->setFont(textFont(TextSize::Body));
    const int timeWidth = painter->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00"));
    QRect box = option.rect.adjusted(metrics::gapSmall, metrics::gapSmall, -metrics::gapSmall, -metrics::gapSmall);
    const QRect time(box.left(), box.top(), timeWidth, lineHeight());
    const QRect mark(time.right() + metrics::grid, option.rect.top(), scaled(kMarkRoom), option.rect.height());
    painter->setPen(palette.muted);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, time), Qt::AlignVCenter | Qt::AlignLeading,
        words::clockTime(index.data(TimelineModel::AtRole).value<Instant>(), m_zone));
    paintMark(*painter, option, mark, index);
    box.setLeft(mark.right() + metrics::grid);
    paintWords(*painter, option, box, index);
    painter->restore();
}

void TimelineDelegate::paintMark(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    const int side = scaled(kMark);
    const QRect mark(box.center().x() - side / 2, box.top() + metrics::gapSmall + (lineHeight() - side) / 2, side, side);
    const bool isFirst = index.row() == 0;
    const bool isLast = index.row() + 1 == index.model()->rowCount();
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    if (!isFirst)
        painter.fillRect(visual(QRect(box.center().x(), box.top(), 1, mark.top() - box.top() - 3)), palette.line);
    if (!isLast)
        painter.fillRect(visual(QRect(box.center().x(), mark.bottom() + 4, 1, box.bottom() - mark.bottom() - 3)), palette.line);
    const auto state = index.data(TimelineModel::StateRole).value<std::optional<State>>();
    if (state)
        drawGlyph(painter, visual(mark), *state, palette.tone(*state), GlyphFill::Filled);
    else
        paintDot(painter, visual(mark), index.data(TimelineModel::KindRole).value<EntryKind>());
}

void TimelineDelegate::paintWords(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    const bool isPinned = index.data(TimelineModel::PinnedRole).toBool();
    const QString correction = index.data(TimelineModel::CorrectionRole).toString();
    QFont font = textFont(TextSize::Body, isPinned ? QFont::DemiBold : QFont::Normal);
    font.setStrikeOut(!correction.isEmpty());
    painter.setFont(font);
    painter.setPen(correction.isEmpty() ? palette.text : palette.muted);
    QRect first(box.left(), box.top(), box.width(), lineHeight());
    const auto line = [&](const QRect &rect, const QString &text) {
        painter.drawText(QStyle::visualRect(option.direction, option.rect, rect), Qt::AlignVCenter | Qt::AlignLeading,
            painter.fontMetrics().elidedText(oneLine(text), Qt::ElideRight, rect.width()));
    };
    if (isPinned) {
        const QString word = tr("pinned");
        const int width = QFontMetrics(textFont(TextSize::Small)).horizontalAdvance(word);
        const QRect place(first.right() - width, first.top(), width + 1, first.height());
        first.setRight(place.left() - metrics::gapSmall);
        painter.save();
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(palette.muted);
        line(place, word);
        painter.restore();
    }
    line(first, index.data(TimelineModel::WhatRole).toString());
    QStringList second;
    if (!correction.isEmpty())
        second << correction;
    if (const QString detail = index.data(TimelineModel::DetailRole).toString(); !detail.isEmpty())
        second << detail;
    if (!index.data(TimelineModel::EvidenceRole).toString().isEmpty())
        second << tr("evidence kept");
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(correction.isEmpty() ? palette.muted : palette.text);
    line(QRect(box.left(), first.bottom() + 1, box.width(), box.bottom() - first.bottom()), second.join(QStringLiteral(" · ")));
}

} // namespace tocsin
