// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/objection.h"

#include "models/incidents/milestones.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 4000;

constexpr Phrase kNoSuch{"objection.no_such", QT_TRANSLATE_NOOP("Phrase", "There is no such incident")};
constexpr Phrase kIsMerged{"objection.merged", QT_TRANSLATE_NOOP("Phrase", "It was merged into %1: write there")};
constexpr Phrase kIsClosed{"objection.closed", QT_TRANSLATE_NOOP("Phrase", "It is closed: reopen it first")};
constexpr Phrase kNoTitle{"objection.no_title", QT_TRANSLATE_NOOP("Phrase", "An incident needs a title")};
constexpr Phrase kTooLong{"objection.too_long", QT_TRANSLATE_NOOP("Phrase", "That is too long: at most %1 characters")};
constexpr Phrase kNoText{"objection.no_text", QT_TRANSLATE_NOOP("Phrase", "There is nothing to write down")};
constexpr Phrase kSameSeverity{"objection.same_severity", QT_TRANSLATE_NOOP("Phrase", "The severity is %1 already")};
constexpr Phrase kSameStatus{"objection.same_status", QT_TRANSLATE_NOOP("Phrase", "The status is %1 already")};
constexpr Phrase kResolveFirst{"objection.resolve_first", QT_TRANSLATE_NOOP("Phrase", "Only what is resolved can be closed")};
constexpr Phrase kReopenFirst{
    "objection.reopen_first", QT_TRANSLATE_NOOP("Phrase", "What is closed is opened again as investigating")};
constexpr Phrase kHasRole{"objection.has_role", QT_TRANSLATE_NOOP("Phrase", "%1 has that role already")};
constexpr Phrase kIsOpen{"objection.role_open", QT_TRANSLATE_NOOP("Phrase", "Nobody has that role")};
constexpr Phrase kNoReason{"objection.no_reason", QT_TRANSLATE_NOOP("Phrase", "A changed time needs a reason")};
constexpr Phrase kFuture{"objection.future", QT_TRANSLATE_NOOP("Phrase", "That is in the future")};
constexpr Phrase kTooEarly{"objection.too_early", QT_TRANSLATE_NOOP("Phrase", "That is before \"%1\", which was at %2")};
constexpr Phrase kTooLate{"objection.too_late", QT_TRANSLATE_NOOP("Phrase", "That is after \"%1\", which was at %2")};
constexpr Phrase kIntoItself{"objection.into_itself", QT_TRANSLATE_NOOP("Phrase", "An incident cannot be merged into itself")};
constexpr Phrase kNothingToLink{"objection.nothing_to_link", QT_TRANSLATE_NOOP("Phrase", "Nothing is chosen")};
constexpr Phrase kNoEntry{"objection.no_entry", QT_TRANSLATE_NOOP("Phrase", "There is no such entry")};

Reason lengthOf(const std::string &text, std::size_t longest)
{
    return text.size() > longest ? Reason(kTooLong, {std::to_string(longest)}) : Reason();
}

