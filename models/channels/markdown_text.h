// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tocsin {

/// Text from outside for places that read Markdown: what would be mark-up stands there as it was written, and what would call
/// everybody together (`@channel`) is broken by a character without width.
std::string literalMarkdown(const std::string &text);

} // namespace tocsin
