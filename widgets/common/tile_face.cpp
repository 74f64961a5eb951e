// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_face.h"

#include "widgets/common/glyph_cache.h"
#include "widgets/common/name_lines.h"
#include "widgets/common/sparkline.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

constexpr double kNameWidths = 9.3;      ///< a tile's width in heights of its name: some twelve letters
constexpr double kFlatNameWidths = 10.3; ///< where there is one line only, the narrow letters must do
constexpr int kMostKept = 640 * 360;     ///< pixels of a tile whose frame is kept as a picture: larger ones are few
constexpr double kShortestName = 9;      ///< pixels; below it letters are dots

double lineHeight(double pixels)
{
    return std::ceil(pixels * 1.36);
}

/// Diagonal stripes under everything else: no proof.
void paintHatch(QPainter &painter, const QRectF &area, const QColor &colour)
{
    const double step = std::clamp(area.height() / 5, 6.0, 24.0);
    painter.setPen(QPen(colour, step / 2.4));
    for (double x = area.left() - area.height(); x < area.right(); x += step)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
}

} // namespace

TileType deskTileType(double enlarged)
{
    const auto pixels = [enlarged](int design) { return std::round(scaled(design) * enlarged); };
    TileType type;
    type.name = pixels(14);
    type.value = pixels(28);
    type.unit = pixels(14);
    type.line = pixels(12);
    type.age = pixels(12);
    type.glyph = pixels(14);
    type.padding = static_cast<int>(pixels(14));
    type.maxLines = enlarged > 1.2 ? 3 : 2;
    return type;
}

namespace {

/// Name, figure and lines. The shares leave room for all of it: (1 + 1.4 + 0.6) lines of 1.36 and the padding.
TileType fullType(double name, double width, double height)
{
    TileType type;
    type.name = name;
    type.value = std::clamp(height * 0.3, name * 1.25, std::max(name * 1.25, std::min(name * 2.2, width / 5)));
    type.value = std::min(type.value, name * 1.25 + std::max(0.0, height - name * 6.0) * 0.5);
    type.unit = name * 0.72;
    type.line = type.age = name * 0.6;
    return type;
}

/// Name and figure, one below the other or, where it is flat, beside each other.
TileType shortType(double name, bool isFlat, double width)
{
    TileType type;
    type.name = name;
    type.valueBeside = isFlat && width > name * 14;
    type.value = !isFlat ? name * 1.25 : type.valueBeside ? name : 0;
    type.unit = type.value > 0 ? name * 0.7 : 0;
    type.line = type.age = 0;
    type.spark = false;
    return type;
}

} // namespace

TileType wallTileType(QSize size, double leastName)
{
    const double width = size.width();
    const double height = size.height();
    const double full = std::min(std::clamp(leastName, height * 0.15, height * 0.2), width / kNameWidths);
    const double twoRows = std::min(height * 0.26, width / kNameWidths);
    const double alone = std::min({height * 0.62, width / kFlatNameWidths, std::max(leastName * 1.2, height * 0.4)});
    TileType type;
    if (full >= leastName)
        type = fullType(full, width, height);
    else if (twoRows >= leastName)
        type = shortType(twoRows, false, width);
    else
        type = shortType(alone >= kShortestName ? alone : 0, true, width);
    type.maxLines = 3;
    type.glyph = type.name > 0 ? type.name * 0.95 : std::min(width, height) * 0.5;
    type.padding = static_cast<int>(std::clamp(std::min(width, height) * 0.08, 2.0, type.name > 0 ? type.name * 0.7 : 2.0));
    type.padding = std::max(type.padding, static_cast<int>(type.name * 0.35));
    type.ageBesideValue = true;
    type.rounded = height >= 36;
    return type;
}

