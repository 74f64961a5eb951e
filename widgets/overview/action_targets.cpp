// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/action_targets.h"

#include "widgets/common/tile_facts.h"

#include <type_traits>

namespace tocsin {

namespace {

/// Calls `visit` with each thing that is wrong and whether somebody has it, until that says to stop.
template<typename Visit> void visitTrouble(const Board &board, const ServiceStatus &service, Visit visit)
{
    for (const AlertKey &key : service.alerts) {
        const auto alert = board.alerts.find(key);
        if (alert != board.alerts.end() && stateOf(*alert->second) && !visit(key, alert->second->acknowledgement.has_value()))
            return;
    }
    for (const CheckId &id : service.checks) {
        const auto check = board.checks.find(id);
        if (check != board.checks.end() && needsAttention(check->second.state)
            && !visit(id, check->second.acknowledgement.has_value()))
            return;
    }
}

ActionTarget gather(const Board &board, const ServiceStatus &service, bool wantsOwned)
{
    ActionTarget target;
    visitTrouble(board, service, [&](const auto &what, bool isOwned) {
        if (isOwned != wantsOwned)
            return true;
        if constexpr (std::is_same_v<std::decay_t<decltype(what)>, AlertKey>)
            target.alerts.push_back(what);
        else
            target.checks.push_back(what);
        return true;
    });
    return target;
}

} // namespace

ActionTarget unownedTrouble(const Board &board, const ServiceStatus &service)
{
    return gather(board, service, false);
}

ActionTarget ownedTrouble(const Board &board, const ServiceStatus &service)
{
    return gather(board, service, true);
}

Trouble troubleOf(const Board &board, const ServiceStatus &service)
{
    Trouble trouble;
    visitTrouble(board, service, [&trouble](const auto &, bool isOwned) {
        (isOwned ? trouble.isOwned : trouble.isUnowned) = true;
        return !trouble.isOwned || !trouble.isUnowned;
    });
    return trouble;
}

} // namespace tocsin
