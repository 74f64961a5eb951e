// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/typography.h"

#include <QFontDatabase>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

double s_scale = 1.0;

QString firstInstalled(std::initializer_list<QString> wanted, QFontDatabase::SystemFont fallback)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (installed.contains(family))
            return family;
    }
    return QFontDatabase::systemFont(fallback).family();
}

} // namespace

QString textFamily()
{
    static const QString family = firstInstalled(
        {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("Roboto")}, QFontDatabase::GeneralFont);
    return family;
}

QString monospaceFamily()
{
    static const QString family
        = firstInstalled({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")}, QFontDatabase::FixedFont);
    return family;
}

FontReading::FontReading()
    : m_thread([] { textFamily(); })
{
}

QFont textFont(TextSize size, QFont::Weight weight)
{
    return textFontOfHeight(static_cast<int>(size) * s_scale, weight);
}

QFont textFontOfHeight(double pixels, QFont::Weight weight)
{
    // Copies of one font are told apart by a pointer; equal fonts made anew are compared in full at every text painted.
    static QHash<std::pair<int, int>, QFont> made;
    const int height = std::max(1, static_cast<int>(std::lround(pixels)));
    const auto known = made.constFind({height, weight});
    if (known != made.constEnd())
        return *known;
    QFont font(textFamily());
    font.setPixelSize(height);
    font.setWeight(weight);
    return *made.insert({height, weight}, font);
}

QFont monospaceFont(TextSize size)
{
    QFont font(monospaceFamily());
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(scaled(static_cast<int>(size)));
    return font;
}

double textScale()
{
    return s_scale;
}

void setTextScale(double scale)
{
    s_scale = std::clamp(scale, 0.75, 3.0);
}

double scaleForScreen(QSize screen)
{
    constexpr double kLongSide = 2560; // up to here more room is more to see; beyond it letters grow
    constexpr double kShortSide = 1440;
    const double larger = std::max(screen.width(), screen.height()) / kLongSide;
    const double smaller = std::min(screen.width(), screen.height()) / kShortSide;
    return std::clamp(std::min(larger, smaller), 1.0, 2.0);
}

int scaled(int designPixels)
{
    return static_cast<int>(std::lround(designPixels * s_scale));
}

} // namespace tocsin
