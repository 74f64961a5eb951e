// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/http.h"

#include <algorithm>
#include <cctype>

namespace tocsin {

namespace {

bool sameName(std::string_view left, std::string_view right)
{
    const auto same = [](unsigned char a, unsigned char b) { return a == b || std::tolower(a) == std::tolower(b); };
    return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), same);
}

} // namespace

void Headers::add(std::string name, std::string value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

std::string_view Headers::value(std::string_view name) const
{
    const auto found
        = std::find_if(m_fields.begin(), m_fields.end(), [name](const auto &field) { return sameName(field.first, name); });
    return found == m_fields.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace tocsin
