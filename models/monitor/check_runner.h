// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/monitor/blindness.h"
#include "models/monitor/evaluator.h"
#include "models/monitor/maintenance.h"
#include "models/monitor/watch_output.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace tocsin {

/// What stays of a check when the configuration is read again and this check is the same.
struct CheckCarryOver {
    CheckConfig config;
    CheckHistory history;
    CheckStatus status;
};

/// Runs the checks when it is told to, keeps what their observations have come to, and says what changed. Watch thread;
/// owned by the watch, and outlives its pending tasks.
class CheckRunner
{
public:
    struct Surroundings {
        const Clock &clock;
        WatchNews &news;
        Beacons &beacons;
        const MaintenanceCalendar &maintenance;
        std::function<void(std::size_t check)> finished;                 ///< it may be run again
        std::function<void(std::size_t service, bool isUrgent)> touched; ///< urgent: a state changed, not only a proof's age
    };

    CheckRunner(
        const Config &config, std::span<const CheckKind> kinds, const CheckTools &tools, Surroundings surroundings, bool onePass);
    CheckRunner(const CheckRunner &) = delete;
    CheckRunner &operator=(const CheckRunner &) = delete;

    std::size_t count() const { return m_slots.size(); }
    Duration interval(std::size_t check) const { return m_slots[check].config.policy.interval; }
    const CheckStatus &status(std::size_t check) const { return m_slots[check].status; }
    const std::vector<std::size_t> &checksOf(std::size_t service) const { return m_ofService[service]; }
    std::optional<std::size_t> find(const CheckId &id) const;

    void run(std::size_t check);
    /// Judges anew: what age alone changed; returns when that happens next.
    std::optional<Monotonic> advance();
    void judgeAll();                        ///< after a change of sight
    void judgeService(std::size_t service); ///< after a change of maintenance
    void beaconsAnswered(bool becameBlind);
    void setAcknowledgement(std::size_t check, std::optional<Acknowledgement> acknowledgement);

    /// Appends the statuses that changed since the last call.
    void takeChanges(std::vector<CheckStatus> &changes);

    std::map<CheckId, CheckCarryOver> carryOver() const;
    void restore(const std::map<CheckId, CheckCarryOver> &carried);
    bool idle() const { return m_running == 0; }
    void stop(); ///< what still comes in is not judged

private:
    struct Slot {
        CheckConfig config;
        Policy policy; ///< the configured one, or that of one pass
        std::unique_ptr<Check> check;
        std::size_t service = 0;
        bool isExempt = false; ///< from blindness
        bool isDirty = false;
        std::optional<Monotonic> expires;
        std::optional<Monotonic> queued; ///< its entry among the deadlines
        CheckHistory history;
        CheckStatus status;
    };
    struct Deadline {
        Monotonic at{};
        std::size_t check = 0;
        friend bool operator>(const Deadline &a, const Deadline &b) { return a.at > b.at; }
    };
    struct Held {
        std::size_t check = 0;
        Observation observation;
    };

    void add(const ServiceConfig &service, const CheckConfig &config, std::span<const CheckKind> kinds, const CheckTools &tools,
        bool onePass);
    QCoro::Task<> look(std::size_t check);
    void observed(std::size_t check, Observation observation);
    void settle(std::size_t check, Observation observation);
    void judgeNow(std::size_t check, bool hasNewProof);
    void expect(std::size_t check, std::optional<Monotonic> deadline);
    void markDirty(std::size_t check);

    Surroundings m_around;
    std::vector<Slot> m_slots;
    std::vector<std::vector<std::size_t>> m_ofService;
    std::map<CheckId, std::size_t> m_byId;
    std::vector<std::size_t> m_dirty;
    std::vector<Deadline> m_deadlines; ///< a heap; a check's entry is moved on only when it comes up
    std::vector<Held> m_held;          ///< failures that wait for a word of the beacons
    std::size_t m_running = 0;
    bool m_isStopping = false;
};

} // namespace tocsin