void TileFace::prepare(const TileFacts &facts, const QRect &rect, const TileType &type, TileLoudness loudness)
{
    m_facts = facts;
    m_rect = rect;
    m_type = type;
    m_loudness = loudness;
    m_colours = themePalette().tile(facts.state, facts.owned, loudness);
    m_rounded = type.rounded;
    m_texts.clear();
    m_age.reset();
    m_spark = {};
    m_glyphPicture = {};
    m_isNameCut = false;
    layOut(type);
    if (QGuiApplication::isRightToLeft())
        mirror();
}

QRect TileFace::take(const TileFacts &facts)
{
    if (facts == m_facts)
        return {};
    // Every second most tiles differ in their age and in nothing else.
    if (onlyTheAgeDiffers(facts))
        return replaceAge(facts.age);
    prepare(facts, m_rect, m_type, m_loudness);
    return m_rect;
}

/// And is as long as the one that stands there, so that what has made room for it may stay.
bool TileFace::onlyTheAgeDiffers(const TileFacts &facts) const
{
    if (!m_age || facts.age.size() != m_facts.age.size())
        return false;
    TileFacts same = facts;
    same.age = m_facts.age;
    return same == m_facts;
}

QRect TileFace::replaceAge(const QString &age)
{
    Text &text = m_texts[*m_age];
    const QRectF before(text.at, text.text.size());
    m_facts.age = age;
    text.text.setText(age);
    text.text.prepare(QTransform(), text.font);
    if (!QGuiApplication::isRightToLeft())
        text.at.setX(std::round(before.right() - text.text.size().width()));
    const QRectF both = before | QRectF(text.at, text.text.size());
    return both.toAlignedRect().adjusted(-1, 0, 1, 0) & m_rect; // letters may lean out of their box
}

/// Time still runs from left to right: the line of recent figures stays as it is.
void TileFace::mirror()
{
    const double both = m_rect.left() + m_rect.right() + 1.0;
    m_glyph.moveLeft(both - m_glyph.right());
    for (Text &text : m_texts)
        text.at.setX(both - text.at.x() - text.text.size().width());
}

void TileFace::layOut(const TileType &type)
{
    const QRectF inner = QRectF(m_rect).adjusted(type.padding, type.padding, -type.padding, -type.padding);
    if (type.name <= 0) {
        m_glyph = QRectF(0, 0, type.glyph, type.glyph);
        m_glyph.moveCenter(QRectF(m_rect).center());
        return;
    }
    const double head = layOutHead(type, inner);
    if (type.valueBeside || type.value <= 0)
        return;
    const double bottom = layOutValue(type, inner, head + type.name * 0.15);
    if (type.line > 0)
        layOutLines(type, inner, bottom);
}

/// Returns where the next row begins.
double TileFace::layOutHead(const TileType &type, const QRectF &inner)
{
    const bool isOnlyRow = type.valueBeside || type.value <= 0;
    const double rowHeight = lineHeight(type.name);
    const double top = isOnlyRow ? inner.center().y() - rowHeight / 2 : inner.top();
    m_glyph = QRectF(inner.left(), top + (rowHeight - type.glyph) / 2, type.glyph, type.glyph);
    double room = inner.right() - m_glyph.right() - type.glyph * 0.45;
    const auto topOf = [&](double pixels) { return top + (rowHeight - lineHeight(pixels)) / 2; };
    if (type.age > 0 && !type.ageBesideValue && !m_facts.age.isEmpty()) {
        const QFont font = textFontOfHeight(type.age);
        const double width = QFontMetricsF(font).horizontalAdvance(m_facts.age);
        addAge(font, {inner.right() - width, topOf(type.age)}, width + 1);
        room -= width + type.glyph * 0.6;
    }
    if (type.valueBeside) {
        // Where something is wrong, the reason says more than the figure. The name goes first.
        const QString whole = m_facts.lines.isEmpty() ? m_facts.value + QLatin1Char(' ') + m_facts.unit : m_facts.lines.first();
        const QFont nameFont = textFontOfHeight(type.name, QFont::DemiBold);
        const QFont font = textFontOfHeight(type.unit);
        const QFontMetricsF metrics(font);
        const double free = room - QFontMetricsF(nameFont).horizontalAdvance(m_facts.name) - type.glyph;
        const QString beside = metrics.elidedText(whole.trimmed(), Qt::ElideRight, free);
        const double width = metrics.horizontalAdvance(beside);
        addText(beside, font, {inner.right() - width, topOf(type.unit)}, width + 1, m_colours.muted);
        room -= width + type.glyph * 0.6;
    }
    return layOutName(type, inner, top, room);
}

