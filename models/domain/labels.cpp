// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/labels.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr auto byName = [](const Labels::Pair &pair, std::string_view name) { return pair.first < name; };

} // namespace

Labels::Labels(std::initializer_list<Pair> pairs)
    : Labels(std::vector<Pair>(pairs))
{
}

Labels::Labels(std::vector<Pair> pairs)
    : m_pairs(std::move(pairs))
{
    std::stable_sort(m_pairs.begin(), m_pairs.end(), [](const Pair &a, const Pair &b) { return a.first < b.first; });
    const auto sameName = [](const Pair &a, const Pair &b) { return a.first == b.first; };
    // Walking backwards, unique() keeps the last of equal names: nlohmann and RFC 8259 readers do the same.
    const auto first = std::unique(m_pairs.rbegin(), m_pairs.rend(), sameName);
    m_pairs.erase(m_pairs.begin(), first.base());
}

std::string_view Labels::value(std::string_view name) const
{
    const auto it = std::lower_bound(m_pairs.begin(), m_pairs.end(), name, byName);
    return it != m_pairs.end() && it->first == name ? std::string_view(it->second) : std::string_view();
}

bool Labels::contains(std::string_view name) const
{
    const auto it = std::lower_bound(m_pairs.begin(), m_pairs.end(), name, byName);
    return it != m_pairs.end() && it->first == name;
}

void Labels::set(std::string name, std::string value)
{
    const auto it = std::lower_bound(m_pairs.begin(), m_pairs.end(), std::string_view(name), byName);
    if (it != m_pairs.end() && it->first == name)
        it->second = std::move(value);
    else
        m_pairs.emplace(it, std::move(name), std::move(value));
}

void Labels::remove(std::string_view name)
{
    const auto it = std::lower_bound(m_pairs.begin(), m_pairs.end(), name, byName);
    if (it != m_pairs.end() && it->first == name)
        m_pairs.erase(it);
}

} // namespace tocsin
