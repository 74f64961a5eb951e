// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/event_factory.h"

namespace tocsin {

EventFactory::EventFactory(std::string station, const Clock &clock)
    : m_station(std::move(station))
    , m_clock(clock)
    , m_logical(clock)
{
}

Event EventFactory::make(std::string author, std::string subject, std::string kind, std::string payload, bool drill)
{
    const MutexLock lock(m_mutex);
    Event event;
    event.id = m_ids.next(m_clock.now());
    event.time = m_logical.send();
    event.station = m_station;
    event.author = std::move(author);
    event.subject = std::move(subject);
    event.kind = std::move(kind);
    event.payload = std::move(payload);
    event.drill = drill;
    return event;
}

void EventFactory::observe(LogicalTime time)
{
    const MutexLock lock(m_mutex);
    m_logical.receive(time);
}

} // namespace tocsin
