// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/redactor.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tocsin {

namespace {
constexpr std::size_t kShortestRedacted = 4;
}

Redactor::Redactor(std::vector<Secret> secrets)
    : m_secrets(std::move(secrets))
{
    const auto isShort = [](const Secret &secret) { return secret.reveal().size() < kShortestRedacted; };
    m_secrets.erase(std::remove_if(m_secrets.begin(), m_secrets.end(), isShort), m_secrets.end());
    std::sort(m_secrets.begin(), m_secrets.end(),
        [](const Secret &a, const Secret &b) { return a.reveal().size() > b.reveal().size(); });
}

std::string Redactor::redacted(std::string text) const
{
    const std::string_view mark = redactedMark;
    for (const Secret &secret : m_secrets) {
        const std::string &value = secret.reveal();
        for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + mark.size()))
            text.replace(at, value.size(), mark);
    }
    return text;
}

} // namespace tocsin
