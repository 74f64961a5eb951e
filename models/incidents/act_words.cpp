// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/act_words.h"

#include "models/domain/incident/incident.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kDeclared{"act.declared", QT_TRANSLATE_NOOP("Phrase", "%1 declared %2: %3")};
constexpr Phrase kSplit{"act.split", QT_TRANSLATE_NOOP("Phrase", "split from %1")};
constexpr Phrase kLinked{"act.linked", QT_TRANSLATE_NOOP("Phrase", "%1 linked %2")};
constexpr Phrase kUnlinked{"act.unlinked", QT_TRANSLATE_NOOP("Phrase", "%1 unlinked %2")};
constexpr Phrase kTitled{"act.titled", QT_TRANSLATE_NOOP("Phrase", "%1 named it %2")};
constexpr Phrase kSeverity{"act.severity", QT_TRANSLATE_NOOP("Phrase", "%1 set the severity to %2")};
constexpr Phrase kStatus{"act.status", QT_TRANSLATE_NOOP("Phrase", "%1 set the status to %2")};
constexpr Phrase kTook{"act.role.took", QT_TRANSLATE_NOOP("Phrase", "%1 took the role %2")};
constexpr Phrase kGave{"act.role.gave", QT_TRANSLATE_NOOP("Phrase", "%1 gave the role %2 to %3")};
constexpr Phrase kLeft{"act.role.left", QT_TRANSLATE_NOOP("Phrase", "%1 left the role %2 open")};
constexpr Phrase kNote{"act.note", QT_TRANSLATE_NOOP("Phrase", "%1: %2")};
constexpr Phrase kDecision{"act.decision", QT_TRANSLATE_NOOP("Phrase", "%1 decided: %2")};
constexpr Phrase kAction{"act.action", QT_TRANSLATE_NOOP("Phrase", "%1 does: %2")};
constexpr Phrase kNeed{"act.need", QT_TRANSLATE_NOOP("Phrase", "%1 needs: %2")};
constexpr Phrase kWentWell{"act.went_well", QT_TRANSLATE_NOOP("Phrase", "Went well: %2")};
constexpr Phrase kWentBadly{"act.went_badly", QT_TRANSLATE_NOOP("Phrase", "Went badly: %2")};
constexpr Phrase kFollowUp{"act.follow_up", QT_TRANSLATE_NOOP("Phrase", "To follow: %2")};
constexpr Phrase kCorrected{"act.corrected", QT_TRANSLATE_NOOP("Phrase", "%1 corrected an entry: %2")};
constexpr Phrase kMilestone{"act.milestone", QT_TRANSLATE_NOOP("Phrase", "%1 set \"%2\" to %3")};
constexpr Phrase kMilestoneBack{
    "act.milestone.back", QT_TRANSLATE_NOOP("Phrase", "%1 set \"%2\" back to what the evidence says")};
constexpr Phrase kMerged{"act.merged", QT_TRANSLATE_NOOP("Phrase", "%1 merged it into %2")};
constexpr Phrase kText{"act.text", QT_TRANSLATE_NOOP("Phrase", "%1")};
constexpr Phrase kAndMore{"act.and_more", QT_TRANSLATE_NOOP("Phrase", "%1 and %2 more")};
constexpr Phrase kNothing{"act.nothing", QT_TRANSLATE_NOOP("Phrase", "nothing")};
constexpr Phrase kStation{"act.station", QT_TRANSLATE_NOOP("Phrase", "The station")};

Reason text(const std::string &words)
{
    return words.empty() ? Reason() : Reason(kText, {words});
}

/// The first few by name, and how many more.
Reason scopeWords(const IncidentScope &scope)
{
    constexpr std::size_t kNamed = 3;
    std::vector<std::string> names;
    for (const IncidentAlert &alert : scope.alerts)
        names.push_back(alert.name.empty() ? alert.key.externalId : alert.name);
    for (const ServiceId &service : scope.services)
        names.push_back(service.text());
    for (const CheckId &check : scope.checks)
        names.push_back(check.text());
    std::string first;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i)
        first += (i == 0 ? "" : ", ") + names[i];
    if (names.empty())
        return Reason(kNothing);
    return names.size() <= kNamed ? text(first) : Reason(kAndMore, {first, std::to_string(names.size() - kNamed)});
}

