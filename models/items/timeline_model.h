// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/items/synced_rows.h"

#include <QAbstractListModel>
#include <QString>

namespace tocsin {

/// Which entries are shown; what is not set does not restrict.
struct TimelineFilter {
    enum class Kinds { All, Alerts, People, Pinned };

    Kinds kinds = Kinds::All;
    QString text; ///< in what an entry says, without regard to case

    friend bool operator==(const TimelineFilter &, const TimelineFilter &) = default;
};

/// The timeline of one incident as a list, the newest last. UI thread; owned by its view or page.
class TimelineModel final : public SyncedRows<QAbstractListModel, TimelineEntryPtr>
{
    Q_OBJECT

public:
    enum Role {
        WhatRole = Qt::DisplayRole,
        DetailRole = Qt::UserRole + 1, ///< QString; may be empty
        EvidenceRole,                  ///< QString in lines; may be empty
        AtRole,                        ///< Instant
        KindRole,                      ///< EntryKind
        StateRole,                     ///< std::optional<State>
        PinnedRole,                    ///< bool
        CorrectionRole,                ///< QString; empty: it stands as it is
    };

    using SyncedRows::SyncedRows;

    /// Shows this incident from now on; null shows nothing. The same incident again is told by differences.
    void setIncident(const IncidentPtr &incident);
    void setFilter(const TimelineFilter &filter);
    const TimelineFilter &filter() const { return m_filter; }
    int total() const { return m_incident ? static_cast<int>(m_incident->timeline.size()) : 0; }
    int pinnedCount() const { return m_incident ? static_cast<int>(m_incident->pinned.size()) : 0; }

    QVariant data(const QModelIndex &index, int role) const override;
    TimelineEntryPtr entry(int row) const; ///< null when the row is not there
    bool isPinned(int row) const;

private:
    bool passes(const TimelineEntry &entry) const;
    std::vector<TimelineEntryPtr> wanted() const;
    QString correctionOf(const TimelineEntry &entry) const;
    void tellMarks(const Incident &before);

    IncidentPtr m_incident;
    TimelineFilter m_filter;
};

} // namespace tocsin
