// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tocsin {

/// At most `limit` bytes of outside text as valid UTF-8: what is not UTF-8 and control characters other than tab and line
/// breaks become U+FFFD. A character that the limit cuts in two is left out.
std::string plainText(std::string_view bytes, std::size_t limit);

} // namespace tocsin