const Phrase &phraseOf(NoteKind kind)
{
    constexpr const Phrase *kPhrases[] = {&kNote, &kDecision, &kAction, &kNeed, &kWentWell, &kWentBadly, &kFollowUp};
    return *kPhrases[static_cast<std::size_t>(kind)];
}

EntryKind entryOf(NoteKind kind)
{
    constexpr EntryKind kKinds[] = {EntryKind::Note, EntryKind::Decision, EntryKind::Action, EntryKind::Need, EntryKind::Lesson,
        EntryKind::Lesson, EntryKind::Lesson};
    return kKinds[static_cast<std::size_t>(kind)];
}

struct Describe {
    ReasonArgument who;
    std::string author;

    ActWords operator()(const acts::Declare &act) const
    {
        const Reason split = act.splitFrom.isEmpty() ? Reason() : Reason(kSplit, {shortName(act.splitFrom)});
        return {EntryKind::Command, Reason(kDeclared, {who, std::string(severityName(act.severity)), act.title}),
            split.isEmpty() && !act.scope.isEmpty() ? scopeWords(act.scope) : split};
    }
    ActWords operator()(const acts::Link &act) const
    {
        return {EntryKind::Command, Reason(kLinked, {who, scopeWords(act.scope)}), {}};
    }
    ActWords operator()(const acts::Unlink &act) const
    {
        return {EntryKind::Command, Reason(kUnlinked, {who, scopeWords(act.scope)}), {}};
    }
    ActWords operator()(const acts::SetTitle &act) const { return {EntryKind::Command, Reason(kTitled, {who, act.title}), {}}; }
    ActWords operator()(const acts::SetSeverity &act) const
    {
        return {EntryKind::Command, Reason(kSeverity, {who, std::string(severityName(act.severity))}), text(act.reason)};
    }
    ActWords operator()(const acts::SetStatus &act) const
    {
        return {EntryKind::Command, Reason(kStatus, {who, statusName(act.status)}), text(act.reason)};
    }
    ActWords operator()(const acts::GiveRole &act) const
    {
        const Reason role = roleName(act.role);
        if (act.person.empty())
            return {EntryKind::Role, Reason(kLeft, {who, role}), text(act.brief)};
        if (act.person == author)
            return {EntryKind::Role, Reason(kTook, {who, role}), text(act.brief)};
        return {EntryKind::Role, Reason(kGave, {who, role, act.person}), text(act.brief)};
    }
    ActWords operator()(const acts::AddNote &act) const
    {
        return {entryOf(act.kind), Reason(phraseOf(act.kind), {who, act.text}), {}};
    }
    ActWords operator()(const acts::Pin &) const { return {}; }
    ActWords operator()(const acts::Correct &act) const
    {
        return {EntryKind::Correction, Reason(kCorrected, {who, act.text}), {}};
    }
    ActWords operator()(const acts::SetMilestone &act) const
    {
        const Reason name = milestoneName(act.milestone);
        const Reason what
            = act.at ? Reason(kMilestone, {who, name, formatRfc3339(*act.at)}) : Reason(kMilestoneBack, {who, name});
        return {EntryKind::Command, what, text(act.reason)};
    }
    ActWords operator()(const acts::Merge &act) const
    {
        return {EntryKind::Command, Reason(kMerged, {who, shortName(act.into)}), {}};
    }
};

} // namespace

ActWords wordsOf(const IncidentAct &act, const std::string &author)
{
    const ReasonArgument who = author.empty() ? ReasonArgument(Reason(kStation)) : ReasonArgument(author);
    return std::visit(Describe{who, author}, act);
}

} // namespace tocsin
