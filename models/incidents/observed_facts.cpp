// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/observed_facts.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace tocsin {

bool isBefore(const FactPtr &a, const FactPtr &b)
{
    return std::tie(a->entry.time, a->entry.id) < std::tie(b->entry.time, b->entry.id);
}

std::vector<FactPtr> merged(const std::vector<FactPtr> &a, const std::vector<FactPtr> &b)
{
    std::vector<FactPtr> both;
    both.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both), isBefore);
    return both;
}

bool FactList::insert(const FactPtr &fact)
{
    // Nearly always it is the newest.
    if (m_facts.empty() || isBefore(m_facts.back(), fact)) {
        m_facts.push_back(fact);
        return true;
    }
    const auto place = std::lower_bound(m_facts.begin(), m_facts.end(), fact, isBefore);
    if (place != m_facts.end() && !isBefore(fact, *place))
        return false;
    m_facts.insert(place, fact);
    return true;
}

bool ObservedFacts::insert(const FactPtr &fact)
{
    return m_bySubject[fact->entry.subject].insert(fact);
}

const std::vector<FactPtr> &ObservedFacts::about(const std::string &subject) const
{
    static const std::vector<FactPtr> kNone;
    const auto it = m_bySubject.find(subject);
    return it == m_bySubject.end() ? kNone : it->second.all();
}

std::vector<std::string> ObservedFacts::subjectsBelow(const std::string &prefix) const
{
    std::vector<std::string> subjects;
    for (auto it = m_bySubject.lower_bound(prefix); it != m_bySubject.end() && it->first.starts_with(prefix); ++it)
        subjects.push_back(it->first);
    return subjects;
}

} // namespace tocsin
