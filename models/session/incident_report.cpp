// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/incident_report.h"

#include "models/incidents/report.h"
#include "models/items/words.h"

namespace tocsin {

std::string incidentReport(
    const IncidentPtr &incident, const IncidentRules &rules, const std::string &shop, Instant now, ReportFormat format)
{
    const IncidentReport report = makeReport(incident, rules, shop, now);
    if (format == ReportFormat::Json)
        return reportJson(report);
    return reportMarkdown(report, [](const Reason &reason) { return words::sentence(reason).toStdString(); });
}

} // namespace tocsin
