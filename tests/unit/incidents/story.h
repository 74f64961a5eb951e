// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/act_codec.h"
#include "models/incidents/incident_book.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace tocsin::test {

/// Writes the events of a day as a journal holds them. Times are of one day, `12:49:20`.
class Story
{
public:
    static Instant at(const std::string &time) { return parseRfc3339("2026-11-21T" + time + "Z").value(); }

    EventId add(const std::string &time, const std::string &author, const std::string &subject, const std::string &kind,
        const std::string &payload)
    {
        Event event;
        char id[37];
        std::snprintf(id, sizeof id, "01a1fc65-0000-7000-8000-%012zx", m_events.size() + 1);
        event.id = EventId(id);
        event.time = {at(time).time_since_epoch().count(), static_cast<std::uint32_t>(m_events.size())};
        event.station = "desk-1";
        event.author = author;
        event.subject = subject;
        event.kind = kind;
        event.payload = payload;
        m_events.push_back(event);
        return event.id;
    }
    EventId act(const std::string &time, const std::string &author, const IncidentAct &act, const std::string &incident = "i1")
    {
        return add(time, author, subjectOf(IncidentId(incident)), kindOf(act), payloadOf(act));
    }
    EventId state(const std::string &time, const std::string &subject, const std::string &from, const std::string &to,
        const std::string &since = {})
    {
        nlohmann::json payload{{"from", from}, {"to", to}, {"reason", "gateway health 503"}};
        if (!since.empty())
            payload["since"] = formatRfc3339(at(since));
        return add(time, {}, subject, "state.changed", payload.dump());
    }
    EventId alert(const std::string &time, const std::string &id, bool isFiring, const std::string &started = {})
    {
        nlohmann::json payload{{"source", "am"}, {"id", id}, {"name", "PaymentDeclineSpike"}, {"severity", "critical"},
            {"service", "Payments"}, {"state", "down"}};
        if (!started.empty())
            payload["started"] = formatRfc3339(at(started));
        return add(time, {}, "alert/am/" + id, isFiring ? "alert.fired" : "alert.resolved", payload.dump());
    }
    EventId ack(const std::string &time, const std::string &person, const std::string &subject)
    {
        return add(time, person, subject, "ack.confirmed",
            nlohmann::json{{"action", "x"}, {"person", person}, {"comment", "on it"}}.dump());
    }

    static IncidentAlert linked(const std::string &id, const std::string &started, const std::string &service = "Payments")
    {
        return {{SourceId("am"), id}, "PaymentDeclineSpike", "critical", ServiceId(service), at(started)};
    }

    std::vector<Event> &events() { return m_events; }
    std::vector<FactPtr> facts() const
    {
        std::vector<FactPtr> facts;
        for (const Event &event : m_events) {
            if (const FactPtr fact = readFact(event))
                facts.push_back(fact);
        }
        return facts;
    }
    IncidentPtr fold(const std::string &incident = "i1") const
    {
        IncidentBook book;
        book.take(facts());
        return book.find(IncidentId(incident));
    }

private:
    std::vector<Event> m_events;
};

inline std::optional<Instant> when(const Incident &incident, MilestoneKind kind)
{
    return incident.milestone(kind).at;
}

/// The lines of the timeline in English.
inline std::vector<std::string> linesOf(const Incident &incident)
{
    std::vector<std::string> lines;
    for (const TimelineEntryPtr &entry : incident.timeline)
        lines.push_back(english(entry->what));
    return lines;
}

/// The crisis of `pictures/incident.png`.
inline Story paymentCrisis()
{
    Story story;
    story.state("12:30:00", "service/Payments", "pending", "ok");
    story.state("12:49:20", "check/Payments/gateway", "ok", "down", "12:49:10");
    story.state("12:49:20", "service/Payments", "ok", "down", "12:49:10");
    story.alert("12:49:48", "a1", true, "12:49:30");
    story.ack("12:51:05", "P1", "alert/am/a1");
    story.act("12:51:30", "P1",
        acts::Declare{"Payments fail at provider A", IncidentSeverity::Sev1, {{Story::linked("a1", "12:49:30")}, {}, {}}, {}});
    story.act("12:51:40", "P1", acts::GiveRole{roles::commander, "P1", {}});
    story.act("12:52:00", "P1", acts::GiveRole{roles::operations, "P3", {}});
    story.act("13:00:15", "P1", acts::SetStatus{IncidentStatus::Identified, {}});
    story.act("13:01:50", "P3", acts::AddNote{NoteKind::Action, "switching checkout to pathway B"});
    story.state("13:10:00", "service/Payments", "down", "ok");
    story.alert("13:10:30", "a1", false);
    story.act("13:11:00", "P1", acts::SetStatus{IncidentStatus::Monitoring, {}});
    story.act("13:30:00", "P1", acts::SetStatus{IncidentStatus::Resolved, {}});
    return story;
}

} // namespace tocsin::test
