// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_head.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace tocsin {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Wall", text);
}

/// The same place seen from the other side, where people read from right to left.
QRectF visual(const QPainter &painter, const QRectF &whole, QRectF rect)
{
    if (painter.layoutDirection() == Qt::RightToLeft)
        rect.moveLeft(whole.left() + whole.right() - rect.right());
    return rect;
}

/// Text in one line, cut visibly where it does not fit. Returns its width.
double paintLine(
    QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QFont &font, const QColor &colour, const QString &text)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

struct Count {
    State state;
    QString words;
};

/// Of all counts DOWN is the loudest; calm needs no words.
std::vector<Count> countsOf(const Summary &summary)
{
    std::vector<Count> counts;
    for (const State state : {State::Down, State::Degraded, State::Unknown, State::Pending, State::Maintenance, State::Ok}) {
        const int count = summary.count(state);
        if (count > 0 || state == State::Ok)
            counts.push_back({state, state == State::Down ? words::stateCount(state, count) : QString::number(count)});
    }
    return counts;
}

/// Shrinks where the box is too narrow for all of them. Returns the width they take.
double paintCounts(QPainter &painter, const QRectF &box, const Summary &summary)
{
    const std::vector<Count> counts = countsOf(summary);
    const auto widthAt = [&](double scale) {
        const QFontMetricsF metrics(textFontOfHeight(box.height() * 0.5 * scale, QFont::DemiBold));
        double width = 0;
        for (const Count &count : counts)
            width += box.height() * scale * 0.34 * 2.4 + metrics.horizontalAdvance(count.words);
        return width;
    };
    const double scale = std::min(1.0, box.width() / std::max(1.0, widthAt(1)));
    const double side = box.height() * 0.34 * scale;
    const QFont font = textFontOfHeight(box.height() * 0.5 * scale, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    double x = box.left(); // in reading order
    for (const Count &count : counts) {
        const QColor tone = themePalette().tone(count.state);
        drawGlyph(
            painter, visual(painter, box, {x, box.center().y() - side / 2, side, side}), count.state, tone, GlyphFill::Filled);
        x += side * 1.45;
        painter.setFont(font);
        painter.setPen(tone);
        const double width = metrics.horizontalAdvance(count.words);
        painter.drawText(visual(painter, box, {x, box.top(), width + 2, box.height()}),
            Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, count.words);
        x += width + side * 0.95;
    }
    return x - side * 0.95 - box.left();
}

void paintClock(QPainter &painter, const QRectF &box, const WallHeadFacts &facts)
{
    const Palette &palette = themePalette();
    const double large = box.height() * 0.5;
    const QRectF upper(box.left(), box.top() + box.height() * 0.04, box.width(), large * 1.3);
    paintLine(painter, upper, Qt::AlignTrailing | Qt::AlignVCenter, textFontOfHeight(large), palette.text, facts.localTime);
    const QRectF lower(box.left(), upper.bottom() - large * 0.1, box.width(), box.height() * 0.26);
    paintLine(
        painter, lower, Qt::AlignTrailing | Qt::AlignVCenter, textFontOfHeight(box.height() * 0.2), palette.muted, facts.utcTime);
    // A thin bar that fills once a minute: also somebody who cannot read the seconds sees that the panel lives.
    const double track = box.width() * 0.9;
    const QRectF bar = visual(
        painter, box, {box.right() - track, box.bottom() - box.height() * 0.05, track, std::max(2.0, box.height() * 0.03)});
    painter.fillRect(bar, palette.line);
    painter.fillRect(visual(painter, bar, {bar.left(), bar.top(), track * (facts.second + 1) / 60, bar.height()}), palette.muted);
}

/// In one line, or smaller in two when it is long; cut visibly after that.
void paintSentence(
    QPainter &painter, const QRectF &box, double pixels, const QColor &colour, const QString &sentence, QFont::Weight weight)
{
    QFont font = textFontOfHeight(pixels, weight);
    const bool isLong = QFontMetricsF(font).horizontalAdvance(sentence) > box.width();
    if (isLong)
        font = textFontOfHeight(std::min(pixels, box.height() * 0.3), weight);
    const QFontMetricsF metrics(font);
    const double height = metrics.height() * (isLong ? 2 : 1);
    // Words break earlier than the end of a line: two lines hold a little less than twice the width.
    const QString shown = isLong ? metrics.elidedText(sentence, Qt::ElideRight, box.width() * 1.85) : sentence;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRectF(box.left(), box.center().y() - height / 2, box.width(), height),
        static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextWordWrap, shown);
}

