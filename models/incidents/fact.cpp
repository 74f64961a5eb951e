// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/fact.h"

#include "models/incidents/act_codec.h"
#include "models/incidents/act_words.h"
#include "models/incidents/payload.h"

#include <QtGlobal>

namespace tocsin {

namespace {

using Json = nlohmann::json;

constexpr Phrase kBecame{"fact.became", QT_TRANSLATE_NOOP("Phrase", "%1 is %2")};
constexpr Phrase kFiring{"fact.alert.firing", QT_TRANSLATE_NOOP("Phrase", "Alert %1, %2")};
constexpr Phrase kOver{"fact.alert.over", QT_TRANSLATE_NOOP("Phrase", "Alert %1 is over")};
constexpr Phrase kBegan{"fact.alert.began", QT_TRANSLATE_NOOP("Phrase", "%1, began %2")};
constexpr Phrase kAcknowledged{"fact.acknowledged", QT_TRANSLATE_NOOP("Phrase", "%1 acknowledged %2")};
constexpr Phrase kSaid{"fact.said", QT_TRANSLATE_NOOP("Phrase", "%1")};
constexpr Phrase kStates[] = {{"fact.state.ok", QT_TRANSLATE_NOOP("Phrase", "OK")},
    {"fact.state.maintenance", QT_TRANSLATE_NOOP("Phrase", "in maintenance")},
    {"fact.state.pending", QT_TRANSLATE_NOOP("Phrase", "not yet decided")},
    {"fact.state.unknown", QT_TRANSLATE_NOOP("Phrase", "UNKNOWN")},
    {"fact.state.degraded", QT_TRANSLATE_NOOP("Phrase", "DEGRADED")}, {"fact.state.down", QT_TRANSLATE_NOOP("Phrase", "DOWN")}};

Reason said(const std::string &text)
{
    return text.empty() ? Reason() : Reason(kSaid, {text});
}

/// `check/Payments/gateway` -> `Payments/gateway`.
std::string nameIn(const std::string &subject)
{
    const std::size_t slash = subject.find('/');
    return slash == std::string::npos ? subject : subject.substr(slash + 1);
}

/// One line for each thing that was kept of an answer.
std::string evidenceText(const Json &payload)
{
    const auto it = payload.find("evidence");
    if (it == payload.end() || !it->is_object())
        return {};
    std::string lines;
    const auto add = [&lines](const std::string &line) { lines += lines.empty() ? line : "\n" + line; };
    if (const std::string request = textOf(*it, "request"); !request.empty())
        add(request);
    const auto status = it->find("status");
    if (status != it->end() && status->is_number_unsigned())
        add(std::to_string(status->get<unsigned>()) + " " + textOf(*it, "content_type"));
    if (const std::string timings = textOf(*it, "timings"); !timings.empty())
        add(timings);
    if (const std::string bytes = textOf(*it, "first_bytes"); !bytes.empty())
        add(bytes);
    return lines;
}

bool readState(const Json &payload, Fact &fact)
{
    const auto from = stateFromWord(textOf(payload, "from"));
    const auto to = stateFromWord(textOf(payload, "to"));
    if (!from || !to)
        return false;
    fact.content = ObservedState{*from, *to, parseRfc3339(textOf(payload, "since"))};
    fact.entry.kind = EntryKind::State;
    fact.entry.state = to;
    fact.entry.what = Reason(kBecame, {nameIn(fact.entry.subject), Reason(kStates[static_cast<std::size_t>(*to)])});
    fact.entry.detail = said(textOf(payload, "reason"));
    fact.entry.evidence = evidenceText(payload);
    return true;
}

bool readAlert(const Json &payload, Fact &fact, bool isFiring)
{
    IncidentAlert alert;
    alert.key = {SourceId(textOf(payload, "source")), textOf(payload, "id")};
    alert.name = textOf(payload, "name");
    alert.severity = textOf(payload, "severity");
    alert.service = ServiceId(textOf(payload, "service"));
    alert.startsAt = parseRfc3339(textOf(payload, "started"));
    if (alert.key.source.isEmpty() || alert.key.externalId.empty())
        return false;
    fact.entry.kind = EntryKind::Alert;
    fact.entry.state = isFiring ? stateFromWord(textOf(payload, "state")) : std::optional(State::Ok);
    fact.entry.what = isFiring ? Reason(kFiring, {alert.name, alert.severity}) : Reason(kOver, {alert.name});
    fact.entry.detail = alert.startsAt && isFiring ? Reason(kBegan, {alert.key.source.text(), formatRfc3339(*alert.startsAt)})
                                                   : said(alert.key.source.text());
    fact.entry.evidence = textOf(payload, "summary");
    fact.content = ObservedAlert{std::move(alert), isFiring};
    return true;
}

bool readAcknowledgement(const Json &payload, Fact &fact)
{
    std::string what = textOf(payload, "name");
    if (what.empty())
        what = nameIn(fact.entry.subject);
    const std::string person = textOf(payload, "person");
    if (!person.empty())
        fact.entry.author = person;
    fact.content = ObservedAcknowledgement{};
    fact.entry.kind = EntryKind::Acknowledgement;
    fact.entry.what = Reason(kAcknowledged, {fact.entry.author, what});
    fact.entry.detail = said(textOf(payload, "comment"));
    return true;
}

bool readObserved(const Event &event, Fact &fact)
{
    const Json payload = Json::parse(event.payload, nullptr, false);
    if (!payload.is_object())
        return false;
    if (event.kind == "state.changed")
        return readState(payload, fact);
    if (event.kind == "alert.fired" || event.kind == "alert.resolved")
        return readAlert(payload, fact, event.kind == "alert.fired");
    return event.kind == "ack.confirmed" && readAcknowledgement(payload, fact);
}

bool readActInto(const Event &event, const IncidentId &incident, Fact &fact)
{
    std::optional<IncidentAct> act = readAct(event.kind, event.payload);
    if (!act)
        return false;
    ActWords words = wordsOf(*act, event.author);
    fact.incident = incident;
    fact.isShown = !std::holds_alternative<acts::Pin>(*act);
    fact.entry.kind = words.kind;
    fact.entry.what = std::move(words.what);
    fact.entry.detail = std::move(words.detail);
    fact.content = std::move(*act);
    return true;
}

} // namespace

FactPtr readFact(const Event &event)
{
    auto fact = std::make_shared<Fact>();
    TimelineEntry &entry = fact->entry;
    entry.id = event.id;
    entry.time = event.time;
    entry.at = Instant(Duration(event.time.wallMs));
    entry.author = event.author;
    entry.station = event.station;
    entry.subject = event.subject;
    fact->drill = event.drill;
    const std::optional<IncidentId> incident = incidentOfSubject(event.subject);
    const bool isRead = incident ? readActInto(event, *incident, *fact) : readObserved(event, *fact);
    return isRead ? fact : nullptr;
}

std::vector<FactPtr> readFacts(const std::vector<Event> &events)
{
    std::vector<FactPtr> facts;
    facts.reserve(events.size());
    for (const Event &event : events) {
        if (FactPtr fact = readFact(event))
            facts.push_back(std::move(fact));
    }
    return facts;
}

} // namespace tocsin
