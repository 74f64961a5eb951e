// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/markdown_text.h"

#include <string_view>

namespace tocsin {

std::string literalMarkdown(const std::string &text)
{
    constexpr std::string_view kMarks = "\\`*_{}[]<>()#+-!|~";
    constexpr std::string_view kNoWidth = "\u200b";
    std::string literal;
    literal.reserve(text.size());
    for (const char c : text) {
        if (kMarks.find(c) != std::string_view::npos)
            literal += '\\';
        literal += c;
        if (c == '@')
            literal += kNoWidth;
    }
    return literal;
}

} // namespace tocsin
