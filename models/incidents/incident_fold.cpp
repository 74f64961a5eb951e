// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/incident_fold.h"

#include "models/incidents/incident_scope.h"
#include "models/incidents/milestones.h"

#include <algorithm>

namespace tocsin {

namespace {

const acts::Declare *declarationIn(const Fact &fact)
{
    const auto *act = std::get_if<IncidentAct>(&fact.content);
    return act ? std::get_if<acts::Declare>(act) : nullptr;
}

/// The declaration comes first even when the clock of another station has put something before it.
void takeDeclaration(const std::vector<FactPtr> &own, Incident &incident)
{
    const auto it = std::find_if(own.begin(), own.end(), [](const FactPtr &fact) { return declarationIn(*fact) != nullptr; });
    const FactPtr &first = it == own.end() ? own.front() : *it;
    incident.declaredAt = first->entry.at;
    incident.declaredBy = first->entry.author;
    if (const acts::Declare *declared = declarationIn(*first)) {
        incident.title = declared->title;
        incident.severity = declared->severity;
    }
}

/// Takes one act of a person after the other into the incident.
class ActFold
{
public:
    explicit ActFold(Incident &incident)
        : m_incident(incident)
    {
    }

    void take(const Fact &fact)
    {
        m_fact = &fact;
        if (const auto *act = std::get_if<IncidentAct>(&fact.content))
            std::visit(*this, *act);
    }
    /// Pins and corrections count in what was absorbed, too.
    void takeAbsorbed(const Fact &fact)
    {
        const auto *act = std::get_if<IncidentAct>(&fact.content);
        if (act && (std::holds_alternative<acts::Pin>(*act) || std::holds_alternative<acts::Correct>(*act)))
            take(fact);
    }

    void operator()(const acts::SetTitle &act) { m_incident.title = act.title; }
    void operator()(const acts::SetSeverity &act) { m_incident.severity = act.severity; }
    void operator()(const acts::SetStatus &act)
    {
        m_incident.status = act.status;
        m_incident.closedAt = act.status == IncidentStatus::Closed ? std::optional(m_fact->entry.at) : std::nullopt;
    }
    void operator()(const acts::GiveRole &act)
    {
        std::erase_if(m_incident.roles, [&](const RoleHolder &holder) { return holder.role == act.role; });
        if (!act.person.empty())
            m_incident.roles.push_back(RoleHolder{act.role, act.person, m_fact->entry.at});
    }
    void operator()(const acts::Pin &act)
    {
        if (act.isPinned)
            m_incident.pinned.insert(act.entry);
        else
            m_incident.pinned.erase(act.entry);
    }
    void operator()(const acts::Correct &act)
    {
        m_incident.corrections.insert_or_assign(act.entry, Correction{act.text, m_fact->entry.author, m_fact->entry.at});
    }
    template<typename Other> void operator()(const Other &) { } // scope, milestones and merges are folded elsewhere

private:
    Incident &m_incident;
    const Fact *m_fact = nullptr;
};

void takeActs(const IncidentParts &parts, const std::vector<FactPtr> &own, Incident &incident)
{
    ActFold fold(incident);
    for (const FactPtr &fact : parts.acts)
        fact->incident == parts.id ? fold.take(*fact) : fold.takeAbsorbed(*fact);
    incident.drill = std::any_of(own.begin(), own.end(), [](const FactPtr &fact) { return fact->drill; });
}

bool isGood(State state)
{
    return state < State::Unknown;
}

/// When the trouble of this subject began that was going on when the incident was declared; nothing when none was.
const Fact *troubleAt(const std::vector<FactPtr> &facts, Instant declared)
{
    const Fact *began = nullptr;
    for (const FactPtr &fact : facts) {
        const auto *state = std::get_if<ObservedState>(&fact->content);
        if (!state || fact->entry.at > declared)
            continue;
        if (isGood(state->to))
            began = nullptr;
        else if (!began && state->to >= State::Degraded)
            began = fact.get();
    }
    return began;
}

/// When it began, and from when on what was observed belongs to it.
struct Beginning {
    Instant began;
    Instant noticed;
};

Beginning beginningOf(const Incident &incident, const ObservedFacts &observed)
{
    Beginning beginning{incident.declaredAt, incident.declaredAt};
    const auto reach = [&beginning](Instant began, Instant noticed) {
        beginning.began = std::min(beginning.began, began);
        beginning.noticed = std::min(beginning.noticed, noticed);
    };
    for (const LinkedAlert &linked : incident.alerts) {
        if (linked.alert.startsAt)
            reach(*linked.alert.startsAt, *linked.alert.startsAt);
    }
    const auto reachTrouble = [&](const std::string &subject) {
        const Fact *trouble = troubleAt(observed.about(subject), incident.declaredAt);
        if (!trouble)
            return;
        const std::optional<Instant> since = std::get<ObservedState>(trouble->content).since;
        reach(std::min(since.value_or(trouble->entry.at), trouble->entry.at), trouble->entry.at);
    };
    for (const ServiceId &service : incident.services) {
        reachTrouble("service/" + service.text());
        for (const std::string &check : observed.subjectsBelow("check/" + service.text() + "/"))
            reachTrouble(check);
    }
    for (const CheckId &check : incident.checks)
        reachTrouble("check/" + check.text());
    return beginning;
}

/// What several stations, or two lives of one, have found alike is told once.
class Repetition
{
public:
    bool isNew(const Fact &fact)
    {
        if (const auto *state = std::get_if<ObservedState>(&fact.content))
            return differs(fact.entry.subject, std::string(stateWord(state->to)));
        if (const auto *alert = std::get_if<ObservedAlert>(&fact.content)) {
            const std::optional<Instant> &starts = alert->alert.startsAt;
            return differs(fact.entry.subject, !alert->isFiring ? "over" : starts ? formatRfc3339(*starts) : "firing");
        }
        return true;
    }

private:
    bool differs(const std::string &subject, std::string now)
    {
        std::string &last = m_last[subject];
        if (last == now)
            return false;
        last = std::move(now);
        return true;
    }