/// A long name takes a second line where one is free, then narrower letters, then the row of a calm tile's figure.
double TileFace::layOutName(const TileType &type, const QRectF &inner, double top, double room)
{
    const double rowHeight = lineHeight(type.name);
    const QPointF at(m_glyph.right() + type.glyph * 0.45, top);
    const QFont font = textFontOfHeight(type.name, QFont::DemiBold);
    if (QFontMetricsF(font).horizontalAdvance(m_facts.name) <= room) {
        addText(m_facts.name, font, at, room, m_colours.text);
        return top + rowHeight;
    }
    QFont narrow = font;
    narrow.setStretch(QFont::Condensed);
    const double below = type.value <= 0 ? 0 : lineHeight(type.value) + type.name * 0.15;
    const double always = below > 0 && !m_facts.lines.isEmpty() ? below + lineHeight(type.line > 0 ? type.line : 0) : 0;
    const auto linesBeside = [&](double others) {
        return type.valueBeside ? 1 : std::clamp(static_cast<int>((inner.bottom() - top - others) / rowHeight), 1, 2);
    };
    const int free = linesBeside(std::max(below, always));
    const int most = linesBeside(always);
    QStringList lines;
    QFont used;
    for (const auto &[candidate, count] : {std::pair(font, free), {narrow, free}, {font, most}, {narrow, most}}) {
        const QFontMetricsF metrics(candidate);
        used = candidate;
        lines = nameLines(m_facts.name, metrics, room, count);
        m_isNameCut = std::any_of(
            lines.begin(), lines.end(), [&](const QString &line) { return metrics.horizontalAdvance(line) > room; });
        if (!m_isNameCut)
            break;
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        // What tells similar names apart is often their end.
        addText(QFontMetricsF(used).elidedText(lines[i], Qt::ElideMiddle, room), used,
            at + QPointF(0, rowHeight * static_cast<double>(i)), room + 1, m_colours.text);
    return top + rowHeight * static_cast<double>(lines.size());
}

double TileFace::layOutValue(const TileType &type, const QRectF &inner, double top)
{
    const double height = lineHeight(type.value);
    if (top + height * 0.9 > inner.bottom() || m_facts.value.isEmpty())
        return top;
    const QFont font = textFontOfHeight(type.value);
    const double width = addText(m_facts.value, font, {inner.left(), top}, inner.width(), m_colours.text);
    const QFont unitFont = textFontOfHeight(type.unit);
    // Figure and unit stand on one base line.
    const double drop = QFontMetricsF(font).ascent() - QFontMetricsF(unitFont).ascent();
    const double left = inner.left() + width + type.unit * 0.5;
    double right = inner.right();
    if (type.ageBesideValue && type.age > 0 && !m_facts.age.isEmpty()) {
        const QFont ageFont = textFontOfHeight(type.age);
        const double ageWidth = QFontMetricsF(ageFont).horizontalAdvance(m_facts.age);
        const double ageDrop = QFontMetricsF(font).ascent() - QFontMetricsF(ageFont).ascent();
        addAge(ageFont, {right - ageWidth, top + ageDrop}, ageWidth + 1);
        right -= ageWidth + type.unit * 0.5;
    }
    const double unitWidth = addText(m_facts.unit, unitFont, {left, top + drop}, right - left, m_colours.muted);
    if (type.line <= 0 && !m_facts.lines.isEmpty()) {
        // No row for the reason: it follows the figure.
        const double reason = left + unitWidth + type.unit;
        addText(m_facts.lines.first(), unitFont, {reason, top + drop}, right - reason, m_colours.muted);
    }
    return top + height;
}

/// The lines, the last of them broken at a blank when it is too long and there are lines to spare.
QStringList TileFace::wrapped(const QFont &font, double room, int most) const
{
    QStringList lines = m_facts.lines;
    const QFontMetricsF metrics(font);
    while (!lines.isEmpty() && lines.size() < most && metrics.horizontalAdvance(lines.last()) > room) {
        const QString line = lines.takeLast();
        qsizetype blank = line.lastIndexOf(QLatin1Char(' '));
        while (blank > 0 && metrics.horizontalAdvance(line.left(blank)) > room)
            blank = line.lastIndexOf(QLatin1Char(' '), blank - 1);
        if (blank <= 0) {
            lines << line;
            break;
        }
        lines << line.left(blank) << line.mid(blank + 1);
    }
    return lines;
}

void TileFace::layOutLines(const TileType &type, const QRectF &inner, double top)
{
    const QFont font = textFontOfHeight(type.line);
    const double height = lineHeight(type.line);
    top += type.line * 0.1;
    int shown = 0;
    for (const QString &line : wrapped(font, inner.width(), type.maxLines)) {
        if (shown == type.maxLines || top + height > inner.bottom() + type.padding * 0.6)
            break;
        const bool isLoud = m_facts.state == State::Down || m_facts.state == State::Degraded;
        addText(line, font, {inner.left(), top}, inner.width(), isLoud && shown == 0 ? m_colours.tone : m_colours.muted);
        top += height;
        ++shown;
    }
    const QRectF rest(m_rect.left() + 1, top + type.line * 0.35, m_rect.width() - 2, m_rect.bottom() - top - type.line * 0.9);
    if (type.spark && rest.height() >= type.line * 0.9) {
        const double sparkHeight = std::min(rest.height(), std::max(type.value * 0.9, rest.height() * 0.6));
        m_spark = QRectF(rest.left(), rest.bottom() - sparkHeight, rest.width(), sparkHeight);
    }
}

void TileFace::addAge(const QFont &font, const QPointF &at, double room)
{
    const std::size_t place = m_texts.size();
    addText(m_facts.age, font, at, room, m_colours.muted);
    if (m_texts.size() > place)
        m_age = place;
}

double TileFace::addText(const QString &text, const QFont &font, const QPointF &at, double room, const QColor &colour)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    // An ellipsis alone says nothing.
    if (shown.isEmpty() || room <= 0 || (shown.size() == 1 && text.size() > 1))
        return 0;
    // Whole pixels: letters are sharper and need fewer pictures in the cache.
    Text entry{QStaticText(shown), font, QPointF(std::round(at.x()), std::round(at.y())), colour};
    entry.text.setTextFormat(Qt::PlainText);
    entry.text.setPerformanceHint(QStaticText::AggressiveCaching);
    entry.text.prepare(QTransform(), font);
    m_texts.push_back(std::move(entry));
    return metrics.horizontalAdvance(shown);
}

