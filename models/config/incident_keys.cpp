// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/incident_keys.h"

#include <algorithm>

namespace tocsin {

IncidentRules incidentRulesFrom(const Settings &incidents)
{
    IncidentRules rules;
    const Settings severities = incidents.section("severities");
    for (int i = 1; i <= 5; ++i) {
        const auto severity = static_cast<IncidentSeverity>(i);
        if (std::string criterion = severities.text(severityName(severity)); !criterion.empty())
            rules.criteria.emplace(severity, std::move(criterion));
    }
    const Settings objectives = incidents.section("objectives");
    for (const Key &key : config_keys::kObjectives) {
        const auto index = static_cast<std::size_t>(milestoneFrom(key.name).value());
        if (objectives.contains(key.name))
            rules.objectives[index] = objectives.duration(key.name, Duration(0));
        else if (!key.fallback.empty())
            rules.objectives[index] = parseDuration(key.fallback);
    }
    for (const std::string &role : incidents.texts("roles")) {
        const bool isUsual = std::find(usualRoles().begin(), usualRoles().end(), RoleId(role)) != usualRoles().end();
        if (!isUsual && !role.empty())
            rules.ownRoles.emplace_back(role);
    }
    rules.call = incidents.text("call");
    rules.chat = incidents.text("chat");
    return rules;
}

} // namespace tocsin