/// What is wrong with the station itself, in the loudest colours there are.
void paintAlarm(QPainter &painter, const QRectF &box, const WallHeadFacts &facts)
{
    const TileColours loud = themePalette().tile(State::Down, false, TileLoudness::Wall);
    painter.fillRect(box, loud.ground);
    const double margin = box.height() * 0.2;
    const bool hasDetails = !facts.alarmDetails.isEmpty();
    const double side = box.height() * 0.4;
    drawGlyph(painter, visual(painter, box, {box.left() + margin, box.center().y() - side / 2, side, side}), State::Unknown,
        loud.text, GlyphFill::Filled);
    const QRectF room
        = visual(painter, box, {box.left() + margin * 2 + side, box.top(), box.width() - margin * 3 - side, box.height()});
    if (!hasDetails) {
        paintSentence(painter, room, box.height() * 0.34, loud.text, facts.alarm, QFont::DemiBold);
        return;
    }
    const QRectF upper(room.left(), room.top() + box.height() * 0.1, room.width(), box.height() * 0.5);
    paintLine(painter, upper, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(box.height() * 0.34, QFont::DemiBold),
        loud.text, facts.alarm);
    const QRectF lower(room.left(), upper.bottom(), room.width(), box.height() * 0.32);
    paintLine(painter, lower, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(box.height() * 0.2), loud.muted,
        facts.alarmDetails.join(QStringLiteral(" · ")));
}

/// What is worst, and below it who commands what is done about it.
void paintNews(QPainter &painter, const QRectF &box, double pixels, const WallHeadFacts &facts)
{
    const Palette &palette = themePalette();
    if (facts.incident.isEmpty())
        return paintSentence(painter, box, pixels, palette.text, facts.sentence, QFont::Normal);
    // A line each: what has no room is cut visibly, for smaller letters nobody reads from afar.
    const QRectF upper(box.left(), box.top() + box.height() * 0.08, box.width(), box.height() * 0.42);
    const QRectF lower(box.left(), upper.bottom(), box.width(), box.height() * 0.42);
    paintLine(painter, upper, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(pixels * 0.75), palette.text, facts.sentence);
    paintLine(painter, lower, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(pixels * 0.75, QFont::DemiBold),
        palette.tone(State::Down), facts.incident);
}

double rowOf(const QRect &box, const WallHeadFacts &facts)
{
    return facts.isStacked ? box.height() / kStackedRows : box.height();
}

double clockWidth(const QRect &box, const WallHeadFacts &facts)
{
    return std::min(rowOf(box, facts) * 2.5, box.width() / 3.0);
}

double paintDrillMark(QPainter &painter, const QRectF &box)
{
    const Palette &palette = themePalette();
    const QFont font = textFontOfHeight(box.height() * 0.24, QFont::Bold);
    const QString word = translated(QT_TRANSLATE_NOOP("Wall", "DRILL"));
    const double width = QFontMetricsF(font).horizontalAdvance(word) + box.height() * 0.3;
    const QRectF frame
        = visual(painter, box, {box.right() - width, box.center().y() - box.height() * 0.21, width, box.height() * 0.42});
    painter.setPen(QPen(palette.text, std::max(1.0, box.height() * 0.02)));
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(frame, 6, 6);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    painter.drawText(frame, Qt::AlignCenter, word);
    return width + box.height() * 0.25;
}

} // namespace

WallHeadFacts wallHeadFacts(const Board &board, const WallTrouble &trouble, Instant now, const QTimeZone &zone)
{
    WallHeadFacts facts;
    facts.summary = summarize(board);
    facts.sentence = words::crisis(board, now, zone);
    facts.localTime = words::clockTime(now, zone);
    facts.utcTime = words::clockTime(now, QTimeZone::utc()) + QStringLiteral(" UTC");
    facts.second = static_cast<int>(now.time_since_epoch().count() / 1000 % 60);
    facts.isDrill = board.simulated;
    const bool isMisconfigured = !trouble.configurationErrors.isEmpty();
    if (board.station.blind) {
        facts.alarm = facts.sentence;
        facts.alarmIsAll = true;
    } else if (isMisconfigured && !trouble.keptOld) {
        facts.alarm = translated(QT_TRANSLATE_NOOP("Wall", "The configuration cannot be used"));
        facts.alarmDetails = trouble.configurationErrors;
        facts.alarmIsAll = true;
    } else if (!trouble.notice.isEmpty()) {
        facts.alarm = words::sentence(trouble.notice);
    } else if (isMisconfigured) {
        facts.alarm = translated(QT_TRANSLATE_NOOP("Wall", "The new configuration has mistakes; the one before stays in force"));
        facts.alarmDetails = trouble.configurationErrors;
    }
    return facts;
}

