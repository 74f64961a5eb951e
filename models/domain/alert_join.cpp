// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/alert_join.h"

#include <algorithm>
#include <unordered_map>

namespace tocsin {

namespace {

bool isExternal(std::string_view name, const std::vector<std::string> &externalLabels)
{
    return std::find(externalLabels.begin(), externalLabels.end(), name) != externalLabels.end();
}

/// The labels without external ones, as one text: what two equal alerts certainly share.
std::string commonKey(const Labels &labels, const std::vector<std::string> &externalLabels)
{
    std::string key;
    for (const auto &[name, value] : labels) {
        if (!isExternal(name, externalLabels))
            key.append(name).append(1, '\xff').append(value).append(1, '\xff');
    }
    return key;
}

/// External labels that both have must agree; one that only one has was added on the way.
bool agree(const Labels &a, const Labels &b, const std::vector<std::string> &externalLabels)
{
    return std::all_of(externalLabels.begin(), externalLabels.end(),
        [&](const std::string &name) { return !a.contains(name) || !b.contains(name) || a.value(name) == b.value(name); });
}

} // namespace

std::vector<JoinedAlert> joinAlerts(const std::vector<AlertPtr> &alerts, const std::vector<std::string> &externalLabels)
{
    std::unordered_multimap<std::string, const Alert *> acknowledgeable;
    for (const AlertPtr &alert : alerts) {
        if (alert->actions.acknowledge && alert->phase == AlertPhase::Firing)
            acknowledgeable.emplace(commonKey(alert->labels, externalLabels), alert.get());
    }
    std::vector<JoinedAlert> joined;
    if (acknowledgeable.empty())
        return joined;
    for (const AlertPtr &alert : alerts) {
        if (alert->actions.acknowledge || alert->phase != AlertPhase::Firing)
            continue;
        const auto [first, last] = acknowledgeable.equal_range(commonKey(alert->labels, externalLabels));
        const Alert *shown = nullptr;
        for (auto it = first; it != last; ++it) {
            const bool isSame
                = it->second->key.source != alert->key.source && agree(alert->labels, it->second->labels, externalLabels);
            if (isSame && (!shown || it->second->key < shown->key)) // the same one each time, whatever the order
                shown = it->second;
        }
        if (shown)
            joined.push_back({alert->key, shown->key});
    }
    return joined;
}

} // namespace tocsin
