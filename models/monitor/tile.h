// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/policy.h"

#include <string>
#include <vector>

namespace tocsin {

/// The worst of many things, and whether somebody has all of the worst ones. A value; the order of adding does not matter
/// but for which of two equals that began together gives the reason.
class TileSum
{
public:
    void add(State state, const Reason &reason, Instant since, const std::optional<Acknowledgement> &acknowledgement);
    void add(const TileSum &other);

    State state = State::Ok;
    Reason reason;   ///< of the longest standing of the worst
    Instant since{}; ///< when the longest standing of the worst began
    bool isEmpty = true;
    bool allOwned = false;                 ///< all of the worst are acknowledged
    std::optional<Acknowledgement> oldest; ///< the longest standing acknowledgement of the worst
};

/// The alerts that count, and those that another source shows as well.
struct AlertsOnce {
    std::vector<AlertPtr> alerts;
    std::vector<AlertKey> joined; ///< ascending
};

/// Leaves one of two alerts that show the same condition (decision 16): the one that can be acknowledged, as long as its
/// source proves it.
AlertsOnce joinedOnce(std::vector<AlertPtr> alerts, const std::vector<std::string> &externalLabels);

/// What the alerts of one service come to. A stale alert keeps its state, as it was last known: UNKNOWN must not hide DOWN.
TileSum sumOf(const std::vector<AlertPtr> &alerts, Instant now);

/// What a tile is made from.
struct TileParts {
    TileSum alerts;
    std::vector<const CheckStatus *> checks;
    std::vector<const SourceStatus *> sources; ///< that it rests on: all that may hold alerts of it; their calm is its proof
    const MaintenanceWindow *maintenance = nullptr;
    bool isWatched = true; ///< it has a check, or a source may hold alerts of it
    Instant now{};
};

/// The tile after these parts, given the tile before: pure. Identity, alerts and metrics are taken over from `before`.
ServiceStatus tileOf(const ServiceStatus &before, const TileParts &parts);

/// Sorts alerts for a tile: worst first, then the longest standing, then by key.
void sortForTile(std::vector<AlertPtr> &alerts);

} // namespace tocsin