TileRun::TileRun(QPainter &painter)
    : m_painter(painter)
    , m_pixelRatio(painter.device()->devicePixelRatioF())
{
}

void TileRun::setText(const QFont &font, const QColor &colour)
{
    if (m_colour != colour) {
        m_colour = colour;
        m_painter.setPen(colour);
    }
    if (!m_hasFont || !m_font.isCopyOf(font)) {
        m_hasFont = true;
        m_font = font;
        m_painter.setFont(font);
    }
}

void TileFace::paintGround(TileRun &run, const QRect &part) const
{
    QPainter &painter = run.painter();
    if (!m_rounded) {
        if (painter.testRenderHint(QPainter::Antialiasing))
            painter.setRenderHint(QPainter::Antialiasing, false);
        // Two rectangles, not four sides: under a clip of many parts each call costs more than its pixels.
        const int border = std::min(m_colours.borderWidth, m_rect.height() / 6);
        painter.fillRect(m_rect, m_colours.border);
        painter.fillRect(m_rect.adjusted(border, border, -border, -border), m_colours.ground);
        return;
    }
    // An age moves on every second, a frame does not, and its round corners cost more than all that stands in it.
    const double ratio = run.pixelRatio();
    if (m_rect.width() * m_rect.height() <= kMostKept && ratio == std::round(ratio)) {
        const QRect asked = m_rect & part;
        const QRectF ofPicture(QPointF(asked.topLeft() - m_rect.topLeft()) * ratio, QSizeF(asked.size()) * ratio);
        painter.drawPixmap(QRectF(asked), framePicture(ratio), ofPicture);
        return;
    }
    run.forgetColour();
    paintFrame(painter, m_rect);
}

