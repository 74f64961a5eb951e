// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/thread_annotations.h"
#include "models/store/logical_clock.h"
#include "models/store/uuid_v7.h"

namespace tocsin {

/// Makes the events of one station, with ids and logical times that grow. Any thread; one per station and program, so that
/// there is one order. Owned by the session; `clock` must outlive it.
class EventFactory
{
public:
    EventFactory(std::string station, const Clock &clock);

    /// `payload` is a JSON object as text. `author` is empty when the station itself speaks.
    Event make(std::string author, std::string subject, std::string kind, std::string payload, bool drill = false)
        TOCSIN_EXCLUDES(m_mutex);

    /// Takes notice of a time that is in the journal already, from before a restart or from another station.
    void observe(LogicalTime time) TOCSIN_EXCLUDES(m_mutex);

private:
    const std::string m_station;
    const Clock &m_clock;
    Mutex m_mutex;
    LogicalClock m_logical TOCSIN_GUARDED_BY(m_mutex);
    UuidV7 m_ids TOCSIN_GUARDED_BY(m_mutex);
};

} // namespace tocsin
