// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/watch.h"
#include "tests/support/manual_clock.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tocsin::test {

/// What the scripted checks, sources and beacons of one test do. The kinds are plain functions, so the bench in use is
/// found through `current`.
struct Stage {
    struct CheckScript {
        Outcome outcome = Outcome::Good;
        std::deque<Outcome> next; ///< these first
        bool hangs = false;
        std::vector<Monotonic> begun;
        std::vector<std::coroutine_handle<>> waiting;
        int running = 0;
        int mostAtOnce = 0;
    };
    struct SourceScript {
        std::vector<AlertPtr> alerts;
        std::optional<ErrorKind> error;
        std::vector<Reason> troubles;
        bool isComplete = true;
        std::optional<ErrorKind> ackError;
        std::map<std::string, Acknowledgement> silences;  ///< by the alert's id; read back by polls while they last
        std::set<std::string> endedElsewhere;             ///< ids of silences that somebody ended
        std::vector<std::coroutine_handle<>> acksWaiting; ///< acknowledging and its end, while `holdsAcks`
        bool holdsAcks = false;
        std::optional<ErrorKind> silenceError;
        std::map<std::string, SilenceRequest> wideSilences; ///< by id: what people wanted quiet
        bool silencingHangs = false;
        Duration skew{0};                                           ///< how far its clock is ahead of ours
        std::set<std::string> hidden;                               ///< ids of alerts that a filter keeps from people
        std::vector<std::string> log;                               ///< `ack a1`, `renew a1 s1`, `end a1 s1`
        std::map<std::string, Result<std::vector<Series>>> answers; ///< by query
        bool hangs = false;
        std::vector<std::coroutine_handle<>> waiting;
        int polls = 0;
    };

    ManualClock clock;
    std::map<std::string, CheckScript> checks; ///< by check name
    std::map<std::string, SourceScript> sources;
    bool beaconsAnswer = true;
    int knocks = 0;

    void release(std::vector<std::coroutine_handle<>> &waiting);
    static Stage *current;
};

std::span<const CheckKind> scriptedCheckKinds();   ///< type `scripted`
std::span<const SourceKind> scriptedSourceKinds(); ///< type `scripted`

/// A watch on a stage, with a clock that a test moves, and the board that a window would have.
class WatchBench
{
public:
    WatchBench();
    ~WatchBench();

    Config config;
    Stage stage;
    Board board;
    std::vector<Event> events;
    std::vector<LatencySample> samples;
    std::unique_ptr<Watch> watch;
    WatchState before; ///< for `start`

    ServiceConfig &addService(const std::string &name, const std::string &alerts = {});
    CheckConfig &addCheck(ServiceConfig &service, const std::string &name, Duration interval = std::chrono::seconds(30),
        const std::string &url = "https://shop.example.net/");
    void addSource(const std::string &name, Duration interval = std::chrono::seconds(10));

    void start(Watch::Options options = {});
    void end(); ///< as a program does: stop, let everything complete, destroy
    void run(Duration duration);
    void step(); ///< advance and take the output, without time passing
    void take();

    const ServiceStatus &service(const std::string &name) const { return board.services.at(ServiceId(name)); }
    const CheckStatus &check(const std::string &id) const { return board.checks.at(CheckId(id)); }
    const SourceStatus &source(const std::string &name) const { return board.sources.at(SourceId(name)); }
    std::vector<Event> eventsOf(const std::string &subject, const std::string &kind) const;
    ActionStatus action(const std::string &id) const { return board.actions.at(ActionId(id)); }

private:
    struct Doubles;
    std::unique_ptr<Doubles> m_doubles;
    int m_eventNumber = 0;
};

/// An alert as a source says it; labels get `alertname` and `service`.
AlertPtr makeAlert(const std::string &source, const std::string &id, const std::string &service,
    Severity severity = Severity::Critical, bool canAcknowledge = true);

} // namespace tocsin::test
