// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/tile_facts.h"

#include <QFont>
#include <QPixmap>
#include <QRect>
#include <QStaticText>

#include <optional>
#include <vector>

class QPainter;

namespace tocsin {

/// How tall the texts of a tile are, in pixels. 0 leaves the text out.
struct TileType {
    double name = 14;
    double value = 28;
    double unit = 14;
    double line = 12;
    double age = 12;
    double glyph = 14;
    int padding = 14;
    int maxLines = 1;
    bool valueBeside = false;    ///< the figure stands at the right of the name, in one row
    bool ageBesideValue = false; ///< the age stands in the row of the figure and leaves the whole first row to the name
    bool spark = true;
    bool rounded = true;
};

/// The type of the desk's tiles, from the fixed scale; `enlarged` where tiles have more room than they need.
TileType deskTileType(double enlarged = 1);

/// The type that fills a tile of this size, with names of at least `leastName` pixels where that can be had by leaving out
/// the rest. 2,000 tiles are left with the shape only.
TileType wallTileType(QSize size, double leastName);

/// Tiles that are painted one after the other with one painter. Remembers what the painter is set to: it copies each font that
/// it is given, and setting it anew for every tile costs a tenth of painting them. UI thread; lives as long as the painting.
class TileRun
{
public:
    explicit TileRun(QPainter &painter);

    QPainter &painter() { return m_painter; }
    double pixelRatio() const { return m_pixelRatio; }
    void setText(const QFont &font, const QColor &colour);
    void forgetColour() { m_colour = QColor(); } ///< somebody set another pen

private:
    QPainter &m_painter;
    double m_pixelRatio;
    QFont m_font;
    QColor m_colour; ///< invalid: not known
    bool m_hasFont = false;
};

/// One tile, prepared: measured, elided and laid out once, painted often. A value; UI thread only.
class TileFace
{
public:
    /// `rect` in the coordinates that it will be painted in.
    void prepare(const TileFacts &facts, const QRect &rect, const TileType &type, TileLoudness loudness);

    /// Shows other facts in the same place. Returns what must be painted anew: nothing, the age alone, or the whole tile.
    QRect take(const TileFacts &facts);

    void paint(QPainter &painter) const; ///< alone
    /// At least what lies in `part`.
    void paint(TileRun &run, const QRect &part) const;

    const QRect &rect() const { return m_rect; }
    /// Whether it paints every pixel of its rectangle.
    bool isOpaque() const { return !m_rounded; }
    const TileFacts &facts() const { return m_facts; }
    /// Where each text that is painted stands, for the test that nothing is cut and nothing overlaps.
    std::vector<QRectF> textBoxes() const;
    /// Whether even two condensed lines have no room for the whole name.
    bool isNameCut() const { return m_isNameCut; }

private:
    struct Text {
        QStaticText text;
        QFont font;
        QPointF at;
        QColor colour;
    };

    void layOut(const TileType &type);
    double layOutHead(const TileType &type, const QRectF &inner);
    double layOutName(const TileType &type, const QRectF &inner, double top, double room);
    double layOutValue(const TileType &type, const QRectF &inner, double top);
    QStringList wrapped(const QFont &font, double room, int most) const;
    void layOutLines(const TileType &type, const QRectF &inner, double top);
    double addText(const QString &text, const QFont &font, const QPointF &at, double room, const QColor &colour);
    void mirror();
    void addAge(const QFont &font, const QPointF &at, double room);
    bool onlyTheAgeDiffers(const TileFacts &facts) const;
    QRect replaceAge(const QString &age);
    void paintGround(TileRun &run, const QRect &part) const;
    QPixmap framePicture(double ratio) const;
    void paintFrame(QPainter &painter, const QRect &rect) const;

    TileFacts m_facts;
    QRect m_rect;
    TileType m_type;
    TileLoudness m_loudness = TileLoudness::Desk;
    TileColours m_colours;
    std::vector<Text> m_texts;
    std::optional<std::size_t> m_age; ///< which of the texts is the age
    QRectF m_glyph;
    mutable QPixmap m_glyphPicture; ///< made at the first painting, when the pixel ratio is known
    QRectF m_spark;
    bool m_rounded = true;
    bool m_isNameCut = false;
};

} // namespace tocsin
