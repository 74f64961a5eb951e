// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"
#include "models/domain/state.h"

#include <memory>
#include <optional>
#include <string>

namespace tocsin {

/// What an entry is about, as people filter by it.
enum class EntryKind {
    Alert, ///< what sources said
    State, ///< what checks, services and sources became
    Acknowledgement,
    Note,
    Decision,
    Action,
    Need,
    Lesson, ///< what went well or badly, and what is to follow
    Role,
    Command, ///< declared, severity, status, title, scope, milestones
    Correction,
};

std::string_view entryWord(EntryKind kind); ///< `alert`, `state`, ...

/// One line of an incident's timeline. An immutable value; share it as TimelineEntryPtr.
struct TimelineEntry {
    EventId id;
    LogicalTime time; ///< its place
    Instant at{};     ///< when it happened, for people
    EntryKind kind = EntryKind::Note;
    std::optional<State> state; ///< of alerts, services, checks and sources
    std::string author;         ///< empty: the station
    std::string station;
    std::string subject;  ///< `service/Payments`, `alert/am/c70af3`; that of the incident for what people do
    Reason what;          ///< plain text, whatever people or servers have written
    Reason detail;        ///< the second line; may be empty
    std::string evidence; ///< what a server answered, in lines of plain text; may be empty
};

using TimelineEntryPtr = std::shared_ptr<const TimelineEntry>;

/// Whether it tells what a person did or said.
bool isOfPeople(EntryKind kind);

} // namespace tocsin
