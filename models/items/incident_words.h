// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/domain/incident/related.h"

#include <QString>
#include <QTimeZone>

/// What is said of incidents, in the reader's language. Pure functions, as `words.h`.
namespace tocsin::words {

/// "SEV1".
QString severity(IncidentSeverity severity);
QString statusName(IncidentStatus status);
QString roleName(const RoleId &role);
QString milestoneName(MilestoneKind milestone);

/// "SEV1 Payments fail at provider A".
QString incidentTitle(const Incident &incident);
/// For bar and wall: "Payments fail at provider A · identified · Ada commands · 15:11".
QString incidentLine(const Incident &incident, Instant now);
/// Of the worst of them, for who reads from 8 m away: what matters most comes first, without seconds, and how many more there
/// are.
QString incidentsFromAfar(const std::vector<IncidentPtr> &open, Instant now);
/// How long it has been going on, or how long it went on.
Duration runningTime(const Incident &incident, Instant now);
/// "0:28 of 1:00", or "0:28"; a dash where it has not come yet.
QString milestoneTime(const Incident &incident, MilestoneKind milestone, const IncidentRules &rules);
/// Whether the objective is missed, by a moment that came too late or by one that is overdue.
bool isMissed(const Incident &incident, MilestoneKind milestone, const IncidentRules &rules, Instant now);
/// Where a moment comes from: the evidence, or the person who set it and why.
QString milestoneSource(const Milestone &milestone, const QTimeZone &zone);

/// "12 entries".
QString entryCount(int count);
/// "and 2 more incidents".
QString moreIncidents(int count);
QString correction(const Correction &correction);
/// What a screen reader says of a line of the timeline.
QString spokenEntry(const TimelineEntry &entry);
/// The handover, as plain text in three paragraphs: conditions, actions, needs.
QString briefText(const Incident &incident);

} // namespace tocsin::words