bool isBlank(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

Reason titleProblem(const std::string &title)
{
    return isBlank(title) ? Reason(kNoTitle) : lengthOf(title, kLongestTitle);
}

Reason textProblem(const std::string &text)
{
    return isBlank(text) ? Reason(kNoText) : lengthOf(text, kLongestText);
}

/// Judges what is done to an incident that is there.
struct Judge {
    const Incident &incident;
    const std::map<IncidentId, IncidentPtr> &all;
    Instant now;

    Reason closed() const { return incident.status == IncidentStatus::Closed ? Reason(kIsClosed) : Reason(); }
    Reason scope(const IncidentScope &scope) const
    {
        if (const Reason reason = closed(); !reason.isEmpty())
            return reason;
        return scope.isEmpty() ? Reason(kNothingToLink) : Reason();
    }
    Reason entry(const EventId &id) const
    {
        const bool isThere = std::any_of(
            incident.timeline.begin(), incident.timeline.end(), [&](const TimelineEntryPtr &entry) { return entry->id == id; });
        return isThere ? Reason() : Reason(kNoEntry);
    }

    Reason operator()(const acts::Declare &) const { return {}; }
    Reason operator()(const acts::Link &act) const { return scope(act.scope); }
    Reason operator()(const acts::Unlink &act) const { return scope(act.scope); }
    Reason operator()(const acts::SetTitle &act) const { return titleProblem(act.title); }
    Reason operator()(const acts::SetSeverity &act) const
    {
        if (act.severity == incident.severity)
            return Reason(kSameSeverity, {std::string(severityName(act.severity))});
        return closed();
    }
    Reason operator()(const acts::SetStatus &act) const
    {
        if (act.status == incident.status)
            return Reason(kSameStatus, {statusName(act.status)});
        if (act.status == IncidentStatus::Closed && incident.status != IncidentStatus::Resolved)
            return Reason(kResolveFirst);
        if (incident.status == IncidentStatus::Closed && act.status != IncidentStatus::Investigating)
            return Reason(kReopenFirst);
        return {};
    }
    Reason operator()(const acts::GiveRole &act) const
    {
        const std::string holder = incident.holderOf(act.role);
        if (act.person.empty() && holder.empty())
            return Reason(kIsOpen);
        if (act.person == holder)
            return Reason(kHasRole, {holder});
        if (const Reason tooLong = lengthOf(act.brief, kLongestText); !tooLong.isEmpty())
            return tooLong;
        return closed();
    }
    // What is learnt afterwards is written into closed ones as well.
    Reason operator()(const acts::AddNote &act) const { return textProblem(act.text); }
    Reason operator()(const acts::Pin &act) const { return entry(act.entry); }
    Reason operator()(const acts::Correct &act) const
    {
        const Reason none = entry(act.entry);
        return none.isEmpty() ? textProblem(act.text) : none;
    }
    Reason operator()(const acts::SetMilestone &act) const
    {
        if (isBlank(act.reason))
            return Reason(kNoReason);
        if (!act.at)
            return lengthOf(act.reason, kLongestText);
        if (*act.at > now)
            return Reason(kFuture);
        return order(act);
    }
    Reason operator()(const acts::Merge &act) const
    {
        if (act.into == incident.id)
            return Reason(kIntoItself);
        const auto it = all.find(act.into);
        if (it == all.end())
            return Reason(kNoSuch);
        return it->second->mergedInto.isEmpty() ? Reason() : Reason(kIsMerged, {shortName(it->second->mergedInto)});
    }

private:
    Reason order(const acts::SetMilestone &act) const
    {
        for (std::size_t i = 0; i < milestoneCount; ++i) {
            const auto other = static_cast<MilestoneKind>(i);
            const std::optional<Instant> &at = incident.milestone(other).at;
            if (!at || other == act.milestone)
                continue;
            if (*act.at < *at && precedes(other, act.milestone))
                return Reason(kTooEarly, {milestoneName(other), formatRfc3339(*at)});
            if (*act.at > *at && precedes(act.milestone, other))
                return Reason(kTooLate, {milestoneName(other), formatRfc3339(*at)});
        }
        return {};
    }
    static bool precedes(MilestoneKind a, MilestoneKind b)
    {
        for (std::optional<MilestoneKind> earlier = before(b); earlier; earlier = before(*earlier)) {
            if (*earlier == a)
                return true;
        }
        return false;
    }
};

} // namespace

Reason objection(const IncidentAct &act, const Incident *incident, const std::map<IncidentId, IncidentPtr> &all, Instant now)
{
    if (const auto *declared = std::get_if<acts::Declare>(&act))
        return titleProblem(declared->title);
    if (!incident)
        return Reason(kNoSuch);
    if (!incident->mergedInto.isEmpty())
        return Reason(kIsMerged, {shortName(incident->mergedInto)});
    return std::visit(Judge{*incident, all, now}, act);
}

} // namespace tocsin
