// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/milestones.h"

#include <algorithm>

namespace tocsin {

namespace {

Milestone &of(Milestones &milestones, MilestoneKind kind)
{
    return milestones[static_cast<std::size_t>(kind)];
}

bool isTrouble(const Fact &fact)
{
    if (const auto *state = std::get_if<ObservedState>(&fact.content))
        return state->to >= State::Degraded;
    const auto *alert = std::get_if<ObservedAlert>(&fact.content);
    return alert && alert->isFiring;
}

/// The first of the facts for which it holds, or `otherwise` when that is earlier.
template<typename Holds> Instant firstOf(const std::vector<FactPtr> &facts, Holds holds, Instant otherwise)
{
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const FactPtr &fact) { return holds(*fact); });
    return it == facts.end() ? otherwise : std::min((*it)->entry.at, otherwise);
}

/// Mitigated when people began to watch the cure, resolved when they said so; both anew after it was opened again.
void findCure(const std::vector<FactPtr> &own, Milestones &milestones)
{
    for (const FactPtr &fact : own) {
        const auto *act = std::get_if<IncidentAct>(&fact->content);
        const auto *chosen = act ? std::get_if<acts::SetStatus>(act) : nullptr;
        if (!chosen)
            continue;
        std::optional<Instant> &mitigated = of(milestones, MilestoneKind::Mitigated).at;
        std::optional<Instant> &resolved = of(milestones, MilestoneKind::Resolved).at;
        if (chosen->status < IncidentStatus::Monitoring)
            mitigated.reset();
        else if (!mitigated)
            mitigated = fact->entry.at;
        if (chosen->status < IncidentStatus::Resolved)
            resolved.reset();
        else if (!resolved)
            resolved = fact->entry.at;
    }
}

void takeWordOfPeople(const std::vector<FactPtr> &own, Milestones &milestones)
{
    Milestones said;
    for (const FactPtr &fact : own) {
        const auto *act = std::get_if<IncidentAct>(&fact->content);
        if (const auto *set = act ? std::get_if<acts::SetMilestone>(act) : nullptr)
            of(said, set->milestone) = Milestone{set->at, set->at.has_value(), false, fact->entry.author, set->reason};
    }
    for (std::size_t i = 0; i < milestoneCount; ++i) {
        if (said[i].isByHand)
            milestones[i] = said[i];
    }
}

void holdOrder(Milestones &milestones)
{
    for (std::size_t i = 1; i < milestoneCount; ++i) {
        if (!milestones[i].at)
            continue;
        std::optional<MilestoneKind> earlier = before(static_cast<MilestoneKind>(i));
        while (earlier && !of(milestones, *earlier).at)
            earlier = before(*earlier);
        if (earlier && *milestones[i].at < *of(milestones, *earlier).at) {
            milestones[i].at = of(milestones, *earlier).at;
            milestones[i].isHeld = true;
        }
    }
}

} // namespace

std::optional<MilestoneKind> before(MilestoneKind kind)
{
    switch (kind) {
    case MilestoneKind::Started:
        return std::nullopt;
    case MilestoneKind::Detected:
        return MilestoneKind::Started;
    case MilestoneKind::Acknowledged:
    case MilestoneKind::FirstUpdate:
        return MilestoneKind::Detected;
    case MilestoneKind::Mitigated:
        return MilestoneKind::Acknowledged;
    case MilestoneKind::Resolved:
        return MilestoneKind::Mitigated;
    }
    return std::nullopt;
}

Milestones milestonesOf(
    const Incident &incident, const std::vector<FactPtr> &own, const std::vector<FactPtr> &observed, Instant began)
{
    Milestones milestones;
    const auto isAck = [](const Fact &fact) { return std::holds_alternative<ObservedAcknowledgement>(fact.content); };
    of(milestones, MilestoneKind::Started).at = began;
    of(milestones, MilestoneKind::Detected).at = firstOf(observed, isTrouble, incident.declaredAt);
    of(milestones, MilestoneKind::Acknowledged).at = firstOf(observed, isAck, incident.declaredAt);
    findCure(own, milestones);
    takeWordOfPeople(own, milestones);
    holdOrder(milestones);
    return milestones;
}

} // namespace tocsin
