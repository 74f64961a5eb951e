// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/items/alert_filter.h"
#include "models/items/alert_order.h"
#include "models/items/label_differences.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tocsin {

struct AlertEntry;

/// Alerts of one name in one service. What it says is that of its alerts which pass the filter.
struct AlertGroup {
    struct Face {
        std::vector<const AlertEntry *> members;    ///< in the order of the table
        const AlertEntry *worst = nullptr;          ///< speaks for the group, whatever the order
        std::shared_ptr<const ActionStatus> action; ///< the one of its alerts' wishes that needs most attention
        int owned = 0;
        bool isOutlined = true;
        bool isStale = false;
        friend bool operator==(const Face &, const Face &) = default;
    };
    Face face;
    LabelDifferences differences; ///< between all that were ever in it
    std::size_t total = 0;        ///< alerts, whether they pass or not
    bool isExpanded = false;
    bool hasHead = false; ///< shown by one row
};

/// One alert with its place in the order.
struct AlertEntry {
    AlertPtr alert;
    std::shared_ptr<const ActionStatus> action; ///< the newest wish about it
    AlertGroup *group = nullptr;
    AlertPlace place;
    bool passes = false;
    bool isJudged = false; ///< `passes` is the word of the filter of now
    bool isJoined = false; ///< listed under another source's name; as `passes`, known once judged
    bool isGone = false;
    bool isListedGone = false; ///< will be looked at by forgetGone
    bool isMoved = false;      ///< its place in the order has to be found
    bool hasPlace = true;      ///< `place` was made for the order of now
};

/// What a row of the table stands for: an alert, or the head of a group.
struct AlertRow {
    const AlertEntry *entry = nullptr;
    const AlertGroup *head = nullptr;
    friend bool operator==(const AlertRow &, const AlertRow &) = default;
};

/// All alerts in their order, what passes the filter, and the groups. Costs are linear in the alerts per batch, with slices
/// for what would take long. UI thread; owned by AlertTableModel.
class AlertSheet
{
public:
    static constexpr std::size_t stormSize = 5; ///< so many alerts of one name and service get one head

    void apply(const Changes &changes);
    void setFilter(AlertFilter filter);
    const AlertFilter &filter() const { return m_filter; }

    void setOrder(const AlertOrder &order);
    const AlertOrder &order() const { return m_order; }

    /// Judges at most `most` alerts by the filter; false when some are left.
    bool judge(std::size_t most);
    /// Finds the places of at most `most` alerts that came, changed or are ordered anew; false when some are left.
    bool sort(std::size_t most);
    /// The rows now, once all are judged and sorted. Entries that left are deleted by `forgetGone`, which follows when nobody
    /// shows the rows of before any more.
    std::vector<AlertRow> rows(bool isGrouped);
    /// Entries and heads that show something else since the last call.
    std::unordered_set<const void *> takeTouched() { return std::exchange(m_touched, {}); }
    void forgetGone();

    void setExpanded(const AlertGroup *group, bool isExpanded);
    const AlertEntry *find(const AlertKey &key) const;
    std::size_t size() const { return m_size; } ///< as of the last `rows`; what two sources show counts once
    std::size_t passing() const { return m_passing; }

private:
    struct ByKey {
        using is_transparent = void;
        using Entry = std::unique_ptr<AlertEntry>;
        static const AlertKey &key(const Entry &entry) { return entry->alert->key; }
        static const AlertKey &key(const AlertKey &key) { return key; }
        template<typename T> std::size_t operator()(const T &item) const { return std::hash<AlertKey>{}(key(item)); }
        template<typename A, typename B> bool operator()(const A &a, const B &b) const { return key(a) == key(b); }
    };

    void put(const AlertPtr &alert);
    void drop(AlertEntry &entry);
    void note(const ActionStatus &action);
    void join(const JoinedAlerts &joined);
    void touch(const AlertEntry &entry);
    AlertGroup *groupOf(const Alert &alert);
    void refreshFaces(bool isGrouped);

    std::unordered_set<std::unique_ptr<AlertEntry>, ByKey, ByKey> m_entries;
    std::unordered_map<std::string, std::unique_ptr<AlertGroup>> m_groups;
    std::unordered_map<AlertKey, std::shared_ptr<const ActionStatus>> m_actions;
    AlertOrder m_order;
    std::vector<AlertEntry *> m_sorted;
    std::vector<AlertEntry *> m_moved;
    std::vector<AlertEntry *> m_unjudged;
    std::vector<AlertEntry *> m_gone;
    std::map<ServiceId, std::unordered_set<AlertKey>> m_joined; ///< left out: another source shows them as well
    std::unordered_set<const void *> m_touched;
    AlertFilter m_filter;
    std::size_t m_size = 0;
    std::size_t m_passing = 0;
};

} // namespace tocsin

template<> struct std::hash<tocsin::AlertRow> {
    std::size_t operator()(const tocsin::AlertRow &row) const noexcept
    {
        const void *what = row.entry ? static_cast<const void *>(row.entry) : row.head;
        return std::hash<const void *>{}(what);
    }
};
