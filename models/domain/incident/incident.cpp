// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/incident/incident.h"

#include <QtGlobal>

#include <algorithm>
#include <cctype>

namespace tocsin {

namespace {

/// A value, its word in journal and JSON, and what people read.
template<typename Value> struct Named {
    Value value;
    std::string_view word;
    Phrase phrase;
};

constexpr Named<IncidentStatus> kStatuses[] = {
    {IncidentStatus::Investigating, "investigating",
        {"incident.status.investigating", QT_TRANSLATE_NOOP("Phrase", "investigating")}},
    {IncidentStatus::Identified, "identified", {"incident.status.identified", QT_TRANSLATE_NOOP("Phrase", "identified")}},
    {IncidentStatus::Monitoring, "monitoring", {"incident.status.monitoring", QT_TRANSLATE_NOOP("Phrase", "monitoring")}},
    {IncidentStatus::Resolved, "resolved", {"incident.status.resolved", QT_TRANSLATE_NOOP("Phrase", "resolved")}},
    {IncidentStatus::Closed, "closed", {"incident.status.closed", QT_TRANSLATE_NOOP("Phrase", "closed")}},
};

constexpr Named<MilestoneKind> kMilestones[] = {
    {MilestoneKind::Started, "started", {"milestone.started", QT_TRANSLATE_NOOP("Phrase", "started")}},
    {MilestoneKind::Detected, "detected", {"milestone.detected", QT_TRANSLATE_NOOP("Phrase", "detected")}},
    {MilestoneKind::Acknowledged, "acknowledged", {"milestone.acknowledged", QT_TRANSLATE_NOOP("Phrase", "acknowledged")}},
    {MilestoneKind::FirstUpdate, "first_update", {"milestone.first_update", QT_TRANSLATE_NOOP("Phrase", "first update")}},
    {MilestoneKind::Mitigated, "mitigated", {"milestone.mitigated", QT_TRANSLATE_NOOP("Phrase", "mitigated")}},
    {MilestoneKind::Resolved, "resolved", {"milestone.resolved", QT_TRANSLATE_NOOP("Phrase", "resolved")}},
};

constexpr std::pair<NoteKind, std::string_view> kNotes[]
    = {{NoteKind::Note, "note"}, {NoteKind::Decision, "decision"}, {NoteKind::Action, "action"}, {NoteKind::Need, "need"},
        {NoteKind::WentWell, "went_well"}, {NoteKind::WentBadly, "went_badly"}, {NoteKind::FollowUp, "follow_up"}};

constexpr Phrase kOwnRole{"role.own", QT_TRANSLATE_NOOP("Phrase", "%1")};

/// A role of the field and what it sees to: while the cause is sought, while the cure is watched, and afterwards.
struct UsualRole {
    const RoleId &id;
    Phrase name;
    Phrase fighting;
    Phrase watching;
    Phrase after;
};

const UsualRole kRoles[] = {
    {roles::commander, {"role.commander", QT_TRANSLATE_NOOP("Phrase", "Commander")},
        {"duty.commander.fighting", QT_TRANSLATE_NOOP("Phrase", "Decide what is done next, and by whom; fill the open roles")},
        {"duty.commander.watching", QT_TRANSLATE_NOOP("Phrase", "Say how long to watch, and what proves that it is over")},
        {"duty.commander.after", QT_TRANSLATE_NOOP("Phrase", "Name the follow-ups, then close")}},
    {roles::deputy, {"role.deputy", QT_TRANSLATE_NOOP("Phrase", "Deputy")},
        {"duty.deputy.fighting", QT_TRANSLATE_NOOP("Phrase", "Keep the clock, and take over when the commander must rest")},
        {"duty.deputy.watching", QT_TRANSLATE_NOOP("Phrase", "Relieve the commander")},
        {"duty.deputy.after", QT_TRANSLATE_NOOP("Phrase", "Collect what went well and what did not")}},
    {roles::scribe, {"role.scribe", QT_TRANSLATE_NOOP("Phrase", "Scribe")},
        {"duty.scribe.fighting", QT_TRANSLATE_NOOP("Phrase", "Write down decisions and actions, pin the facts")},
        {"duty.scribe.watching", QT_TRANSLATE_NOOP("Phrase", "Check the times against the evidence")},
        {"duty.scribe.after", QT_TRANSLATE_NOOP("Phrase", "Read the report, and correct what is wrong")}},
    {roles::operations, {"role.operations", QT_TRANSLATE_NOOP("Phrase", "Operations lead")},
        {"duty.operations.fighting", QT_TRANSLATE_NOOP("Phrase", "Find the cause, mend it, say before each change what it is")},
        {"duty.operations.watching", QT_TRANSLATE_NOOP("Phrase", "Watch that the cure holds")},
        {"duty.operations.after", QT_TRANSLATE_NOOP("Phrase", "Take back what was only for the emergency")}},
    {roles::customerLiaison, {"role.customer_liaison", QT_TRANSLATE_NOOP("Phrase", "Customer liaison")},
        {"duty.customer_liaison.fighting", QT_TRANSLATE_NOOP("Phrase", "Tell the customers now, and when they hear again")},
        {"duty.customer_liaison.watching", QT_TRANSLATE_NOOP("Phrase", "Tell the customers that it works again, and is watched")},
        {"duty.customer_liaison.after", QT_TRANSLATE_NOOP("Phrase", "Tell the customers that it is over, and thank them")}},
    {roles::internalLiaison, {"role.internal_liaison", QT_TRANSLATE_NOOP("Phrase", "Internal liaison")},
        {"duty.internal_liaison.fighting", QT_TRANSLATE_NOOP("Phrase", "Tell management and support what they can say")},
        {"duty.internal_liaison.watching", QT_TRANSLATE_NOOP("Phrase", "Tell management and support that it is being watched")},
        {"duty.internal_liaison.after", QT_TRANSLATE_NOOP("Phrase", "Send the report to who needs it")}},
    {roles::legal, {"role.legal", QT_TRANSLATE_NOOP("Phrase", "Legal / PR")},
        {"duty.legal.fighting", QT_TRANSLATE_NOOP("Phrase", "Find out who must be notified, and by when")},
        {"duty.legal.watching", QT_TRANSLATE_NOOP("Phrase", "Check what has been said in public")},
        {"duty.legal.after", QT_TRANSLATE_NOOP("Phrase", "Send the notices that the law asks for")}},
};

template<typename Entry, typename Value> const Entry &entryOf(const Entry *begin, const Entry *end, const Value &value)
{
    return *std::find_if(begin, end, [&](const Entry &entry) { return entry.value == value; });
}

template<typename Entry> auto valueFrom(const Entry *begin, const Entry *end, std::string_view word)
{
    const Entry *it = std::find_if(begin, end, [&](const Entry &entry) { return entry.word == word; });
    return it == end ? std::nullopt : std::optional(it->value);
}

const UsualRole *usualRole(const RoleId &role)
{
    const auto *it = std::find_if(std::begin(kRoles), std::end(kRoles), [&](const UsualRole &known) { return known.id == role; });
    return it == std::end(kRoles) ? nullptr : it;
}

} // namespace

std::string Incident::holderOf(const RoleId &role) const
{
    const auto it = std::find_if(roles.begin(), roles.end(), [&](const RoleHolder &holder) { return holder.role == role; });
    return it == roles.end() ? std::string() : it->person;
}

const std::vector<RoleId> &usualRoles()
{
    static const std::vector<RoleId> kUsual = [] {
        std::vector<RoleId> all;
        for (const UsualRole &role : kRoles)
            all.push_back(role.id);
        return all;
    }();
    return kUsual;
}

std::string shortName(const IncidentId &id)
{
    constexpr std::size_t kDigits = 6; // the random end of a UUIDv7, not its time, which neighbours share
    const std::string &text = id.text();
    std::string name = "INC-";
    for (std::size_t i = text.size() > kDigits ? text.size() - kDigits : 0; i < text.size(); ++i)
        name += static_cast<char>(std::toupper(static_cast<unsigned char>(text[i])));
    return name;
}

std::string_view severityName(IncidentSeverity severity)
{
    constexpr std::string_view kNames[] = {"SEV1", "SEV2", "SEV3", "SEV4", "SEV5"};
    return kNames[static_cast<std::size_t>(severity) - 1];
}

State loudnessOf(IncidentSeverity severity)
{
    if (severity <= IncidentSeverity::Sev2)
        return State::Down;
    return severity == IncidentSeverity::Sev3 ? State::Degraded : State::Unknown;
}

std::string_view statusWord(IncidentStatus status)
{
    return entryOf(std::begin(kStatuses), std::end(kStatuses), status).word;
}

std::string_view milestoneWord(MilestoneKind milestone)
{
    return entryOf(std::begin(kMilestones), std::end(kMilestones), milestone).word;
}

std::string_view noteWord(NoteKind kind)
{
    return std::find_if(std::begin(kNotes), std::end(kNotes), [kind](const auto &note) { return note.first == kind; })->second;
}

std::optional<IncidentSeverity> incidentSeverityFrom(std::string_view word)
{
    if (word.size() == 4 && std::tolower(static_cast<unsigned char>(word[0])) == 's'
        && std::tolower(static_cast<unsigned char>(word[1])) == 'e' && std::tolower(static_cast<unsigned char>(word[2])) == 'v')
        word.remove_prefix(3);
    if (word.size() != 1 || word[0] < '1' || word[0] > '5')
        return std::nullopt;
    return static_cast<IncidentSeverity>(word[0] - '0');
}

std::optional<IncidentStatus> incidentStatusFrom(std::string_view word)
{
    return valueFrom(std::begin(kStatuses), std::end(kStatuses), word);
}

std::optional<MilestoneKind> milestoneFrom(std::string_view word)
{
    return valueFrom(std::begin(kMilestones), std::end(kMilestones), word);
}

std::optional<NoteKind> noteKindFrom(std::string_view word)
{
    const auto *it = std::find_if(std::begin(kNotes), std::end(kNotes), [word](const auto &note) { return note.second == word; });
    return it == std::end(kNotes) ? std::nullopt : std::optional(it->first);
}

Reason statusName(IncidentStatus status)
{
    return Reason(entryOf(std::begin(kStatuses), std::end(kStatuses), status).phrase);
}

Reason milestoneName(MilestoneKind milestone)
{
    return Reason(entryOf(std::begin(kMilestones), std::end(kMilestones), milestone).phrase);
}

Reason roleName(const RoleId &role)
{
    const UsualRole *known = usualRole(role);
    return known ? Reason(known->name) : Reason(kOwnRole, {role.text()});
}

Reason dutyOf(const RoleId &role, IncidentStatus status)
{
    const UsualRole *known = usualRole(role);
    if (!known || status == IncidentStatus::Closed)
        return {};
    if (status == IncidentStatus::Resolved)
        return Reason(known->after);
    return Reason(status == IncidentStatus::Monitoring ? known->watching : known->fighting);
}

std::string_view entryWord(EntryKind kind)
{
    constexpr std::string_view kWords[]
        = {"alert", "state", "acknowledgement", "note", "decision", "action", "need", "lesson", "role", "command", "correction"};
    return kWords[static_cast<std::size_t>(kind)];
}

bool isOfPeople(EntryKind kind)
{
    return kind != EntryKind::Alert && kind != EntryKind::State;
}

} // namespace tocsin
