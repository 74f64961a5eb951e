// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/reason.h"

#include <algorithm>
#include <cctype>

namespace tocsin {

Reason::Reason(const Phrase &phrase, std::initializer_list<ReasonArgument> arguments)
    : m_phrase(&phrase)
{
    m_arguments.reserve(arguments.size());
    for (const ReasonArgument &argument : arguments) {
        m_arguments.push_back(argument.m_text);
        if (!argument.m_reason)
            continue;
        m_inner.resize(arguments.size());
        m_inner[m_arguments.size() - 1] = argument.m_reason;
    }
}

const Reason *Reason::inner(std::size_t argument) const
{
    return argument < m_inner.size() ? m_inner[argument].get() : nullptr;
}

bool operator==(const Reason &a, const Reason &b)
{
    const auto isSame = [](const std::shared_ptr<const Reason> &x, const std::shared_ptr<const Reason> &y) {
        return x == y || (x && y && *x == *y);
    };
    return a.m_phrase == b.m_phrase && a.m_arguments == b.m_arguments
        && std::equal(a.m_inner.begin(), a.m_inner.end(), b.m_inner.begin(), b.m_inner.end(), isSame);
}

ReasonArgument::ReasonArgument(const Reason &reason)
    : m_text(english(reason))
    , m_reason(std::make_shared<const Reason>(reason))
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