    std::map<std::string, std::string> m_last;
};

std::vector<FactPtr> withinItsTime(const std::vector<FactPtr> &observed, Instant from, std::optional<Instant> to)
{
    std::vector<FactPtr> within;
    Repetition repetition;
    for (const FactPtr &fact : observed) {
        const bool isWithin = fact->entry.at >= from && (!to || fact->entry.at <= *to);
        if (isWithin && repetition.isNew(*fact))
            within.push_back(fact);
    }
    return within;
}

void noteResolved(const std::vector<FactPtr> &observed, Incident &incident)
{
    std::map<std::string, std::optional<Instant>> ends;
    for (const FactPtr &fact : observed) {
        if (const auto *alert = std::get_if<ObservedAlert>(&fact->content))
            ends[fact->entry.subject] = alert->isFiring ? std::nullopt : std::optional(fact->entry.at);
    }
    for (LinkedAlert &linked : incident.alerts) {
        if (const auto it = ends.find(subjectOf(linked.alert.key)); it != ends.end())
            linked.resolvedAt = it->second;
    }
}

} // namespace

Incident foldIncident(const IncidentParts &parts, const ObservedFacts &observed)
{
    Incident incident;
    incident.id = parts.id;
    incident.absorbed = parts.absorbed;
    incident.mergedInto = parts.mergedInto;
    std::vector<FactPtr> own;
    std::copy_if(parts.acts.begin(), parts.acts.end(), std::back_inserter(own),
        [&](const FactPtr &fact) { return fact->incident == parts.id; });
    takeDeclaration(own, incident);
    takeActs(parts, own, incident);
    foldScope(parts.acts, incident);
    const Beginning beginning = beginningOf(incident, observed);
    const std::vector<FactPtr> within = withinItsTime(observedOf(incident, observed), beginning.noticed, incident.closedAt);
    noteResolved(within, incident);
    incident.milestones = milestonesOf(incident, own, within, beginning.began);
    for (const FactPtr &fact : merged(parts.acts, within)) {
        if (fact->isShown)
            incident.timeline.emplace_back(fact, &fact->entry);
    }
    return incident;
}

} // namespace tocsin
