// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"
#include "models/domain/time.h"

#include <compare>
#include <cstdint>
#include <string>

namespace tocsin {

/// Hybrid logical clock: wall time that never runs backwards on a station and respects what it has seen of others.
/// Source: Kulkarni et al., "Logical Physical Clocks", 2014.
struct LogicalTime {
    std::int64_t wallMs = 0;
    std::uint32_t counter = 0;
    friend auto operator<=>(const LogicalTime &, const LogicalTime &) = default;
};

/// One fact in the append-only journal. Never changed once written; a correction is a following event.
struct Event {
    EventId id; ///< UUIDv7: sorts by time, unique over all stations
    LogicalTime time;
    std::string station; ///< which installation wrote it
    std::string author;  ///< the person, or empty for the station itself
    std::string subject; ///< what it is about: `service/Payments`, `check/Payments/gateway`, `alert/am/c70af3`, `incident/...`
    std::string kind;    ///< `state.changed`, `ack.requested`, `ack.confirmed`, `ack.failed`, `ack.ended`, ...
    std::string payload; ///< a JSON object, UTF-8
    bool drill = false;  ///< belongs to a rehearsal; can never reach a real customer

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace tocsin
