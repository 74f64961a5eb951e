// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/action_targets.h"

#include "widgets/common/tile_facts.h"

namespace tocsin {

namespace {

template<typename IsWanted> ActionTarget gather(const Board &board, const ServiceStatus &service, IsWanted isWanted)
{
    ActionTarget target;
    for (const AlertKey &key : service.alerts) {
        const auto alert = board.alerts.find(key);
        if (alert != board.alerts.end() && stateOf(*alert->second) && isWanted(alert->second->acknowledgement))
            target.alerts.push_back(key);
    }
    for (const CheckId &id : service.checks) {
        const auto check = board.checks.find(id);
        if (check != board.checks.end() && needsAttention(check->second.state) && isWanted(check->second.acknowledgement))
            target.checks.push_back(id);
    }
    return target;
}

} // namespace

ActionTarget unownedTrouble(const Board &board, const ServiceStatus &service)
{
    return gather(board, service, [](const auto &acknowledgement) { return !acknowledgement; });
}

ActionTarget ownedTrouble(const Board &board, const ServiceStatus &service)
{
    return gather(board, service, [](const auto &acknowledgement) { return acknowledgement.has_value(); });
}

} // namespace tocsin
