// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/state_glyph.h"
#include "widgets/style/style_sheet.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace tocsin;

namespace {

constexpr State kStates[] = {State::Ok, State::Maintenance, State::Pending, State::Unknown, State::Degraded, State::Down};

QImage glyph(State state, GlyphFill fill, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStateGlyph(painter, QRectF(0, 0, side, side), state, Qt::black, fill);
    return image;
}

/// Share of the pixels whose darkness differs clearly.
double difference(const QImage &a, const QImage &b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 96 ? 1 : 0;
    }
    return double(differing) / (a.width() * a.height());
}

} // namespace

class TstStateGlyph : public QObject
{
    Q_OBJECT

private slots:
    void shapesDifferWithoutColour_data();
    void shapesDifferWithoutColour();
    void outlinedDiffersFromFilled();
    void figuresStandInColumns();
    void everyThemeHasACompleteStyleSheet();
    void changingTheThemeTellsWidgets();
};

void TstStateGlyph::shapesDifferWithoutColour_data()
{
    QTest::addColumn<int>("side");
    QTest::newRow("beside text") << 14;
    QTest::newRow("on a tile") << 32;
    QTest::newRow("on the wall") << 160;
}

void TstStateGlyph::shapesDifferWithoutColour()
{
    QFETCH(int, side);
    for (const State a : kStates) {
        for (const State b : kStates) {
            if (a != b)
                QVERIFY(difference(glyph(a, GlyphFill::Filled, side), glyph(b, GlyphFill::Filled, side)) > 0.08);
        }
    }
}

void TstStateGlyph::outlinedDiffersFromFilled()
{
    for (const State state : {State::Ok, State::Degraded, State::Down})
        QVERIFY(difference(glyph(state, GlyphFill::Filled, 32), glyph(state, GlyphFill::Outlined, 32)) > 0.08);
}

void TstStateGlyph::figuresStandInColumns()
{
    const QFontMetricsF metrics(textFont(TextSize::Figure));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QChar(u'0')));
}

void TstStateGlyph::everyThemeHasACompleteStyleSheet()
{
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast}) {
        const QString sheet = styleSheet(paletteOf(kind));
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(paletteOf(kind).focus.name()));
    }
}

void TstStateGlyph::changingTheThemeTellsWidgets()
{
    Theme theme;
    theme.apply(ThemeKind::Dark);
    QPushButton button;
    button.resize(120, 40);
    const QImage dark = button.grab().toImage();
    int told = 0;
    connect(&theme, &Theme::changed, this, [&](ThemeKind kind) { told += kind == ThemeKind::Light ? 1 : 0; });
    theme.apply(ThemeKind::Light);
    QCOMPARE(told, 1);
    QCOMPARE(themePalette().kind, ThemeKind::Light);
    QVERIFY(qGray(button.grab().toImage().pixel(60, 12)) > qGray(dark.pixel(60, 12)) + 100);
}

QTEST_MAIN(TstStateGlyph)
#include "tst_state_glyph.moc"
