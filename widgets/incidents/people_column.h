// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/incident_feed.h"

#include <QTimeZone>
#include <QWidget>

#include <vector>

class QLabel;

namespace tocsin {

class PairList;
class SectionHeader;

/// Who has which role, what that person should do now, and the times against the shop's objectives. UI thread; owned by the page;
/// the feed must outlive it.
class PeopleColumn final : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleColumn(const IncidentFeed &feed, QWidget *parent = nullptr);

    void show(const IncidentPtr &incident, Instant now, const QTimeZone &zone);
    void tick(Instant now);

signals:
    void roleChosen(const tocsin::RoleId &role);
    void milestoneChosen(tocsin::MilestoneKind milestone);

private:
    void refreshRoles();
    void refreshTimes();

    const IncidentFeed &m_feed;
    IncidentPtr m_incident;
    Instant m_now{};
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<RoleId> m_shownRoles;
    PairList *m_roles;
    PairList *m_times;
    SectionHeader *m_dutyHeader;
    QLabel *m_duty;
};

} // namespace tocsin