bool sayTheSame(const WallHeadFacts &a, const WallHeadFacts &b)
{
    return a.summary.services == b.summary.services && a.sentence == b.sentence && a.alarm == b.alarm && a.incident == b.incident
        && a.alarmDetails == b.alarmDetails && a.alarmIsAll == b.alarmIsAll && a.isDrill == b.isDrill
        && a.isStacked == b.isStacked;
}

void paintWallClock(QPainter &painter, const QRect &box, const WallHeadFacts &facts)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double row = rowOf(box, facts);
    const double width = clockWidth(box, facts);
    paintClock(painter, visual(painter, QRectF(box), {box.right() - width + 1, QRectF(box).top(), width, row}), facts);
}

void paintWallHead(QPainter &painter, const QRect &box, const WallHeadFacts &facts)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double row = rowOf(box, facts);
    const double gap = row * 0.3;
    const QRectF whole(box);
    const bool hasAlarm = !facts.alarm.isEmpty();
    const double before = whole.width() - clockWidth(box, facts) - gap; // what is left of the row, in reading order
    const QRectF row1 = visual(painter, whole, {whole.left(), whole.top(), before, row});
    const QRectF below(whole.left(), whole.top() + row, whole.width(), whole.height() - row);
    if (hasAlarm && facts.alarmIsAll && !facts.isStacked)
        return paintAlarm(painter, row1, facts);
    const double drill = facts.isDrill ? paintDrillMark(painter, row1) : 0;
    QRectF room = visual(painter, row1, {row1.left(), row1.top(), before - drill, row});
    // An alarm must be readable beside any number of counts.
    QRectF forCounts = room;
    if (hasAlarm && !facts.isStacked)
        forCounts = visual(painter, room, {room.left(), room.top(), room.width() * 0.45, row});
    const double counts = paintCounts(painter, forCounts, facts.summary);
    const QRectF rest = visual(
        painter, room, {room.left() + counts + gap * 2, room.top(), std::max(0.0, room.width() - counts - gap * 2), row});
    const QRectF forWords = facts.isStacked ? below : rest;
    if (hasAlarm)
        return paintAlarm(painter, forWords, facts);
    if (facts.isStacked)
        return paintNews(painter, below, row * 0.26, facts);
    const double line = visual(painter, room, {room.left() + counts + gap, room.top(), 0, row}).left();
    painter.setPen(themePalette().line);
    painter.drawLine(QPointF(line, box.top() + gap), QPointF(line, box.bottom() - gap));
    if (rest.width() > row)
        paintNews(painter, rest, row * 0.3, facts);
}

void paintWallFoot(QPainter &painter, const QRect &box, const WallFootFacts &facts)
{
    const Palette &palette = themePalette();
    const QFont font = textFontOfHeight(box.height() * 0.56);
    QStringList left{facts.shop, facts.freshness};
    if (facts.pages > 1)
        left << words::fill(
            translated(QT_TRANSLATE_NOOP("Wall", "page %1 of %2")), {QString::number(facts.page), QString::number(facts.pages)});
    left.removeAll(QString());
    const QRectF whole(box);
    const QRectF end
        = visual(painter, whole, {whole.right() - whole.width() * 0.35, whole.top(), whole.width() * 0.35, whole.height()});
    const double used = paintLine(painter, end, Qt::AlignTrailing | Qt::AlignVCenter, font, palette.muted, facts.lastChange);
    const QRectF room
        = visual(painter, whole, {whole.left(), whole.top(), whole.width() - used - whole.height(), whole.height()});
    paintLine(painter, room, Qt::AlignLeading | Qt::AlignVCenter, font, palette.muted, left.join(QStringLiteral("     ")));
}

} // namespace tocsin
