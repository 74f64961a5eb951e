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
    double x = box.left();
    for (const Count &count : counts) {
        const QColor tone = themePalette().tone(count.state);
        drawGlyph(painter, QRectF(x, box.center().y() - side / 2, side, side), count.state, tone, GlyphFill::Filled);
        x += side * 1.45;
        painter.setFont(font);
        painter.setPen(tone);
        const double width = metrics.horizontalAdvance(count.words);
        painter.drawText(QRectF(x, box.top(), width + 2, box.height()), Qt::AlignVCenter | Qt::TextSingleLine, count.words);
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
    const QRectF bar(box.right() - track, box.bottom() - box.height() * 0.05, track, std::max(2.0, box.height() * 0.03));
    painter.fillRect(bar, palette.line);
    painter.fillRect(QRectF(bar.left(), bar.top(), track * (facts.second + 1) / 60, bar.height()), palette.muted);
}

/// Blindness and a broken configuration leave nothing else worth reading in the head.
void paintAlarm(QPainter &painter, const QRectF &box, const WallHeadFacts &facts)
{
    const TileColours loud = themePalette().tile(State::Down, false, TileLoudness::Wall);
    painter.fillRect(box, loud.ground);
    const double margin = box.height() * 0.2;
    const bool hasDetails = !facts.alarmDetails.isEmpty();
    const double side = box.height() * 0.4;
    drawGlyph(painter, QRectF(box.left() + margin, box.center().y() - side / 2, side, side), State::Unknown, loud.text,
        GlyphFill::Filled);
    const QRectF room = box.adjusted(margin * 2 + side, 0, -margin, 0);
    const QRectF upper(room.left(), room.top() + box.height() * (hasDetails ? 0.1 : 0.25), room.width(), box.height() * 0.5);
    paintLine(painter, upper, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(box.height() * 0.34, QFont::DemiBold),
        loud.text, facts.alarm);
    if (hasDetails) {
        const QRectF lower(room.left(), upper.bottom(), room.width(), box.height() * 0.32);
        paintLine(painter, lower, Qt::AlignLeading | Qt::AlignVCenter, textFontOfHeight(box.height() * 0.2), loud.muted,
            facts.alarmDetails.join(QStringLiteral(" · ")));
    }
}

/// In one line, or in two when it is long; cut visibly after that.
void paintSentence(QPainter &painter, const QRectF &box, double pixels, const QString &sentence)
{
    const QFont font = textFontOfHeight(pixels);
    const QFontMetricsF metrics(font);
    const bool isLong = metrics.horizontalAdvance(sentence) > box.width();
    const double height = metrics.height() * (isLong ? 2 : 1);
    // Words break earlier than the end of a line: two lines hold a little less than twice the width.
    const QString shown = isLong ? metrics.elidedText(sentence, Qt::ElideRight, box.width() * 1.85) : sentence;
    painter.setFont(font);
    painter.setPen(themePalette().text);
    painter.drawText(
        QRectF(box.left(), box.center().y() - height / 2, box.width(), height), Qt::AlignVCenter | Qt::TextWordWrap, shown);
}

double paintDrillMark(QPainter &painter, const QRectF &box)
{
    const Palette &palette = themePalette();
    const QFont font = textFontOfHeight(box.height() * 0.24, QFont::Bold);
    const QString word = translated(QT_TRANSLATE_NOOP("Wall", "DRILL"));
    const double width = QFontMetricsF(font).horizontalAdvance(word) + box.height() * 0.3;
    const QRectF frame(box.right() - width, box.center().y() - box.height() * 0.21, width, box.height() * 0.42);
    painter.setPen(QPen(palette.text, std::max(1.0, box.height() * 0.02)));
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(frame, 6, 6);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    painter.drawText(frame, Qt::AlignCenter, word);
    return width + box.height() * 0.25;
}

} // namespace

WallHeadFacts wallHeadFacts(const Board &board, const QStringList &configurationErrors, Instant now, const QTimeZone &zone)
{
    WallHeadFacts facts;
    facts.summary = summarize(board);
    facts.sentence = words::crisis(board, now, zone);
    facts.localTime = words::clockTime(now, zone);
    facts.utcTime = words::clockTime(now, QTimeZone::utc()) + QStringLiteral(" UTC");
    facts.second = static_cast<int>(now.time_since_epoch().count() / 1000 % 60);
    facts.isDrill = board.simulated;
    if (!configurationErrors.isEmpty()) {
        facts.alarm = translated(QT_TRANSLATE_NOOP("Wall", "The configuration cannot be used"));
        facts.alarmDetails = configurationErrors;
    } else if (board.station.blind) {
        facts.alarm = facts.sentence;
    }
    return facts;
}

void paintWallHead(QPainter &painter, const QRect &box, const WallHeadFacts &facts)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double row = facts.isStacked ? box.height() / kStackedRows : box.height();
    const double gap = row * 0.3;
    const double clockWidth = std::min(row * 2.5, box.width() / 3.0);
    paintClock(painter, QRectF(box.right() - clockWidth + 1, box.top(), clockWidth, row), facts);
    QRectF room(box.left(), box.top(), box.width() - clockWidth - gap, row);
    const QRectF below(box.left(), box.top() + row, box.width(), box.height() - row);
    if (!facts.alarm.isEmpty()) {
        paintAlarm(painter, facts.isStacked ? below : room, facts);
        if (!facts.isStacked)
            return;
    }
    if (facts.isDrill)
        room.setRight(room.right() - paintDrillMark(painter, room));
    const double counts = paintCounts(painter, room, facts.summary);
    if (facts.isStacked && facts.alarm.isEmpty()) {
        paintSentence(painter, below, row * 0.26, facts.sentence);
    } else if (!facts.isStacked) {
        const QRectF beside = room.adjusted(counts + gap * 2, 0, 0, 0);
        painter.setPen(themePalette().line);
        painter.drawLine(QPointF(beside.left() - gap, box.top() + gap), QPointF(beside.left() - gap, box.bottom() - gap));
        if (beside.width() > row)
            paintSentence(painter, beside, row * 0.24, facts.sentence);
    }
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
    const QRectF right(box.right() - box.width() * 0.35, box.top(), box.width() * 0.35, box.height());
    const double used = paintLine(painter, right, Qt::AlignTrailing | Qt::AlignVCenter, font, palette.muted, facts.lastChange);
    const QRectF room(box.left(), box.top(), box.width() - used - box.height(), box.height());
    paintLine(painter, room, Qt::AlignLeading | Qt::AlignVCenter, font, palette.muted, left.join(QStringLiteral("     ")));
}

} // namespace tocsin
