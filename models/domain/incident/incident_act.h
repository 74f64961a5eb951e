// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"
#include "models/domain/time.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tocsin {

using IncidentId = Id<struct IncidentTag>; ///< a UUIDv7 in its text form
using RoleId = Id<struct RoleTag>;         ///< `commander`, `scribe`, ..., or the name of a role of the shop's own

/// How bad it is for the shop, the worst first. What each means is the shop's to say (IncidentRules).
enum class IncidentSeverity { Sev1 = 1, Sev2, Sev3, Sev4, Sev5 };

enum class IncidentStatus { Investigating, Identified, Monitoring, Resolved, Closed };

/// What a remark of a person is. The last three are for learning afterwards.
enum class NoteKind { Note, Decision, Action, Need, WentWell, WentBadly, FollowUp };

/// The moments by which a response is measured, in the order in which they come.
enum class MilestoneKind { Started, Detected, Acknowledged, FirstUpdate, Mitigated, Resolved };

/// An alert as it was when it was linked: it may be gone from its source when the report is written.
struct IncidentAlert {
    AlertKey key;
    std::string name;
    std::string severity; ///< the source's own word
    ServiceId service;    ///< empty: it belongs to none
    std::optional<Instant> startsAt;

    friend bool operator==(const IncidentAlert &, const IncidentAlert &) = default;
};

/// What an incident is about.
struct IncidentScope {
    std::vector<IncidentAlert> alerts;
    std::vector<ServiceId> services;
    std::vector<CheckId> checks;

    bool isEmpty() const { return alerts.empty() && services.empty() && checks.empty(); }
    friend bool operator==(const IncidentScope &, const IncidentScope &) = default;
};

/// What a person does to an incident. The same values are wishes before they are on disk and facts afterwards.
namespace acts {

struct Declare {
    std::string title;
    IncidentSeverity severity = IncidentSeverity::Sev3;
    IncidentScope scope;
    IncidentId splitFrom; ///< the scope is taken from that one
    friend bool operator==(const Declare &, const Declare &) = default;
};
struct Link {
    IncidentScope scope;
    friend bool operator==(const Link &, const Link &) = default;
};
struct Unlink {
    IncidentScope scope;
    friend bool operator==(const Unlink &, const Unlink &) = default;
};
struct SetTitle {
    std::string title;
    friend bool operator==(const SetTitle &, const SetTitle &) = default;
};
struct SetSeverity {
    IncidentSeverity severity = IncidentSeverity::Sev3;
    std::string reason;
    friend bool operator==(const SetSeverity &, const SetSeverity &) = default;
};
struct SetStatus {
    IncidentStatus status = IncidentStatus::Investigating;
    std::string reason;
    friend bool operator==(const SetStatus &, const SetStatus &) = default;
};
struct GiveRole {
    RoleId role;
    std::string person; ///< empty: nobody has it any more
    std::string brief;  ///< what the one before told
    friend bool operator==(const GiveRole &, const GiveRole &) = default;
};
struct AddNote {
    NoteKind kind = NoteKind::Note;
    std::string text;
    friend bool operator==(const AddNote &, const AddNote &) = default;
};
struct Pin {
    EventId entry;
    bool isPinned = true;
    friend bool operator==(const Pin &, const Pin &) = default;
};
/// What the entry says was wrong; it stays, and is shown as corrected.
struct Correct {
    EventId entry;
    std::string text;
    friend bool operator==(const Correct &, const Correct &) = default;
};
struct SetMilestone {
    MilestoneKind milestone = MilestoneKind::Started;
    std::optional<Instant> at; ///< nothing: what the evidence says, again
    std::string reason;
    friend bool operator==(const SetMilestone &, const SetMilestone &) = default;
};
struct Merge {
    IncidentId into;
    friend bool operator==(const Merge &, const Merge &) = default;
};

} // namespace acts

using IncidentAct = std::variant<acts::Declare, acts::Link, acts::Unlink, acts::SetTitle, acts::SetSeverity, acts::SetStatus,
    acts::GiveRole, acts::AddNote, acts::Pin, acts::Correct, acts::SetMilestone, acts::Merge>;

} // namespace tocsin
