// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/alert_delegate.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kMark = 14;
constexpr int kChevron = 16;

AlertColumn columnOf(const QModelIndex &index)
{
    return static_cast<AlertColumn>(index.column());
}

std::optional<State> stateAt(const QModelIndex &index)
{
    return index.data(AlertRole::State).value<std::optional<State>>();
}

std::optional<ActionStatus> actionAt(const QModelIndex &index)
{
    return index.data(AlertRole::Action).value<std::optional<ActionStatus>>();
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The part of a cell in which its text stands.
QRect textRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(scaled(metrics::gapSmall), 0, -scaled(metrics::gapSmall), 0);
}

void drawElided(QPainter &painter, const QRect &rect, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, shown);
}

/// Cuts `width` off the leading side of `rect`.
QRect takeLeading(QRect &rect, int width, Qt::LayoutDirection direction)
{
    QRect taken = rect;
    if (direction == Qt::RightToLeft) {
        taken.setLeft(rect.right() - width + 1);
        rect.setRight(rect.right() - width);
    } else {
        taken.setWidth(width);
        rect.setLeft(rect.left() + width);
    }
    return taken;
}

/// A word in a thin frame.
void drawTag(QPainter &painter, const QRect &rect, const QString &text, const QColor &tone)
{
    painter.setPen(tone);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void drawMark(QPainter &painter, const QRectF &box, const Palette &palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.action);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.actionText, std::max(1.5, box.width() / 8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return QPointF(box.left() + box.width() * x, box.top() + box.height() * y); };
    painter.drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
}

void drawChevron(QPainter &painter, const QRectF &box, bool isOpen, Qt::LayoutDirection direction, const QColor &tone)
{
    painter.save();
    painter.translate(box.center());
    painter.rotate(isOpen ? 90 : direction == Qt::RightToLeft ? 180 : 0);
    painter.setPen(QPen(tone, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double reach = box.width() / 4;
    painter.drawPolyline(QPolygonF{QPointF(-reach / 2, -reach), QPointF(reach / 2, 0), QPointF(-reach / 2, reach)});
    painter.restore();
}

} // namespace

int AlertDelegate::gutter()
{
    return scaled(28);
}

int AlertDelegate::widthFor(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text) + 2 * scaled(metrics::gapSmall) + 2;
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = columnOf(index) == AlertColumn::Name ? strong(option.font) : option.font;
    return {widthFor(font, textOf(index)), scaled(metrics::rowHeight)};
}

QString AlertDelegate::whoHasIt(const QModelIndex &index) const
{
    const std::optional<ActionStatus> action = actionAt(index);
    if (action && action->progress != ActionStatus::Progress::Confirmed)
        return words::progressOf(*action);
    QString who = plainLine(index.data().toString().toStdString());
    if (index.data(AlertRole::IsHead).toBool())
        return who;
    const auto alert = index.data(AlertRole::Alert).value<AlertPtr>();
    if (!alert->acknowledgement)
        return who;
    const QString person = plainLine(alert->acknowledgement->person);
    const bool isUnrecorded = action && !action->recorded;
    const QString tail = isUnrecorded ? words::progressOf(*action) : words::age(alert->acknowledgement->since, m_now);
    return alert->acknowledgement->since || isUnrecorded ? QStringLiteral("%1 · %2").arg(person, tail) : person;
}

QString AlertDelegate::textOf(const QModelIndex &index) const
{
    switch (columnOf(index)) {
    case AlertColumn::Since:
        return words::age(index.data(AlertRole::Since).value<std::optional<Instant>>(), m_now);
    case AlertColumn::Acknowledged:
        return whoHasIt(index);
    case AlertColumn::Severity: {
        const auto alert = index.data(AlertRole::Alert).value<AlertPtr>();
        return alert->severityText.empty() ? words::severityName(alert->severity) : plainLine(alert->severityText);
    }
    default:
        return plainLine(index.data().toString().toStdString());
    }
}

QString AlertDelegate::tipOf(const QModelIndex &index) const
{
    const auto alert = index.data(AlertRole::Alert).value<AlertPtr>();
    if (!alert)
        return {};
    if (columnOf(index) == AlertColumn::Since && alert->startsAt)
        return words::localAndUtc(*alert->startsAt, m_zone);
    if (columnOf(index) == AlertColumn::State)
        return words::alertSentence(*alert, m_zone);
    if (columnOf(index) == AlertColumn::Severity)
        return words::severityOf(*alert);
    if (columnOf(index) != AlertColumn::Acknowledged || index.data(AlertRole::IsHead).toBool())
        return textOf(index);
    QString tip = textOf(index);
    if (alert->acknowledgement && alert->acknowledgement->since)
        tip += QLatin1Char('\n') + words::localAndUtc(*alert->acknowledgement->since, m_zone);
    if (alert->acknowledgement && !alert->acknowledgement->comment.empty())
        tip += QLatin1Char('\n') + plainBlock(alert->acknowledgement->comment);
    return tip;
}

bool AlertDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Outside text may look like mark-up: escaped, and its lines kept.
    const QString tip = tipOf(index).toHtmlEscaped();
    QToolTip::showText(event->globalPos(), QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(tip), view);
    return true;
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem own = option;
    own.font = textFont(TextSize::Body);
    painter->setFont(own.font);
    paintRow(*painter, own, index);
    painter->setRenderHint(QPainter::Antialiasing);
    if (columnOf(index) == AlertColumn::State)
        paintState(*painter, own, index);
    else if (columnOf(index) == AlertColumn::Name)
        paintName(*painter, own, index);
    else
        paintText(*painter, own, index);
    painter->restore();
}

void AlertDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->currentIndex().row() == index.row();
    const bool isMarked = option.state & QStyle::State_Selected;
    if (isMarked)
        painter.fillRect(option.rect, palette.selection);
    else if (isCurrent)
        painter.fillRect(option.rect, palette.raised);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), palette.line);
    if (isCurrent && view->hasFocus()) {
        const int width = metrics::focusWidth;
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), width), palette.focus);
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - width + 1, option.rect.width(), width), palette.focus);
    }
    // Nobody has it: the one thing in the row that is loud.
    const bool isLoud = stateAt(index) == State::Down && !index.data(AlertRole::Outlined).toBool();
    if (columnOf(index) == AlertColumn::State && isLoud) {
        QRect rest = option.rect;
        painter.fillRect(takeLeading(rest, scaled(3), option.direction), palette.tone(State::Down));
    }
}

void AlertDelegate::paintState(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    QRect rest = option.rect;
    const QRect markRoom = takeLeading(rest, gutter(), option.direction);
    if (option.state & QStyle::State_Selected) {
        QRectF mark(0, 0, scaled(kMark), scaled(kMark));
        mark.moveCenter(QRectF(markRoom).center());
        drawMark(painter, mark, palette);
    }
    const std::optional<State> state = stateAt(index);
    const QColor tone = state ? palette.tone(*state) : palette.muted;
    const QRect glyphRoom = takeLeading(rest, scaled(metrics::glyph), option.direction);
    QRectF glyph(0, 0, scaled(metrics::glyph), scaled(metrics::glyph));
    glyph.moveCenter(QRectF(glyphRoom).center());
    const bool isOutlined = index.data(AlertRole::Outlined).toBool();
    if (state)
        drawGlyph(painter, glyph, *state, tone, isOutlined ? GlyphFill::Outlined : GlyphFill::Filled);
    takeLeading(rest, scaled(metrics::gapSmall), option.direction);
    painter.setFont(isOutlined ? option.font : strong(option.font));
    painter.setPen(tone);
    drawElided(painter, rest, textOf(index));
}

void AlertDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    QRect rest = textRect(option);
    if (index.data(AlertRole::IsHead).toBool()) {
        const QRect room = takeLeading(rest, scaled(kChevron), option.direction);
        QRectF chevron(0, 0, scaled(kChevron), scaled(kChevron));
        chevron.moveCenter(QRectF(room).center());
        drawChevron(painter, chevron, index.data(AlertRole::IsExpanded).toBool(), option.direction, palette.muted);
        takeLeading(rest, scaled(metrics::grid), option.direction);
    } else if (index.data(AlertRole::IsMember).toBool()) {
        takeLeading(rest, scaled(kChevron + metrics::grid), option.direction);
    }
    const bool isHead = index.data(AlertRole::IsHead).toBool();
    const bool isStale = index.data(AlertRole::Stale).toBool();
    QString tag = isHead ? QLocale().toString(index.data(AlertRole::Count).toInt()) : QString();
    if (isStale)
        tag = isHead ? tag + QStringLiteral(" · ") + tr("stale") : tr("stale");
    const QFont tagFont = textFont(TextSize::Small, isHead ? QFont::DemiBold : QFont::Normal);
    const int tagWidth = tag.isEmpty() ? 0 : QFontMetrics(tagFont).horizontalAdvance(tag) + scaled(12);
    painter.setFont(strong(option.font));
    painter.setPen(isStale ? palette.muted : palette.text);
    const QString name = textOf(index);
    const int nameWidth
        = std::min(painter.fontMetrics().horizontalAdvance(name) + 2, rest.width() - tagWidth - scaled(metrics::gapSmall));
    drawElided(painter, takeLeading(rest, std::max(0, nameWidth), option.direction), name);
    if (tag.isEmpty())
        return;
    takeLeading(rest, scaled(metrics::gapSmall), option.direction);
    QRect tagRect = takeLeading(rest, tagWidth, option.direction);
    const int height = QFontMetrics(tagFont).height() + 2;
    tagRect = QRect(tagRect.left(), tagRect.center().y() - height / 2, tagRect.width(), height);
    painter.setFont(tagFont);
    drawTag(painter, tagRect, tag, isHead && !isStale ? palette.text : palette.muted);
}

void AlertDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = themePalette();
    const AlertColumn column = columnOf(index);
    QColor tone = column == AlertColumn::Service || column == AlertColumn::Since ? palette.text : palette.muted;
    if (index.data(AlertRole::Stale).toBool())
        tone = palette.muted;
    if (column == AlertColumn::Severity && index.data(AlertRole::Unmapped).toBool()) {
        QRect rest = textRect(option);
        painter.setFont(textFont(TextSize::Small));
        const QString text
            = painter.fontMetrics().elidedText(textOf(index) + QStringLiteral(" ?"), Qt::ElideMiddle, rest.width() - scaled(12));
        QRect tag = takeLeading(rest, painter.fontMetrics().horizontalAdvance(text) + scaled(12), option.direction);
        const int height = painter.fontMetrics().height() + 2;
        tag = QRect(tag.left(), tag.center().y() - height / 2, tag.width(), height);
        drawTag(painter, tag, text, palette.tone(State::Degraded));
        return;
    }
    if (column == AlertColumn::Acknowledged) {
        const std::optional<ActionStatus> action = actionAt(index);
        const auto alert = index.data(AlertRole::Alert).value<AlertPtr>();
        if (action && action->progress == ActionStatus::Progress::Failed)
            tone = palette.tone(State::Down);
        else if (action && action->progress == ActionStatus::Progress::Pending)
            tone = palette.focus;
        else if (alert->acknowledgement)
            tone = palette.text;
    }
    painter.setPen(tone);
    drawElided(painter, textRect(option), textOf(index));
}

} // namespace tocsin
