// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>
#include <QTimeZone>

#include <array>
#include <optional>
#include <vector>

namespace tocsin {

/// What the crisis bar and the wall's header say, in figures. A pure function of the Board.
struct Summary {
    std::array<int, 6> services{}; ///< how many services are in each State
    int alerts = 0;                ///< one that two sources show counts once
    int sources = 0;
    int freshSources = 0;              ///< those that answer in full and in time
    std::optional<Instant> oldestGood; ///< the oldest last answer among the fresh ones

    int count(State state) const { return services.at(static_cast<std::size_t>(state)); }
};

Summary summarize(const Board &board);

/// The services, worst first; equally bad ones by their tier, then as configured.
std::vector<ServiceId> worstFirst(const Board &board);
/// The checks of one service, worst first; equally bad ones as configured.
std::vector<CheckId> worstFirst(const Board &board, const ServiceStatus &service);

/// PENDING although it was asked: it failed too seldom to count, or an alert is about to fire.
bool isUndecided(const ServiceStatus &service);

namespace words {

/// "Sources 7 of 8 fresh, oldest 9 s"
QString freshness(const Summary &summary, Instant now);
/// "alertmanager silent for 3 min, prometheus never answered"; empty when every source answers. Those that were only just
/// asked for the first time do not count.
QString silence(const Board &board, Instant now);
/// "We are blind since 12:04. ..."; empty while the station sees.
QString blindness(const Board &board, Instant now, const QTimeZone &zone);
/// The worst service with its reason, else what keeps calm from being proven, else calm.
QString worstNow(const Board &board, Instant now);
/// The one sentence about the shop: the station's own blindness before anything else.
QString crisis(const Board &board, Instant now, const QTimeZone &zone);
/// What an empty list of alerts means: calm with its proof, or that nothing is known, and what to do next.
QString noAlerts(const Board &board, Instant now);

} // namespace words

} // namespace tocsin
