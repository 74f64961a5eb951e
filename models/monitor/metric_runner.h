// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/monitor/source_runner.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// What stays of a metric when the configuration is read again and this metric is the same.
struct MetricCarryOver {
    MetricConfig config;
    MetricStatus status;
};

/// Asks the sources for the numbers on the tiles: the last hour once at the start, then the present value. Exactly one
/// series with a finite value is a number; anything else is none, with its reason, and so is a number that got old. Watch thread;
/// owned by the watch, and outlives its pending tasks.
class MetricRunner
{
public:
    struct Surroundings {
        const Clock &clock;
        const WatchNews &news;
        const SourceRunner &sources;
        std::function<void(std::size_t metric)> finished; ///< it may be asked again
        std::function<void(std::size_t service)> touched;
    };

    MetricRunner(const Config &config, Surroundings surroundings);
    MetricRunner(const MetricRunner &) = delete;
    MetricRunner &operator=(const MetricRunner &) = delete;

    std::size_t count() const { return m_slots.size(); }
    Duration interval(std::size_t metric) const { return m_slots[metric].config.interval; }
    std::vector<MetricStatus> statusesOf(std::size_t service) const;

    void run(std::size_t metric);
    std::optional<Monotonic> advance(); ///< takes away numbers that got too old; returns when that happens next

    std::map<std::string, MetricCarryOver> carryOver() const; ///< keyed `service/metric`
    void restore(const std::map<std::string, MetricCarryOver> &carried);
    bool idle() const { return m_running == 0; }
    void stop() { m_isStopping = true; }

private:
    struct Slot {
        std::string key;
        MetricConfig config;
        std::size_t service = 0;
        bool hasHistory = false;
        MetricStatus status;
        std::optional<Monotonic> expires; ///< of the value
        std::optional<Instant> sampledAt; ///< as the newest answer said it, by the server's clock
        Monotonic sampledSince{};         ///< since when answers have said so
        bool hasMoved = false;            ///< it has been seen to change
    };

    QCoro::Task<> ask(std::size_t metric);
    void asked(std::size_t metric, Result<std::vector<Series>> value);
    void takeRange(Slot &slot, const Result<std::vector<Series>> &answer);
    void takeValue(Slot &slot, const Result<std::vector<Series>> &answer);
    Duration ageOf(Slot &slot, Instant sampledAt) const;

    Surroundings m_around;
    std::vector<Slot> m_slots;
    std::vector<std::vector<std::size_t>> m_ofService;
    std::size_t m_running = 0;
    bool m_isStopping = false;
};

} // namespace tocsin
