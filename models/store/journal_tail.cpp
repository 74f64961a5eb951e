// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/journal_tail.h"

#include <iterator>

namespace tocsin {

namespace {
constexpr int kPageSize = 1000;
}

Result<std::vector<Event>> allPages(const Journal &journal, const EventFilter &filter, std::int64_t &afterRow)
{
    std::vector<Event> events;
    while (true) {
        auto page = journal.events(filter, afterRow, kPageSize);
        if (!page)
            return Failure(std::move(page.error()));
        if (page->events.empty())
            return events;
        events.insert(events.end(), std::make_move_iterator(page->events.begin()), std::make_move_iterator(page->events.end()));
        afterRow = page->lastRow;
    }
}

JournalTail::JournalTail(EventFilter filter, From from, Seen seen)
    : m_filter(std::move(filter))
    , m_seen(std::move(seen))
    , m_afterRow(from == From::Beginning ? std::optional<std::int64_t>(0) : std::nullopt)
{
}

void JournalTail::look(const Journal &journal)
{
    const Result<std::int64_t> last = journal.lastRow();
    if (!last)
        return;
    if (!m_afterRow)
        m_afterRow = *last;
    if (*last < *m_afterRow)
        m_afterRow = 0; // a journal that was damaged has made way for a new one
    Result<std::vector<Event>> events = allPages(journal, m_filter, *m_afterRow);
    if (events && !events->empty())
        m_seen(std::move(*events));
}

} // namespace tocsin
