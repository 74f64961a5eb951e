// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/label_differences.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kMostShown = 3;

} // namespace

void LabelDifferences::note(const std::string &name)
{
    const auto at = std::lower_bound(m_names.begin(), m_names.end(), name);
    if (name != "alertname" && name != "severity" && (at == m_names.end() || *at != name))
        m_names.insert(at, name);
}

void LabelDifferences::take(const Labels &labels)
{
    if (!m_hasFirst) {
        m_first = labels;
        m_hasFirst = true;
        return;
    }
    auto a = m_first.begin();
    auto b = labels.begin();
    while (a != m_first.end() || b != labels.end()) { // both are sorted by name
        if (b == labels.end() || (a != m_first.end() && a->first < b->first)) {
            note((a++)->first);
        } else if (a == m_first.end() || b->first < a->first) {
            note((b++)->first);
        } else {
            if (a->second != b->second)
                note(a->first);
            ++a;
            ++b;
        }
    }
}

std::string LabelDifferences::of(const Labels &labels) const
{
    std::string text;
    for (std::size_t i = 0; i < std::min(m_names.size(), kMostShown); ++i) {
        if (i > 0)
            text += ", ";
        text.append(m_names[i]).append("=\"").append(labels.value(m_names[i])).append("\"");
    }
    return text;
}

} // namespace tocsin
