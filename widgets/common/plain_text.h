// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

class QLabel;

namespace tocsin {

/// Outside text as one line of plain text: control and direction-changing characters become blanks, runs of blanks one.
/// Cut after `longest` characters.
QString plainLine(std::string_view text, int longest = 500);

/// Outside text with its line breaks kept, all other control and direction-changing characters shown as �.
QString plainBlock(std::string_view text, int longest = 4000);

/// From now on the label shows whatever it is given as plain text, and lets people select it.
void showPlain(QLabel &label);

} // namespace tocsin
