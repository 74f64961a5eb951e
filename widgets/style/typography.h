// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QSize>

#include <thread>

namespace tocsin {

/// The fixed scale of type, in device-independent pixels at scale 1.
enum class TextSize { Small = 12, Body = 14, Large = 16, Title = 20, Figure = 28, Display = 40, Hero = 64 };

/// The family that the program is set in: one whose figures stand in columns by default (Qt 6.4 cannot switch them on).
/// The first that is installed of Noto Sans, DejaVu Sans, Roboto; else what the desktop uses.
QString textFamily();

/// The family for evidence.
QString monospaceFamily();

/// Reads which fonts the system has on a thread of its own, some 10 ms that the start spends on other things; who asks for a
/// family meanwhile waits for it. Made once, after the application object, and gone before it; any thread may ask.
class FontReading
{
public:
    FontReading();

private:
    std::jthread m_thread;
};

/// A font of the scale, enlarged by the scale that a person chose.
QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);

/// A font of any height in pixels, for screens whose text grows with them (the wall). Not enlarged by the scale.
QFont textFontOfHeight(double pixels, QFont::Weight weight = QFont::Normal);

QFont monospaceFont(TextSize size);

/// How much larger than designed everything is drawn, 0.75 to 3. UI thread only; the Theme sets it.
double textScale();
void setTextScale(double scale);

/// The scale at which a desk is as large as designed on a screen of this many device-independent pixels: more than 1 on a
/// very large one that the desktop does not scale, where text would be tiny and most of the ground empty.
double scaleForScreen(QSize screen);

/// A length of the design, in pixels at the scale in force.
int scaled(int designPixels);

} // namespace tocsin
