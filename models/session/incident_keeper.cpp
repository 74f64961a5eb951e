// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/incident_keeper.h"

#include "models/incidents/act_codec.h"
#include "models/incidents/incident_scope.h"
#include "models/incidents/objection.h"
#include "models/session/incident_report.h"
#include "models/session/observed_window.h"

#include <algorithm>
#include <map>

namespace tocsin {

namespace {

bool hasSameScope(const IncidentPtr &before, const Incident &after)
{
    return before && before->alerts == after.alerts && before->services == after.services && before->checks == after.checks;
}

} // namespace

IncidentKeeper::IncidentKeeper(Surroundings surroundings, bool isDrill)
    : m_around(std::move(surroundings))
    , m_isDrill(isDrill)
{
}

void IncidentKeeper::start()
{
    m_around.store.tail(
        actsOfIncidents(), JournalTail::From::Beginning, [this](const std::vector<Event> &events) { takeActs(events); });
    m_around.store.tail(
        whatIsObserved(), JournalTail::From::Now, [this](const std::vector<Event> &events) { takeObserved(events); });
}

void IncidentKeeper::setRules(std::string shop, IncidentRules rules, std::string person)
{
    m_around.store.post([this, shop = std::move(shop), rules = std::move(rules), person = std::move(person)] {
        m_shop = shop;
        m_rules = rules;
        m_person = person;
        IncidentNews news;
        news.rules = rules;
        news.person = person;
        m_around.door.post(std::move(news));
    });
}

void IncidentKeeper::act(ActionId action, IncidentId incident, IncidentAct act)
{
    m_around.store.post([this, action = std::move(action), incident = std::move(incident), act = std::move(act)] {
        const IncidentPtr known = m_book.find(incident);
        Reason problem = objection(act, known.get(), m_book.incidents(), m_around.clock.now());
        if (problem.isEmpty())
            write(action, incident, act);
        else
            answer(action, incident, std::move(problem));
    });
}

void IncidentKeeper::report(IncidentId incident)
{
    m_around.store.post([this, incident = std::move(incident)] {
        const IncidentPtr known = m_book.find(incident);
        if (!known)
            return;
        const Instant now = m_around.clock.now();
        m_around.door.post(IncidentReportText{incident, incidentReport(known, m_rules, m_shop, now, ReportFormat::Markdown)});
    });
}

void IncidentKeeper::write(const ActionId &action, const IncidentId &incident, const IncidentAct &act)
{
    std::vector<Event> events{eventOf(incident, act)};
    const auto *declared = std::get_if<acts::Declare>(&act);
    if (declared && m_book.find(declared->splitFrom)) // both or neither
        events.push_back(eventOf(declared->splitFrom, acts::Unlink{declared->scope}));
    m_around.store.append(std::move(events), [this, action, incident](const Result<void> &written) {
        answer(action, incident, written ? Reason() : written.error().reason);
    });
}

Event IncidentKeeper::eventOf(const IncidentId &incident, const IncidentAct &act)
{
    std::string payload = payloadOf(act);
    if (m_around.redact)
        m_around.redact(payload);
    return m_around.events.make(m_person, subjectOf(incident), kindOf(act), std::move(payload), m_isDrill);
}

void IncidentKeeper::answer(const ActionId &action, const IncidentId &incident, Reason problem)
{
    m_around.door.post(IncidentAnswer{action, incident, std::move(problem)});
}

void IncidentKeeper::takeActs(const std::vector<Event> &events)
{
    take(readFacts(events));
}

/// Of all that is observed only what an incident is about is kept: what became of interest later is on disk.
void IncidentKeeper::takeObserved(const std::vector<Event> &events)
{
    const auto isAbout = [](const Incident &incident, const Event &event) {
        const bool isOver = incident.closedAt && Instant(Duration(event.time.wallMs)) > *incident.closedAt;
        return !isOver && concerns(incident, event.subject);
    };
    const auto concernsNone = [&](const Event &event) {
        return std::none_of(m_book.incidents().begin(), m_book.incidents().end(),
            [&](const auto &entry) { return isAbout(*entry.second, event); });
    };
    std::vector<Event> wanted = events;
    std::erase_if(wanted, concernsNone);
    if (!wanted.empty())
        take(readFacts(wanted));
}

void IncidentKeeper::take(const std::vector<FactPtr> &facts)
{
    const std::map<IncidentId, IncidentPtr> before = m_book.incidents();
    IncidentNews news;
    for (const IncidentId &id : m_book.take(facts)) {
        const IncidentPtr after = m_book.find(id);
        news.incidents.push_back(after);
        const auto known = before.find(id);
        if (!hasSameScope(known == before.end() ? nullptr : known->second, *after))
            loadObserved(*after);
    }
    if (!news.incidents.empty())
        m_around.door.post(std::move(news));
}

/// What the journal has about it from before it was known to matter.
void IncidentKeeper::loadObserved(const Incident &incident)
{
    m_around.store.loadEvents(observedWindow(incident), [this](const Result<std::vector<Event>> &events) {
        if (events)
            takeObserved(*events);
    });
}

} // namespace tocsin
