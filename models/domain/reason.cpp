// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/reason.h"

#include <cctype>

namespace tocsin {

Reason::Reason(const Phrase &phrase, std::initializer_list<std::string> arguments)
    : m_phrase(&phrase)
    , m_arguments(arguments)
{
}

std::string english(const Reason &reason)
{
    std::string sentence;
    const std::string_view text = reason.sourceText();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlaceholder = text[i] == '%' && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
        if (!isPlaceholder) {
            sentence += text[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(text[++i] - '1');
        if (index < reason.arguments().size())
            sentence += reason.arguments()[index];
    }
    return sentence;
}

} // namespace tocsin
