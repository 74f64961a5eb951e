// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/items/synced_rows.h"

#include <QAbstractListModel>

namespace tocsin {

/// The checks of one service as a list, worst first, equally bad ones as configured. UI thread; owned by its view or
/// page; the feed must outlive it.
class CheckListModel final : public SyncedRows<QAbstractListModel, CheckId>
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        StateRole = Qt::UserRole + 1, ///< State
        SinceRole,                    ///< Instant
        LastProofRole,                ///< std::optional<Instant>
        LatencyRole,                  ///< std::optional<Duration> of the newest observation
        OwnedRole,                    ///< bool: acknowledged, drawn outlined
        ReasonRole,                   ///< QString, a sentence
        SortRole,                     ///< int: higher is worse
    };

    explicit CheckListModel(const BoardFeed &feed, QObject *parent = nullptr);

    void setService(const ServiceId &service);
    const ServiceId &service() const { return m_service; }

    QVariant data(const QModelIndex &index, int role) const override;
    /// What is known of the check in this row; null when the row is not there. Valid until the next change of the board.
    const CheckStatus *check(int row) const;
    int rowOf(const CheckId &id) const; ///< -1 when it is not in the list

private:
    void handleChanges(const Changes &changes);
    std::vector<CheckId> wanted() const;

    const BoardFeed &m_feed;
    ServiceId m_service;
};

} // namespace tocsin
