// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/incident_archive.h"

#include "models/incidents/incident_book.h"
#include "models/session/observed_window.h"
#include "models/store/journal_tail.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace tocsin {

namespace {

constexpr int kPage = 1000;

Result<std::vector<Event>> eventsOf(const Journal &journal, const EventFilter &filter)
{
    std::int64_t fromTheFirst = 0;
    return allPages(journal, filter, fromTheFirst);
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

Result<std::map<IncidentId, IncidentPtr>> readIncidents(const std::filesystem::path &folder)
{
    const auto journal = Journal::open(folder, Journal::Access::ReadOnly);
    if (!journal)
        return Failure(journal.error());
    const auto acted = eventsOf(**journal, actsOfIncidents());
    if (!acted)
        return Failure(acted.error());
    IncidentBook book;
    book.take(readFacts(*acted));
    const std::map<IncidentId, IncidentPtr> declared = book.incidents();
    for (const auto &[id, incident] : declared) {
        const auto observed = eventsOf(**journal, observedWindow(*incident));
        if (!observed)
            return Failure(observed.error());
        book.take(readFacts(*observed));
    }
    return book.incidents();
}

IncidentPtr findIncident(const std::map<IncidentId, IncidentPtr> &all, const std::string &name)
{
    const std::string wanted = lowered(name);
    IncidentPtr last;
    for (const auto &[id, incident] : all) {
        if (id.text() == wanted || lowered(shortName(id)) == wanted)
            return incident;
        if (!last || incident->declaredAt >= last->declaredAt)
            last = incident;
    }
    return wanted == "last" ? last : nullptr;
}

Result<void> readJournal(const std::filesystem::path &folder, const std::function<void(const Event &)> &each)
{
    const auto journal = Journal::open(folder, Journal::Access::ReadOnly);
    if (!journal)
        return Failure(journal.error());
    std::int64_t afterRow = 0;
    while (true) {
        const auto page = (*journal)->events(afterRow, kPage);
        if (!page)
            return Failure(page.error());
        if (page->events.empty())
            return {};
        std::for_each(page->events.begin(), page->events.end(), each);
        afterRow = page->lastRow;
    }
}

std::string eventJson(const Event &event)
{
    nlohmann::ordered_json json{{"id", event.id.text()}, {"wall_ms", event.time.wallMs}, {"counter", event.time.counter},
        {"station", event.station}, {"author", event.author}, {"subject", event.subject}, {"kind", event.kind},
        {"payload", nlohmann::ordered_json::parse(event.payload, nullptr, false)}, {"drill", event.drill}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace tocsin
