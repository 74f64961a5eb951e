// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <string>

namespace tocsin {

enum class ReportFormat { Markdown, Json };

/// The report of an incident: Markdown in the reader's language, JSON in English. Any thread.
std::string incidentReport(
    const IncidentPtr &incident, const IncidentRules &rules, const std::string &shop, Instant now, ReportFormat format);

} // namespace tocsin
