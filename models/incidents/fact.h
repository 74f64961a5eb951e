// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident_act.h"
#include "models/domain/incident/timeline.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace tocsin {

/// What a service, a check or a source became.
struct ObservedState {
    State from = State::Pending;
    State to = State::Pending;
    std::optional<Instant> since; ///< when the trouble began; earlier than it was noticed
};

/// An alert that began or that is over.
struct ObservedAlert {
    IncidentAlert alert;
    bool isFiring = true;
};

/// Somebody has it: the source has confirmed so.
struct ObservedAcknowledgement {
};

/// An event that an incident may be made of, read once. Immutable; any thread.
struct Fact {
    IncidentId incident; ///< of acts; empty for what was observed, which belongs to every incident that is about its subject
    std::variant<IncidentAct, ObservedState, ObservedAlert, ObservedAcknowledgement> content;
    TimelineEntry entry; ///< its place, author and subject are filled always
    bool isShown = true; ///< whether it is a line of a timeline
    bool drill = false;
};

using FactPtr = std::shared_ptr<const Fact>;

/// The kinds of events that `readFact` understands, as an EventFilter takes them: of acts, and of what is observed.
inline constexpr const char *actKinds[] = {"incident.*"};
inline constexpr const char *observedKinds[] = {"state.changed", "alert.*", "ack.confirmed"};

/// Total: any other event, or one that does not say what it must, gives null.
FactPtr readFact(const Event &event);
/// Those of the events that can be read.
std::vector<FactPtr> readFacts(const std::vector<Event> &events);

} // namespace tocsin
