// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/event.h"
#include "models/domain/latency_sample.h"
#include "models/monitor/redaction.h"

#include <functional>
#include <vector>

namespace tocsin {

/// Makes an event with its id, time and station. `payload` is a JSON object; an empty author is the station itself.
using EventMaker = std::function<Event(std::string subject, std::string kind, std::string payload, std::string author)>;

/// What happened since the last time it was taken. The events are not on disk yet: whoever takes them writes them, and
/// shows an ActionStatus of Confirmed only afterwards.
struct WatchOutput {
    Changes changes;
    std::vector<Event> events;
    std::vector<LatencySample> samples;
};

/// Collects what the parts of the watch have to say. Watch thread; owned by the watch.
class WatchNews
{
public:
    /// `tellsStates`: whether changes of state are events (not in one pass).
    /// `redact` goes over every word that leaves for journal or screen by way of this.
    WatchNews(EventMaker maker, bool tellsStates, Redact redact = {});

    /// `evidence`: what a server answered that led to it, where there is such a thing. It is without secrets already.
    void stateChanged(const std::string &subject, State from, State to, const Reason &reason, Instant since,
        const Evidence *evidence = nullptr);
    bool tellsStates() const { return m_tellsStates; }
    void event(const std::string &subject, const char *kind, const std::string &payload, const std::string &author = {});
    void action(const ActionStatus &status); ///< the latest word about one action stands
    void sample(LatencySample sample) { m_output.samples.push_back(std::move(sample)); }
    Changes &changes() { return m_output.changes; }
    const Redact &redact() const { return m_redact; } ///< for what enters the watch from outside

    WatchOutput take();

private:
    EventMaker m_maker;
    bool m_tellsStates;
    Redact m_redact;
    WatchOutput m_output;
};

} // namespace tocsin
