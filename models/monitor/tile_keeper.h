// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/alert_book.h"
#include "models/monitor/alert_diary.h"
#include "models/monitor/check_runner.h"
#include "models/monitor/metric_runner.h"
#include "models/monitor/source_runner.h"
#include "models/monitor/tile.h"

#include <map>
#include <set>
#include <vector>

namespace tocsin {

/// Keeps the tiles: makes anew those that something touched, and tells of those that changed. A tile whose state may have
/// changed is made with the next output; one that only aged, at most four times a second, since its cost grows with its
/// checks. Watch thread; owned by the watch.
class TileKeeper
{
public:
    struct Surroundings {
        const Clock &clock;
        WatchNews &news;
        const CheckRunner &checks;
        const SourceRunner &sources;
        const MetricRunner &metrics;
        AlertBook &alerts;
        const ServiceMatcher &matcher;
        const MaintenanceCalendar &maintenance;
    };

    TileKeeper(const Config &config, Surroundings surroundings);

    void touch(std::size_t service, bool isUrgent);
    void touchThoseThatRestOnSources();

    /// Makes what is due anew, and puts the changes of services and alerts into the news.
    void flush();
    /// When tiles that only aged want to be made; nothing when none waits.
    std::optional<Monotonic> nextFlush() const;

    std::map<ServiceId, ServiceStatus> carryOver() const;
    void restore(const std::map<ServiceId, ServiceStatus> &carried);

private:
    struct Slot {
        ServiceStatus status;
        TileSum alerts;
        std::vector<AlertKey> joinedAlerts; ///< as told
        bool restsOnSources = false;
        bool isNew = true;
    };

    void takeAlerts();
    void takeJoined(std::size_t service, std::vector<AlertKey> joined);
    void remake(std::size_t service);
    void remakeOtherAlerts();
    void tell(const ServiceStatus &before, const ServiceStatus &after);

    Surroundings m_around;
    AlertDiary m_diary;
    std::vector<std::string> m_externalLabels; ///< that two views of one alert may differ in
    std::vector<std::size_t> m_alertSources;   ///< the sources that could hold alerts; others prove nothing about a service
    std::vector<Slot> m_slots;                 ///< the last one is "Other alerts"
    bool m_showsOtherAlerts = false;
    std::set<std::size_t> m_urgent; ///< in the order of configuration, in which they are told too
    std::set<std::size_t> m_aged;
    Monotonic m_lastAged;
};

} // namespace tocsin
