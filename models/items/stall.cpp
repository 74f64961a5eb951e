// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/stall.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kStalled{"watch_stalled", QT_TRANSLATE_NOOP("Phrase", "monitoring stalled since %1: nothing is looked at")};

template<typename Status> void doubt(Status status, const Reason &reason, Instant since, std::vector<Status> &doubted)
{
    if (worst(status.state, State::Unknown) != State::Unknown || status.state == State::Unknown)
        return;
    status.state = State::Unknown;
    status.reason = reason;
    status.since = since;
    doubted.push_back(std::move(status));
}

} // namespace

Changes stalledChanges(const Board &board, Instant since)
{
    const Reason reason(kStalled, {formatRfc3339(since)});
    Changes changes;
    for (const auto &[id, service] : board.services)
        doubt(service, reason, since, changes.services);
    for (const auto &[id, check] : board.checks)
        doubt(check, reason, since, changes.checks);
    for (const auto &[id, source] : board.sources)
        doubt(source, reason, since, changes.sources);
    changes.station = StationStatus{true, since, reason};
    return changes;
}

bool isStalled(const StationStatus &station)
{
    return station.blind && station.reason.code() == kStalled.code;
}

} // namespace tocsin
