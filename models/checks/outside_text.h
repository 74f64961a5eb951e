// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tocsin {

/// Text from a server, made fit for one line of a sentence: valid UTF-8, no control characters, blanks trimmed, and cut with
/// an ellipsis beyond `limit` characters.
std::string outsideText(std::string_view text, std::size_t limit = 120);

} // namespace tocsin
