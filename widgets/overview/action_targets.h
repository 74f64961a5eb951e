// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

namespace tocsin {

/// All that is wrong with a service and that nobody has yet: its alerts that give it a state, its checks that are not
/// fine. What `a` on a tile means.
ActionTarget unownedTrouble(const Board &board, const ServiceStatus &service);

/// All of the service that somebody has: what giving back ends.
ActionTarget ownedTrouble(const Board &board, const ServiceStatus &service);

/// Whether there is anything of the one and of the other kind. Cheaper than both lists.
struct Trouble {
    bool isUnowned = false;
    bool isOwned = false;
};
Trouble troubleOf(const Board &board, const ServiceStatus &service);

} // namespace tocsin