QPixmap TileFace::framePicture(double ratio) const
{
    const QRgb hatch = m_colours.hatch.isValid() ? m_colours.hatch.rgba() : 0;
    const QString key = QStringLiteral("tocsin-tile-%1-%2-%3-%4-%5-%6-%7-%8")
                            .arg(m_rect.width())
                            .arg(m_rect.height())
                            .arg(ratio)
                            .arg(m_colours.ground.rgba())
                            .arg(m_colours.border.rgba())
                            .arg(hatch)
                            .arg(m_colours.borderWidth)
                            .arg(m_facts.state == State::Pending);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(m_rect.size() * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintFrame(painter, QRect(QPoint(), m_rect.size()));
        painter.end();
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

void TileFace::paintFrame(QPainter &painter, const QRect &rect) const
{
    const double half = m_colours.borderWidth / 2.0;
    const QRectF frame = QRectF(rect).adjusted(half, half, -half, -half);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_colours.hatch.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.ground);
        painter.drawRoundedRect(frame, metrics::radius, metrics::radius);
        painter.save();
        painter.setClipRect(frame.adjusted(1, 1, -1, -1), Qt::IntersectClip);
        paintHatch(painter, frame, m_colours.hatch);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setBrush(m_colours.ground);
    }
    QPen pen(m_colours.border, m_colours.borderWidth);
    if (m_facts.state == State::Pending)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(frame, metrics::radius, metrics::radius);
}

void TileFace::paint(QPainter &painter) const
{
    TileRun run(painter);
    paint(run, m_rect);
}

void TileFace::paint(TileRun &run, const QRect &part) const
{
    QPainter &painter = run.painter();
    paintGround(run, part);
    if (m_spark.intersects(part))
        paintSparkline(painter, m_spark, m_facts.recent, m_colours.spark);
    const double ratio = run.pixelRatio();
    if (m_glyphPicture.isNull() || m_glyphPicture.devicePixelRatio() != ratio) {
        const GlyphFill fill = m_facts.owned ? GlyphFill::Outlined : GlyphFill::Filled;
        m_glyphPicture = glyphPixmap(m_facts.state, m_colours.tone, fill, m_glyph.width(), ratio);
    }
    painter.drawPixmap(m_glyph.topLeft().toPoint(), m_glyphPicture);
    const bool isWhole = part.contains(m_rect);
    for (const Text &text : m_texts) {
        // Letters may lean out of their box.
        if (!isWhole && !QRectF(text.at, text.text.size()).adjusted(-2, -2, 2, 2).intersects(part))
            continue;
        run.setText(text.font, text.colour);
        painter.drawStaticText(text.at, text.text);
    }
}

std::vector<QRectF> TileFace::textBoxes() const
{
    std::vector<QRectF> boxes;
    boxes.reserve(m_texts.size());
    for (const Text &text : m_texts)
        boxes.emplace_back(text.at, text.text.size());
    return boxes;
}

} // namespace tocsin
