// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/incident_book.h"

#include "models/incidents/incident_scope.h"

#include <algorithm>

namespace tocsin {

namespace {

const acts::Merge *mergeIn(const Fact &fact)
{
    const auto *act = std::get_if<IncidentAct>(&fact.content);
    return act ? std::get_if<acts::Merge>(act) : nullptr;
}

/// Where a chain of mergers ends.
IncidentId endOf(const std::map<IncidentId, IncidentId> &mergers, IncidentId id)
{
    for (auto it = mergers.find(id); it != mergers.end(); it = mergers.find(id))
        id = it->second;
    return id;
}

} // namespace

std::set<IncidentId> IncidentBook::take(const std::vector<FactPtr> &facts)
{
    std::set<IncidentId> touched;
    bool areMergersOther = false;
    std::vector<FactPtr> observed;
    for (const FactPtr &fact : facts) {
        if (fact->incident.isEmpty()) {
            if (m_observed.insert(fact))
                observed.push_back(fact);
        } else {
            const bool isFirst = m_acts.count(fact->incident) == 0; // a merger may have waited for it
            if (!m_acts[fact->incident].insert(fact))
                continue;
            touched.insert(fact->incident);
            areMergersOther = areMergersOther || isFirst || mergeIn(*fact);
        }
    }
    if (areMergersOther && m_mergedInto != mergers()) { // who belongs to whom may be another thing altogether
        m_mergedInto = mergers();
        for (const auto &[id, acts] : m_acts)
            touched.insert(id);
    }
    std::set<IncidentId> ends;
    for (const IncidentId &id : touched)
        ends.insert(endOf(m_mergedInto, id));
    touched.merge(ends);
    for (const auto &[id, incident] : m_incidents) {
        const auto matters = [&known = *incident](const FactPtr &fact) {
            return (!known.closedAt || fact->entry.at <= *known.closedAt) && concerns(known, fact->entry.subject);
        };
        if (std::any_of(observed.begin(), observed.end(), matters))
            touched.insert(id);
    }
    for (const IncidentId &id : touched)
        fold(id);
    return touched;
}

IncidentPtr IncidentBook::find(const IncidentId &id) const
{
    const auto it = m_incidents.find(id);
    return it == m_incidents.end() ? nullptr : it->second;
}

/// In the order of the clock; what would lead back to itself, or to what nobody declared, does not count.
std::map<IncidentId, IncidentId> IncidentBook::mergers() const
{
    std::vector<FactPtr> all;
    for (const auto &[id, acts] : m_acts) {
        for (const FactPtr &fact : acts.all()) {
            if (mergeIn(*fact))
                all.push_back(fact);
        }
    }
    std::sort(all.begin(), all.end(), isBefore);
    std::map<IncidentId, IncidentId> mergers;
    for (const FactPtr &fact : all) {
        const IncidentId &into = mergeIn(*fact)->into;
        if (m_acts.count(into) > 0 && endOf(mergers, into) != fact->incident)
            mergers.emplace(fact->incident, into);
    }
    return mergers;
}

std::vector<IncidentId> IncidentBook::absorbedBy(const IncidentId &id) const
{
    std::vector<IncidentId> absorbed;
    for (const auto &[from, into] : m_mergedInto) {
        if (endOf(m_mergedInto, from) == id)
            absorbed.push_back(from);
    }
    return absorbed;
}

void IncidentBook::fold(const IncidentId &id)
{
    IncidentParts parts{id, m_acts.at(id).all(), absorbedBy(id), {}};
    for (const IncidentId &from : parts.absorbed)
        parts.acts = merged(parts.acts, m_acts.at(from).all());
    if (const auto it = m_mergedInto.find(id); it != m_mergedInto.end())
        parts.mergedInto = it->second;
    m_incidents.insert_or_assign(id, std::make_shared<const Incident>(foldIncident(parts, m_observed)));
}

} // namespace tocsin
