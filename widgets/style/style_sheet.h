// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

namespace tocsin {

/// The one style sheet of the program, with the palette's colours and the scale in force filled in.
QString styleSheet(const Palette &palette);

} // namespace tocsin
