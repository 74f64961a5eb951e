// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/palette.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace tocsin;

namespace {

using Linear = std::array<double, 3>;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Linear linear(const QColor &colour)
{
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

double luminance(const QColor &colour)
{
    const Linear c = linear(colour);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

/// Source: WCAG 2.1, "contrast ratio".
double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

using Matrix = std::array<Linear, 3>;

/// Source: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency",
/// 2009, severity 1.0, on linear RGB.
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Linear seen(const Matrix &sight, const Linear &colour)
{
    Linear out{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            out[row] += sight[row][column] * colour[column];
        out[row] = std::clamp(out[row], 0.0, 1.0);
    }
    return out;
}

/// CIE L*a*b* under D65.
Linear lab(const Linear &c)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor &a, const QColor &b, const Matrix &sight)
{
    const Linear p = lab(seen(sight, linear(a)));
    const Linear q = lab(seen(sight, linear(b)));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

using Pair = std::pair<State, State>;

/// Pairs whose tones come so near each other that only shape and word tell them apart.
std::set<Pair> nearPairs(const Palette &palette, const Matrix &sight)
{
    constexpr double kNear = 14; // CIE76: two small shapes side by side are told apart above it
    constexpr std::array kStates{State::Ok, State::Maintenance, State::Unknown, State::Degraded, State::Down};
    std::set<Pair> pairs;
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        for (std::size_t j = i + 1; j < kStates.size(); ++j) {
            if (distance(palette.tone(kStates[i]), palette.tone(kStates[j]), sight) < kNear)
                pairs.insert({kStates[i], kStates[j]});
        }
    }
    return pairs;
}

} // namespace

class TstPalette : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void shapesOfStatesAreVisible();
    void colourBlindPeopleLoseOnlyKnownPairs_data();
    void colourBlindPeopleLoseOnlyKnownPairs();
    void unownedIsLouderThanOwned();
    void themeWordsReadBack();
};

void TstPalette::textIsReadable_data()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::addColumn<double>("least");
    QTest::newRow("dark, AA") << ThemeKind::Dark << 4.5;
    QTest::newRow("light, AA") << ThemeKind::Light << 4.5;
    QTest::newRow("high contrast, AAA") << ThemeKind::HighContrast << 7.0;
}

void TstPalette::textIsReadable()
{
    QFETCH(ThemeKind, kind);
    QFETCH(double, least);
    QStringList unreadable;
    for (const ColourPair &pair : textPairs(paletteOf(kind))) {
        const double ratio = contrast(pair.text, pair.ground);
        if (ratio < least)
            unreadable << QStringLiteral("%1: %2").arg(pair.name).arg(ratio, 0, 'f', 2);
    }
    QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(QStringLiteral("\n"))));
}

void TstPalette::shapesOfStatesAreVisible()
{
    // WCAG 1.4.11: what must be seen and is not text needs 3:1.
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast}) {
        const Palette &p = paletteOf(kind);
        for (const QColor &ground : {p.ground, p.surface}) {
            QVERIFY(contrast(p.focus, ground) >= 3);
            for (const QColor &phase : {p.phases.dns, p.phases.connect, p.phases.tls, p.phases.firstByte, p.phases.rest})
                QVERIFY2(contrast(phase, ground) >= 3, qPrintable(phase.name()));
        }
    }
}

void TstPalette::colourBlindPeopleLoseOnlyKnownPairs_data()
{
    QTest::addColumn<ThemeKind>("kind");
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast})
        QTest::newRow(themeWord(kind).data()) << kind;
}

void TstPalette::colourBlindPeopleLoseOnlyKnownPairs()
{
    QFETCH(ThemeKind, kind);
    const Palette &palette = paletteOf(kind);
    const std::set<Pair> okUnknown{{State::Ok, State::Unknown}};
    std::set<Pair> deutan = okUnknown;
    if (kind == ThemeKind::Light)
        deutan.insert({State::Degraded, State::Down});
    QCOMPARE(nearPairs(palette, kProtan), std::set<Pair>());
    QCOMPARE(nearPairs(palette, kDeutan), deutan);
    QCOMPARE(nearPairs(palette, kTritan), std::set<Pair>());
}

void TstPalette::unownedIsLouderThanOwned()
{
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast}) {
        const Palette &p = paletteOf(kind);
        for (const TileLoudness loudness : {TileLoudness::Desk, TileLoudness::Wall}) {
            const QColor filled = p.tile(State::Down, false, loudness).ground;
            const QColor outlined = p.tile(State::Down, true, loudness).ground;
            QVERIFY(contrast(filled, p.ground) > contrast(outlined, p.ground));
        }
    }
}

void TstPalette::themeWordsReadBack()
{
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast})
        QCOMPARE(themeFromWord(themeWord(kind)), std::optional(kind));
    QVERIFY(!themeFromWord("pink"));
}

QTEST_GUILESS_MAIN(TstPalette)
#include "tst_palette.moc"
