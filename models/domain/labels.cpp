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
{
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.first < b.first; });
    const auto sameName = [](const Pair &a, const Pair &b) { return a.first == b.first; };
    // Walking backwards, unique() keeps the last of equal names: nlohmann and RFC 8259 readers do the same.
    const auto first = std::unique(pairs.rbegin(), pairs.rend(), sameName);
    pairs.erase(pairs.begin(), first.base());
    if (!pairs.empty())
        m_pairs = std::make_shared<const Pairs>(std::move(pairs));
}

const Labels::Pairs &Labels::pairs() const
{
    static const Pairs none;
    return m_pairs ? *m_pairs : none;
}

std::string_view Labels::value(std::string_view name) const
{
    const auto it = std::lower_bound(begin(), end(), name, byName);
    return it != end() && it->first == name ? std::string_view(it->second) : std::string_view();
}

bool Labels::contains(std::string_view name) const
{
    const auto it = std::lower_bound(begin(), end(), name, byName);
    return it != end() && it->first == name;
}

void Labels::set(std::string name, std::string value)
{
    Pairs changed = pairs();
    const auto it = std::lower_bound(changed.begin(), changed.end(), std::string_view(name), byName);
    if (it != changed.end() && it->first == name)
        it->second = std::move(value);
    else
        changed.emplace(it, std::move(name), std::move(value));
    m_pairs = std::make_shared<const Pairs>(std::move(changed));
}

void Labels::remove(std::string_view name)
{
    if (!contains(name))
        return;
    Pairs rest = pairs();
    rest.erase(std::lower_bound(rest.begin(), rest.end(), name, byName));
    m_pairs = rest.empty() ? nullptr : std::make_shared<const Pairs>(std::move(rest));
}

} // namespace tocsin
