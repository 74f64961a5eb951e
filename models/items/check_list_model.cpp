// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/check_list_model.h"

#include "models/items/summary.h"
#include "models/items/words.h"

namespace tocsin {

CheckListModel::CheckListModel(const BoardFeed &feed, QObject *parent)
    : SyncedRows(parent)
    , m_feed(feed)
{
    connect(&feed, &BoardFeed::changed, this, &CheckListModel::handleChanges);
}

void CheckListModel::setService(const ServiceId &service)
{
    m_service = service;
    setRows({}); // rows of another service are other rows
    setRows(wanted());
}

std::vector<CheckId> CheckListModel::wanted() const
{
    const auto it = m_feed.board().services.find(m_service);
    return it == m_feed.board().services.end() ? std::vector<CheckId>() : worstFirst(m_feed.board(), it->second);
}

const CheckStatus *CheckListModel::check(int row) const
{
    return knownOf(row, m_feed.board().checks);
}

int CheckListModel::rowOf(const CheckId &id) const
{
    return positionOf(id);
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    const CheckStatus *status = check(index.row());
    if (!status)
        return {};
    switch (role) {
    case NameRole:
        return QString::fromStdString(status->name);
    case StateRole:
        return QVariant::fromValue(status->state);
    case SinceRole:
        return QVariant::fromValue(status->since);
    case LastProofRole:
        return QVariant::fromValue(status->lastProof);
    case LatencyRole:
        return QVariant::fromValue(status->last
                ? std::optional(std::chrono::duration_cast<Duration>(status->last->evidence.timings.total))
                : std::optional<Duration>());
    case OwnedRole:
        return status->acknowledgement.has_value();
    case ReasonRole:
        return words::sentence(status->reason);
    case SortRole:
        return static_cast<int>(status->state);
    default:
        return {};
    }
}

void CheckListModel::handleChanges(const Changes &changes)
{
    setRows(wanted());
    std::unordered_set<CheckId> changed;
    for (const CheckStatus &status : changes.checks)
        changed.insert(status.id);
    tellChangedRows(changed);
}

} // namespace tocsin
