// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tocsin::metrics {

inline constexpr int grid = 4;   ///< all spacing is a multiple of it
inline constexpr int radius = 8; ///< corners
inline constexpr int gapSmall = 8;
inline constexpr int gap = 12;
inline constexpr int gapLarge = 20;
inline constexpr int margin = 20;    ///< around a page
inline constexpr int rowHeight = 32; ///< of a list or a table at scale 1
inline constexpr int focusWidth = 2;
inline constexpr int glyph = 14; ///< side of a state's shape beside body text

} // namespace tocsin::metrics
