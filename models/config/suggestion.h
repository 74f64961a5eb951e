// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// The known word that was probably meant, or an empty text when none is near: at most a third of the letters wrong, two
/// swapped letters counted as one; capitals, `-` and `_` do not count.
std::string nearestWord(std::string_view word, const std::vector<std::string_view> &known);

} // namespace tocsin
