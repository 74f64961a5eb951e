// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/alert_book.h"
#include "models/monitor/source_state.h"
#include "models/monitor/watch_output.h"
#include "models/sources/source.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace tocsin {

/// What stays of a source when the configuration is read again and this source is the same.
struct SourceCarryOver {
    SourceConfig config;
    SourceHistory history;
    SourceStatus status;
    std::vector<AlertPtr> alerts;
};

/// Polls the sources when it is told to, keeps what their answers have come to and what alerts they hold. Watch thread;
/// owned by the watch, and outlives its pending tasks.
class SourceRunner
{
public:
    struct Surroundings {
        const Clock &clock;
        WatchNews &news;
        AlertBook &alerts;
        std::function<void(std::size_t source)> finished; ///< it may be polled again
        std::function<void()> stateChanged;               ///< of some source: the tiles that rest on it follow
        std::function<void(std::size_t source)> answered; ///< a whole reading has arrived
    };

    SourceRunner(const Config &config, std::span<const SourceKind> kinds, const SourceTools &tools, Surroundings surroundings);
    SourceRunner(const SourceRunner &) = delete;
    SourceRunner &operator=(const SourceRunner &) = delete;

    std::size_t count() const { return m_slots.size(); }
    Duration interval(std::size_t source) const { return m_slots[source].config.policy.interval; }
    Duration timeout(std::size_t source) const { return m_slots[source].config.policy.timeout; }
    const SourceStatus &status(std::size_t source) const { return m_slots[source].status; }
    bool readsAlerts(std::size_t source) const { return m_slots[source].readsAlerts; }
    Source *source(std::size_t source) const { return m_slots[source].source.get(); } ///< null when it could not be built
    std::optional<std::size_t> find(const SourceId &id) const;
    /// The newest whole reading began no earlier than this; nothing before the first.
    std::optional<Monotonic> readSince(std::size_t source) const { return m_slots[source].readBegan; }
    bool provesItsAlerts(std::size_t source) const { return !m_slots[source].alertsAreStale && m_slots[source].readBegan; }

    /// Whether an alert that the newest reading lacks has ended: it found nothing wrong with itself.
    bool provesWhatIsGone(std::size_t source) const { return m_slots[source].isComplete; }
    /// By how much the source's clock is ahead of ours, when its newest reading told it.
    std::optional<Duration> clockAhead(std::size_t source) const { return m_slots[source].clockAhead; }

    void run(std::size_t source);
    std::optional<Monotonic> advance(); ///< what age alone changed; returns when that happens next

    void takeChanges(std::vector<SourceStatus> &changes);

    std::map<SourceId, SourceCarryOver> carryOver() const;
    void restore(const std::map<SourceId, SourceCarryOver> &carried);
    bool idle() const { return m_running == 0; }
    void stop() { m_isStopping = true; }

private:
    struct Slot {
        SourceConfig config;
        std::unique_ptr<Source> source;
        SourceHistory history;
        SourceStatus status;
        bool readsAlerts = true;
        std::optional<Monotonic> readBegan;
        std::optional<Monotonic> expires;
        std::optional<Duration> clockAhead;
        bool isComplete = false;
        bool alertsAreStale = false;
        bool isDirty = true;
    };

    QCoro::Task<> poll(std::size_t source);
    void read(std::size_t source, const Result<SourceReading> &reading, Monotonic began);
    void judgeNow(std::size_t source);

    Surroundings m_around;
    std::vector<Slot> m_slots;
    std::size_t m_running = 0;
    bool m_isStopping = false;
};

} // namespace tocsin
