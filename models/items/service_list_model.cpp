// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/service_list_model.h"

#include "models/items/summary.h"
#include "models/items/words.h"

namespace tocsin {

ServiceListModel::ServiceListModel(const BoardFeed &feed, QObject *parent)
    : SyncedRows(parent)
    , m_feed(feed)
{
    connect(&feed, &BoardFeed::changed, this, &ServiceListModel::handleChanges);
    setRows(worstFirst(feed.board()));
}

const ServiceStatus *ServiceListModel::service(int row) const
{
    return knownOf(row, m_feed.board().services);
}

int ServiceListModel::rowOf(const ServiceId &id) const
{
    return positionOf(id);
}

QVariant ServiceListModel::data(const QModelIndex &index, int role) const
{
    const ServiceStatus *status = service(index.row());
    if (!status)
        return {};
    switch (role) {
    case NameRole:
        return QString::fromStdString(status->id.text());
    case StateRole:
        return QVariant::fromValue(status->state);
    case SinceRole:
        return QVariant::fromValue(status->since);
    case LastProofRole:
        return QVariant::fromValue(status->lastProof);
    case OwnedRole:
        return status->owned;
    case OwnerRole:
        return QString::fromStdString(status->owner);
    case ReasonRole:
        return words::sentence(status->reason);
    case SortRole:
        return static_cast<int>(status->state);
    case Qt::AccessibleTextRole:
        return words::tileSentence(*status, QTimeZone::systemTimeZone());
    default:
        return {};
    }
}

void ServiceListModel::handleChanges(const Changes &changes)
{
    if (changes.services.empty() && !changes.reset)
        return;
    setRows(worstFirst(m_feed.board()));
    std::unordered_set<ServiceId> changed;
    for (const ServiceStatus &status : changes.services)
        changed.insert(status.id);
    tellChangedRows(changed);
}

} // namespace tocsin
