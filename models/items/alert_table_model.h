// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/alert_roles.h"
#include "models/items/alert_sheet.h"
#include "models/items/board_feed.h"
#include "models/items/synced_rows.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>

namespace tocsin {

/// The alerts of all sources as one table: worst first, then newest, or by another column; filtered; storms (many alerts of one
/// name and service) under one head row that opens and closes. Rows keep their identity: a poll, a filter or a new configuration
/// never resets the model. What takes long (20,000 alerts at once) is done in slices between frames; `settled` tells
/// when the rows say what the board says. UI thread; owned by its page; the feed must outlive it.
class AlertTableModel final : public SyncedRows<QAbstractTableModel, AlertRow>
{
    Q_OBJECT

public:
    /// So many alerts are taken in, or judged by the filter, between two frames.
    static constexpr std::size_t slice = 2'500;

    explicit AlertTableModel(const BoardFeed &feed, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : alertColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setFilter(AlertFilter filter);
    const AlertOrder &order() const { return m_sheet.order(); }
    void setOrder(const AlertOrder &order);
    bool isGrouped() const { return m_isGrouped; }
    void setGrouped(bool isGrouped);
    bool isHead(int row) const;
    /// Opens or closes the head in this row; nothing happens in any other row.
    void setExpanded(int row, bool isExpanded);

    /// What the row stands for: one alert, or those under a head that pass the filter. Empty when there is no such row.
    std::vector<AlertPtr> alertsOf(int row) const;
    int rowOf(const AlertKey &key) const; ///< -1 when it has no row of its own
    int passing() const { return static_cast<int>(m_sheet.passing()); }
    int total() const { return static_cast<int>(m_sheet.size()); }
    bool isSettled() const { return !m_sliceTimer.isActive(); }

signals:
    void settled();
    void orderChanged(const tocsin::AlertOrder &order);

protected:
    int lastColumn() const override { return alertColumnCount - 1; }

private:
    void handleChanges(const Changes &changes);
    void takeIn();
    void settle();
    void tellTouched();
    QVariant headText(const AlertGroup &group, AlertColumn column) const;

    AlertSheet m_sheet;
    QTimer m_sliceTimer;
    std::deque<Changes> m_waiting; ///< in slices, oldest first
    bool m_isGrouped = true;
};

} // namespace tocsin
