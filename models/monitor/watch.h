// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/domain/acknowledge_preview.h"
#include "models/monitor/ack_keeper.h"
#include "models/monitor/ack_preview.h"
#include "models/monitor/alert_book.h"
#include "models/monitor/blindness.h"
#include "models/monitor/check_runner.h"
#include "models/monitor/maintenance.h"
#include "models/monitor/metric_runner.h"
#include "models/monitor/schedule.h"
#include "models/monitor/silence_keeper.h"
#include "models/monitor/source_runner.h"
#include "models/monitor/tile_keeper.h"
#include "models/monitor/watch_output.h"
#include "models/sources/source.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tocsin {

/// What one watch leaves to the next when the configuration is read again. What is configured as before keeps its history.
struct WatchState {
    std::map<CheckId, CheckCarryOver> checks;
    std::map<SourceId, SourceCarryOver> sources;
    std::map<std::string, MetricCarryOver> metrics;
    std::map<ServiceId, ServiceStatus> services;
    std::vector<std::string> beacons; ///< that `blindSince` rests on
    std::optional<Stamp> blindSince;
    Acknowledgements acknowledgements;
    AckKeeper::Actions actions;
    SilenceKeeper::State silences;
};

/// The running watch over one configuration: starts what is due, judges what comes back, and collects what changed. Decides
/// by the monotonic clock; only maintenance and what people read follow the calendar. One thread, the watch thread, makes
/// it, calls it and destroys it. Its owner stops it, lets the transport complete every pending task, and destroys it when
/// it is idle.
class Watch
{
public:
    struct Tools {
        CheckTools checks;
        SourceTools sources;
        std::span<const CheckKind> checkKinds;
        std::span<const SourceKind> sourceKinds;
        EventMaker makeEvent;
        Redact redact = {}; ///< takes secrets out of what people or the journal get; watch thread
    };
    struct Options {
        bool onePass = false;      ///< decision 1: everything once, both thresholds at 1, no events of states
        bool recordsFirst = false; ///< an acknowledgement is not sent before `recorded` was called for it
        AckTimes ackTimes = {};
    };

    Watch(const Config &config, Tools tools, Options options, const WatchState &before = {});
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch();

    /// Starts what is due and judges what age alone changed. Returns when it wants to be called next, at most a second from
    /// now; call it after anything that was completed, too.
    Monotonic advance();
    WatchOutput takeOutput();
    bool passComplete() const; ///< in one pass: every check, source and metric was looked at once

    void refreshNow();
    void testCheck(const CheckId &check); ///< this one, now; nothing when there is no such one
    void testSource(const SourceId &source);
    /// Events are in the next output; so are ActionStatus messages with the progress. The comment is plain text; `lasting`
    /// of zero: as long as the alert stands, or at most a day for a check.
    void acknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
        const std::string &person, const std::string &comment, Duration lasting);
    void unacknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
        const std::string &person);
    AcknowledgePreview previewAcknowledge(const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks) const;
    /// As acknowledging: events and ActionStatus messages are in the next outputs. `made` is the action of the silence.
    void silence(const ActionId &action, const SilenceWish &wish, const std::string &person);
    void endSilence(const ActionId &action, const ActionId &made, const std::string &person);
    /// With Options::recordsFirst: the events of this action are on disk (or cannot be, decision 15), so go on.
    void recorded(const ActionId &action);

    /// Takes the acknowledgements and unfinished silences of the journal over, at any time after the start; what was wished
    /// meanwhile stands.
    void restore(const std::vector<Event> &events);
    /// What another program on the same journal has told since: it looks after these, this one only shows them.
    void follow(const std::vector<Event> &events);
    WatchState carryOver() const;

    void stop();       ///< nothing new begins; what still comes back is not judged
    bool idle() const; ///< no task is pending

private:
    enum class Kind { Source, Metric, Check };

    void start(Schedule::Target target);
    void finished(Kind kind, std::size_t index);
    void beaconsAnswered();
    void followCalendar(Instant now);
    std::vector<Duration> intervals() const;
    CheckRunner::Surroundings checkSurroundings();
    SourceRunner::Surroundings sourceSurroundings();
    void takeOver(const WatchState &before);
    void refreshSource(std::size_t source);

    const Clock &m_clock;
    const Options m_options;
    WatchNews m_news;
    ServiceMatcher m_matcher;
    MaintenanceCalendar m_calendar;
    AlertBook m_alerts;
    Beacons m_beacons;
    SourceRunner m_sources;
    MetricRunner m_metrics;
    CheckRunner m_checks;
    TileKeeper m_tiles;
    AckKeeper m_acks;
    SilenceKeeper m_silences;
    Schedule m_schedule;
    std::vector<Schedule::Target> m_passQueue; ///< in one pass: what is still to be begun, the last first
    std::size_t m_passRunning = 0;
    StationStatus m_toldStation;
    bool m_isStopping = false;
};

} // namespace tocsin
