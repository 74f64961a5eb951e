// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/report.h"

#include <algorithm>

namespace tocsin {

namespace {

/// Adds up what the timeline says of one service. What was before its first entry is not known, and counts as nothing.
ServiceImpact impactOn(const ServiceId &service, const Incident &incident, Instant from, Instant until)
{
    ServiceImpact impact{service, {}, {}, {}};
    const std::string subject = "service/" + service.text();
    Instant since = from;
    const auto add = [&](Instant to) {
        const Duration length = std::max(Duration(0), std::min(to, until) - std::max(since, from));
        if (impact.last == State::Down)
            impact.down += length;
        else if (impact.last == State::Degraded)
            impact.degraded += length;
    };
    for (const TimelineEntryPtr &entry : incident.timeline) {
        if (entry->kind != EntryKind::State || entry->subject != subject)
            continue;
        add(entry->at);
        since = entry->at;
        impact.last = entry->state;
    }
    add(until);
    return impact;
}

} // namespace

Duration IncidentReport::length() const
{
    return std::max(Duration(0), until - incident->milestone(MilestoneKind::Started).at.value_or(incident->declaredAt));
}

IncidentReport makeReport(IncidentPtr incident, const IncidentRules &rules, const std::string &shop, Instant now)
{
    IncidentReport report;
    report.shop = shop;
    report.until = incident->milestone(MilestoneKind::Resolved).at.value_or(now);
    if (const auto it = rules.criteria.find(incident->severity); it != rules.criteria.end())
        report.criterion = it->second;
    const Instant started = incident->milestone(MilestoneKind::Started).at.value_or(incident->declaredAt);
    for (std::size_t i = 0; i < milestoneCount; ++i) {
        ReportedTime time{static_cast<MilestoneKind>(i), incident->milestones[i], {}, rules.objectives[i]};
        if (time.milestone.at)
            time.after = *time.milestone.at - started;
        report.times.push_back(std::move(time));
    }
    for (const ServiceId &service : incident->services)
        report.impact.push_back(impactOn(service, *incident, started, report.until));
    report.incident = std::move(incident);
    return report;
}

} // namespace tocsin
