// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/items/synced_rows.h"

#include <QAbstractListModel>

namespace tocsin {

/// The services as a list, worst first, equally bad ones as configured. UI thread; owned by its view or page; the feed must
/// outlive it.
class ServiceListModel final : public SyncedRows<QAbstractListModel, ServiceId>
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        StateRole = Qt::UserRole + 1, ///< State
        SinceRole,                    ///< Instant
        LastProofRole,                ///< std::optional<Instant>
        OwnedRole,                    ///< bool: drawn outlined
        OwnerRole,                    ///< QString
        ReasonRole,                   ///< QString, a sentence
        SortRole,                     ///< int: higher is worse
    };

    explicit ServiceListModel(const BoardFeed &feed, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    /// What is known of the service in this row; null when the row is not there. Valid until the next change of the board.
    const ServiceStatus *service(int row) const;
    /// -1 when it is not in the list.
    int rowOf(const ServiceId &id) const;

private:
    void handleChanges(const Changes &changes);

    const BoardFeed &m_feed;
};

} // namespace tocsin
