// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident_act.h"
#include "models/domain/incident/timeline.h"

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

struct RoleHolder {
    RoleId role;
    std::string person;
    Instant since{};

    friend bool operator==(const RoleHolder &, const RoleHolder &) = default;
};

/// When one of the moments was, and how that is known.
struct Milestone {
    std::optional<Instant> at;
    bool isByHand = false; ///< a person said so, for `reason`
    bool isHeld = false;   ///< moved, because it would have been before the one that precedes it
    std::string author;
    std::string reason;

    friend bool operator==(const Milestone &, const Milestone &) = default;
};

inline constexpr std::size_t milestoneCount = 6;
using Milestones = std::array<Milestone, milestoneCount>;

/// An alert that belongs to the incident, and what became of it.
struct LinkedAlert {
    IncidentAlert alert;
    Instant linkedAt{};
    std::optional<Instant> resolvedAt;

    friend bool operator==(const LinkedAlert &, const LinkedAlert &) = default;
};

struct Correction {
    std::string text;
    std::string author;
    Instant at{};

    friend bool operator==(const Correction &, const Correction &) = default;
};

/// Alerts, people and decisions: the fold of the events about it. An immutable value once made; share it as IncidentPtr.
struct Incident {
    IncidentId id;
    std::string title;
    IncidentSeverity severity = IncidentSeverity::Sev3;
    IncidentStatus status = IncidentStatus::Investigating;
    bool drill = false;
    Instant declaredAt{};
    std::string declaredBy;
    std::optional<Instant> closedAt;
    IncidentId mergedInto;            ///< empty: it stands by itself
    std::vector<IncidentId> absorbed; ///< whose events count here
    std::vector<LinkedAlert> alerts;
    std::vector<ServiceId> services; ///< those that were named, and those of the alerts
    std::vector<CheckId> checks;
    std::vector<RoleHolder> roles; ///< who has one now
    Milestones milestones;
    std::vector<TimelineEntryPtr> timeline; ///< in the order of the journal's clock
    std::set<EventId> pinned;
    std::map<EventId, Correction> corrections;

    bool isOpen() const { return mergedInto.isEmpty() && status != IncidentStatus::Closed; }
    /// Open and not yet resolved: somebody is still at it.
    bool isBurning() const { return isOpen() && status != IncidentStatus::Resolved; }
    const Milestone &milestone(MilestoneKind kind) const { return milestones[static_cast<std::size_t>(kind)]; }
    std::string holderOf(const RoleId &role) const; ///< empty: nobody
};

using IncidentPtr = std::shared_ptr<const Incident>;

/// What the shop has laid down for its incidents.
struct IncidentRules {
    std::map<IncidentSeverity, std::string> criteria;               ///< what each severity means, in the shop's words
    std::array<std::optional<Duration>, milestoneCount> objectives; ///< how long after the start each may come at the latest
    std::vector<RoleId> ownRoles;                                   ///< besides the usual ones
    std::string call;                                               ///< where people meet to talk, and to write: addresses
    std::string chat;

    friend bool operator==(const IncidentRules &, const IncidentRules &) = default;
};

/// The roles of the field, in the order in which people read them.
namespace roles {
inline const RoleId commander{"commander"};
inline const RoleId deputy{"deputy"};
inline const RoleId scribe{"scribe"};
inline const RoleId operations{"operations"};
inline const RoleId customerLiaison{"customer_liaison"};
inline const RoleId internalLiaison{"internal_liaison"};
inline const RoleId legal{"legal"};
} // namespace roles
const std::vector<RoleId> &usualRoles();

/// "INC-7F3C2A": what people say in place of the whole id. Not unique for all time, but among the incidents of a shop.
std::string shortName(const IncidentId &id);

// The words of the journal, of JSON and of the command line.
std::string_view severityName(IncidentSeverity severity);                    ///< `SEV1`
State loudnessOf(IncidentSeverity severity);                                 ///< as loud as this state
std::string_view statusWord(IncidentStatus status);                          ///< `investigating`
std::string_view milestoneWord(MilestoneKind milestone);                     ///< `first_update`
std::string_view noteWord(NoteKind kind);                                    ///< `note`
std::optional<IncidentSeverity> incidentSeverityFrom(std::string_view word); ///< `SEV2`, `sev2` or `2`
std::optional<IncidentStatus> incidentStatusFrom(std::string_view word);
std::optional<MilestoneKind> milestoneFrom(std::string_view word);
std::optional<NoteKind> noteKindFrom(std::string_view word);

// The same for people.
Reason statusName(IncidentStatus status);
Reason milestoneName(MilestoneKind milestone);
/// A role of the shop's own is named as it was configured.
Reason roleName(const RoleId &role);
/// What who has the role should see to while an incident is in this status; empty for a role of the shop's own.
Reason dutyOf(const RoleId &role, IncidentStatus status);

} // namespace tocsin
