// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/incidents/act_words.h"
#include "tests/support/sample_board.h"

#include <memory>
#include <string>

/// Incidents for tests and pictures of the screens.
namespace tocsin::sample {

constexpr Phrase kBecame{"sample_became", QT_TRANSLATE_NOOP("Phrase", "%1 is DOWN")};
constexpr Phrase kSaw{"sample_saw", QT_TRANSLATE_NOOP("Phrase", "503, upstream timeout")};

/// Puts one line after the other into a timeline.
class IncidentWriter
{
public:
    explicit IncidentWriter(Incident &incident)
        : m_incident(incident)
    {
    }

    EventId down(Instant at, const std::string &subject, const std::string &evidence = {})
    {
        TimelineEntry entry;
        entry.kind = EntryKind::State;
        entry.state = State::Down;
        entry.subject = subject;
        entry.what = Reason(kBecame, {subject.substr(subject.find('/') + 1)});
        entry.detail = Reason(kSaw);
        entry.evidence = evidence;
        return add(std::move(entry), at);
    }
    EventId act(Instant at, const std::string &author, const IncidentAct &act)
    {
        const ActWords words = wordsOf(act, author);
        TimelineEntry entry;
        entry.kind = words.kind;
        entry.author = author;
        entry.what = words.what;
        entry.detail = words.detail;
        return add(std::move(entry), at);
    }

private:
    EventId add(TimelineEntry entry, Instant at)
    {
        entry.id = EventId("entry-" + std::to_string(m_incident.timeline.size()));
        entry.at = at;
        entry.station = "desk-1";
        m_incident.timeline.push_back(std::make_shared<const TimelineEntry>(std::move(entry)));
        return m_incident.timeline.back()->id;
    }

    Incident &m_incident;
};

/// The crisis of a payment provider, with `more` notes behind what always happens.
inline std::shared_ptr<Incident> incident(int more = 0)
{
    using namespace std::chrono_literals;
    auto made = std::make_shared<Incident>();
    made->id = IncidentId("01a1fc65-0c30-7a31-9c4e-0f6b2d7f3c2a");
    made->title = "Payments fail at provider A";
    made->severity = IncidentSeverity::Sev1;
    made->status = IncidentStatus::Identified;
    const Instant start = now - 15min - 11s;
    made->declaredAt = start + 130s;
    made->declaredBy = "ada";
    made->services = {ServiceId("Payments"), ServiceId("Checkout")};
    made->alerts = {
        {{{SourceId("alertmanager"), "a1"}, "PaymentDeclineSpike", "critical", ServiceId("Payments"), start}, start + 130s, {}}};
    made->roles = {{roles::commander, "ada", start + 140s}, {roles::operations, "Grace Hopper", start + 150s},
        {roles::customerLiaison, "Bob", start + 160s}};
    made->milestones[0].at = start;
    made->milestones[1].at = start + 28s;
    made->milestones[2].at = start + 105s;
    IncidentWriter writer(*made);
    writer.down(
        start, "service/Payments", "GET https://pay.example.net/health\n503 text/plain\ntotal 137.2 ms\nupstream timeout");
    writer.down(start + 28s, "check/Payments/gateway health of the card provider in the second region");
    writer.act(start + 130s, "ada", acts::Declare{made->title, made->severity, {}, {}});
    writer.act(start + 140s, "ada", acts::GiveRole{roles::commander, "ada", {}});
    writer.act(start + 150s, "ada", acts::GiveRole{roles::operations, "Grace Hopper", {}});
    const EventId decision = writer.act(start + 300s, "ada", acts::AddNote{NoteKind::Decision, "no refunds before noon"});
    const EventId wrong
        = writer.act(start + 340s, "Grace Hopper", acts::AddNote{NoteKind::Action, "switching checkout to pathway A"});
    writer.act(start + 350s, "Grace Hopper", acts::Correct{wrong, "switching checkout to pathway B"});
    writer.act(start + 600s, "ada", acts::SetStatus{IncidentStatus::Identified, "provider A has found the cause"});
    for (int i = 0; i < more; ++i)
        writer.act(start + 601s + i * 1ms, "Bob",
            acts::AddNote{NoteKind::Note, "customer " + std::to_string(i) + " called: cannot pay"});
    made->pinned = {decision};
    made->corrections[wrong] = {"switching checkout to pathway B", "Grace Hopper", start + 350s};
    return made;
}

} // namespace tocsin::sample
