// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/incident_feed.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tocsin {

IncidentPtr IncidentFeed::find(const IncidentId &id) const
{
    const auto it = m_incidents.find(id);
    return it == m_incidents.end() ? nullptr : it->second;
}

std::vector<std::string> IncidentFeed::people() const
{
    std::set<std::string> people{m_person};
    for (const auto &[id, incident] : m_incidents) {
        people.insert(incident->declaredBy);
        for (const RoleHolder &holder : incident->roles)
            people.insert(holder.person);
    }
    people.erase(std::string());
    return {people.begin(), people.end()};
}

void IncidentFeed::apply(const std::vector<IncidentPtr> &incidents)
{
    for (const IncidentPtr &incident : incidents)
        m_incidents.insert_or_assign(incident->id, incident);
    m_open.clear();
    for (const auto &[id, incident] : m_incidents) {
        if (incident->isOpen())
            m_open.push_back(incident);
    }
    std::stable_sort(m_open.begin(), m_open.end(), [](const IncidentPtr &a, const IncidentPtr &b) {
        return std::make_tuple(!a->isBurning(), a->severity, b->declaredAt)
            < std::make_tuple(!b->isBurning(), b->severity, a->declaredAt);
    });
    emit changed(incidents);
}

void IncidentFeed::setRules(IncidentRules rules, std::string person)
{
    m_rules = std::move(rules);
    m_person = std::move(person);
    emit rulesChanged();
}

} // namespace tocsin
