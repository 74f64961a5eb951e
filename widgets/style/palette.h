// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/state.h"

#include <QColor>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace tocsin {

/// The looks that a person can choose.
enum class ThemeKind { Dark, Light, HighContrast };

std::string_view themeWord(ThemeKind kind); ///< `dark`, `light`, `contrast`: as the command line and the settings write it
std::optional<ThemeKind> themeFromWord(std::string_view word);

/// How loud a tile may be: the desk is read from 60 cm, the wall from 8 m.
enum class TileLoudness { Desk, Wall };

/// The colours of one tile. `ground` is opaque.
struct TileColours {
    QColor ground;
    QColor border;
    QColor text;
    QColor muted; ///< unit and age
    QColor tone;  ///< glyph and the line that says why
    QColor spark;
    QColor hatch; ///< valid only where the tile is hatched
    int borderWidth = 1;
};

/// The colours of the phases of a request, in the order of a chart's stack.
struct PhaseColours {
    QColor dns;
    QColor connect;
    QColor tls;
    QColor firstByte;
    QColor rest;
};

/// Every colour of one theme, by its role. A value; colour is for state, one blue for the main action and the focus ring,
/// all else is neutral.
struct Palette {
    ThemeKind kind = ThemeKind::Dark;
    QColor ground;
    QColor surface;
    QColor raised;
    QColor line;
    QColor lineStrong; ///< the border of something that can be pressed or typed into
    QColor text;
    QColor muted;
    QColor focus;
    QColor action;
    QColor actionText;
    QColor selection; ///< the ground of a selected row
    QColor codeGround;
    PhaseColours phases;

    /// The tone of a state, readable as text on ground, surface and raised.
    QColor tone(State state) const;
    /// Filled: nobody has it. Owned: drawn as an outline.
    TileColours tile(State state, bool owned, TileLoudness loudness) const;
};

const Palette &paletteOf(ThemeKind kind);

/// A text colour and what it stands on somewhere in the program.
struct ColourPair {
    QString name;
    QColor text;
    QColor ground;
};

/// Every pair of text and ground that the widgets use, for the contrast test.
std::vector<ColourPair> textPairs(const Palette &palette);

} // namespace tocsin
