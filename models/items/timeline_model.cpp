// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/timeline_model.h"

#include "models/items/incident_words.h"
#include "models/items/words.h"

#include <algorithm>

namespace tocsin {

void TimelineModel::setIncident(const IncidentPtr &incident)
{
    const IncidentPtr before = std::exchange(m_incident, incident);
    const bool isSame = before && incident && before->id == incident->id;
    if (!isSame)
        setRows({}); // lines of another incident are other lines
    setRows(wanted());
    if (isSame)
        tellMarks(*before);
}

void TimelineModel::setFilter(const TimelineFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    setRows(wanted());
}

std::vector<TimelineEntryPtr> TimelineModel::wanted() const
{
    if (!m_incident)
        return {};
    if (m_filter == TimelineFilter())
        return m_incident->timeline;
    std::vector<TimelineEntryPtr> passing;
    std::copy_if(m_incident->timeline.begin(), m_incident->timeline.end(), std::back_inserter(passing),
        [this](const TimelineEntryPtr &entry) { return passes(*entry); });
    return passing;
}

bool TimelineModel::passes(const TimelineEntry &entry) const
{
    using Kinds = TimelineFilter::Kinds;
    if (m_filter.kinds == Kinds::Pinned && m_incident->pinned.count(entry.id) == 0)
        return false;
    if (m_filter.kinds == Kinds::Alerts && isOfPeople(entry.kind))
        return false;
    if (m_filter.kinds == Kinds::People && !isOfPeople(entry.kind))
        return false;
    return m_filter.text.isEmpty() || words::sentence(entry.what).contains(m_filter.text, Qt::CaseInsensitive)
        || words::sentence(entry.detail).contains(m_filter.text, Qt::CaseInsensitive)
        || QString::fromStdString(entry.evidence).contains(m_filter.text, Qt::CaseInsensitive);
}

/// Pins and corrections change lines that are there already.
void TimelineModel::tellMarks(const Incident &before)
{
    if (before.pinned == m_incident->pinned && before.corrections == m_incident->corrections)
        return;
    std::vector<int> changed;
    for (int row = 0; row < rowCount(); ++row) {
        const EventId &id = rows()[static_cast<std::size_t>(row)]->id;
        const auto was = before.corrections.find(id);
        const auto is = m_incident->corrections.find(id);
        const bool isCorrected = (was == before.corrections.end()) != (is == m_incident->corrections.end())
            || (is != m_incident->corrections.end() && !(was->second == is->second));
        if (isCorrected || before.pinned.count(id) != m_incident->pinned.count(id))
            changed.push_back(row);
    }
    tellChanged(changed);
}

TimelineEntryPtr TimelineModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? rows()[static_cast<std::size_t>(row)] : nullptr;
}

bool TimelineModel::isPinned(int row) const
{
    const TimelineEntryPtr shown = entry(row);
    return shown && m_incident->pinned.count(shown->id) > 0;
}

QString TimelineModel::correctionOf(const TimelineEntry &entry) const
{
    const auto it = m_incident->corrections.find(entry.id);
    return it == m_incident->corrections.end() ? QString() : words::correction(it->second);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineEntryPtr shown = entry(index.row());
    if (!shown)
        return {};
    switch (role) {
    case WhatRole:
        return words::sentence(shown->what);
    case DetailRole:
        return words::sentence(shown->detail);
    case EvidenceRole:
        return QString::fromStdString(shown->evidence);
    case AtRole:
        return QVariant::fromValue(shown->at);
    case KindRole:
        return QVariant::fromValue(shown->kind);
    case StateRole:
        return QVariant::fromValue(shown->state);
    case PinnedRole:
        return isPinned(index.row());
    case CorrectionRole:
        return correctionOf(*shown);
    case Qt::AccessibleTextRole:
        return words::spokenEntry(*shown);
    default:
        return {};
    }
}

} // namespace tocsin
