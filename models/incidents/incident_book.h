// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/incident_fold.h"

#include <map>
#include <set>
#include <vector>

namespace tocsin {

/// All incidents, kept up to date while facts arrive. Whatever the order and however often a fact comes, the incidents are the
/// same. Not locked; owned by whoever folds.
class IncidentBook
{
public:
    /// Returns which incidents are other than before.
    std::set<IncidentId> take(const std::vector<FactPtr> &facts);

    const std::map<IncidentId, IncidentPtr> &incidents() const { return m_incidents; }
    IncidentPtr find(const IncidentId &id) const; ///< null when there is no such one

private:
    std::map<IncidentId, IncidentId> mergers() const;
    std::vector<IncidentId> absorbedBy(const IncidentId &id) const;
    void fold(const IncidentId &id);

    std::map<IncidentId, FactList> m_acts;
    ObservedFacts m_observed;
    std::map<IncidentId, IncidentId> m_mergedInto;
    std::map<IncidentId, IncidentPtr> m_incidents;
};

} // namespace tocsin
