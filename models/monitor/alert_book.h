// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/time.h"
#include "models/monitor/service_matcher.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tocsin {

/// All alerts as they are shown: what the sources said, with the service, the staleness and our own acknowledgement added.
/// Keeps the difference from poll to poll; what did not change is neither copied nor told. Watch thread; owned by the watch.
class AlertBook
{
public:
    AlertBook(const ServiceMatcher &matcher, std::vector<SourceId> sources);

    /// What it means that an alert is no longer listed.
    enum class Missing { Ended, Unproven };

    /// Takes a source's new list over. `asked` is when that poll began. Alerts that are missing without having ended stay, as
    /// they were last known.
    void update(std::size_t source, const std::vector<AlertPtr> &alerts, Monotonic asked, Missing missing = Missing::Ended);
    /// Whether the source still proves its alerts.
    void setStale(std::size_t source, bool isStale);

    /// Shows an acknowledgement (or its end) that was confirmed at `moment`, until a poll that began later tells it itself.
    void overlay(const AlertKey &key, std::optional<Acknowledgement> acknowledgement, Monotonic moment);
    /// Shows an acknowledgement that only our journal keeps, or no longer does.
    void setLocal(const AlertKey &key, std::optional<Acknowledgement> acknowledgement);

    AlertPtr find(const AlertKey &key) const;                  ///< as shown; null when there is no such alert
    std::vector<AlertPtr> othersOf(const AlertKey &key) const; ///< every other alert of the source, as the source said it
    std::vector<AlertPtr> allOf(std::size_t source) const;     ///< as the source said them

    /// What changed since the last call. Services by index; `serviceCount` stands for "Other alerts".
    struct Difference {
        std::vector<AlertPtr> changed;
        std::vector<AlertKey> gone;
        std::unordered_set<std::size_t> services;
        std::vector<AlertPtr> began; ///< firing, and they were not, or an earlier occurrence of them was
        std::vector<AlertPtr> ended; ///< as they were last shown
    };
    Difference takeDifference();

    /// The alerts of these services as shown, by service.
    std::unordered_map<std::size_t, std::vector<AlertPtr>> alertsOf(const std::unordered_set<std::size_t> &services) const;

private:
    struct Overlay {
        std::optional<Acknowledgement> acknowledgement;
        Monotonic moment{};
    };
    struct Entry {
        AlertPtr said; ///< by the source
        AlertPtr shown;
        std::vector<std::size_t> services; ///< ascending, at least one; the first gives the alert its name of a service
        std::uint64_t seen = 0;            ///< the poll that brought it last
        bool isUnproven = false;           ///< the newest poll did not list it, and could not say that it ended
        bool isChanged = false;            ///< it is among the changed ones
        bool hasBegun = false;             ///< a difference told that it fires ...
        std::optional<Instant> began;      ///< ... since then
        std::optional<Overlay> overlay;
    };
    struct Page {
        SourceId source;
        std::unordered_map<std::string, Entry> entries;
        bool isStale = false;
        std::uint64_t poll = 0;
    };

    Entry *entryOf(const AlertKey &key); ///< null when it is not there
    Page *pageOf(const SourceId &source);
    const Page *pageOf(const SourceId &source) const;
    std::vector<std::size_t> assign(const Labels &labels) const;
    void show(Page &page, Entry &entry);
    void dropMissing(Page &page, Missing missing);
    void remove(const Page &page, const std::string &id, const Entry &entry);
    static bool beginsNow(Entry &entry);

    const ServiceMatcher &m_matcher;
    std::size_t m_otherAlerts;
    std::vector<Page> m_pages;
    std::unordered_map<AlertKey, Acknowledgement> m_local;
    std::vector<AlertKey> m_changed; ///< in the order of the source; what has gone meanwhile counts no more
    std::unordered_set<AlertKey> m_gone;
    std::vector<AlertPtr> m_ended;
    std::unordered_set<std::size_t> m_touched;
};

} // namespace tocsin
