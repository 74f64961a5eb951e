// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <functional>
#include <string>
#include <vector>

namespace tocsin {

/// How long a service was down, or worked badly, from the start of the incident to its end.
struct ServiceImpact {
    ServiceId service;
    Duration down{};
    Duration degraded{};
    std::optional<State> last; ///< the last that is known

    friend bool operator==(const ServiceImpact &, const ServiceImpact &) = default;
};

/// One of the moments, measured against the shop's objective. Lengths are counted from the start.
struct ReportedTime {
    MilestoneKind kind = MilestoneKind::Started;
    Milestone milestone;
    std::optional<Duration> after;
    std::optional<Duration> objective;

    bool isMissed() const { return after && objective && *after > *objective; }
};

/// What a report says, before it is written down in any format. Pure values; `until` is when it was resolved, or the time of
/// the report while it is not.
struct IncidentReport {
    IncidentPtr incident;
    std::string shop;
    Instant until{};
    std::string criterion; ///< what the severity means to the shop
    std::vector<ReportedTime> times;
    std::vector<ServiceImpact> impact;

    Duration length() const; ///< from the start to `until`
};

IncidentReport makeReport(IncidentPtr incident, const IncidentRules &rules, const std::string &shop, Instant now);

/// One JSON object, in English, times in RFC 3339, lengths in whole seconds (`_s`), rounded down.
std::string reportJson(const IncidentReport &report);

/// Says a reason in the reader's language.
using Say = std::function<std::string(const Reason &)>;
/// Markdown (CommonMark with tables). Text from outside is escaped: it can neither format nor link. All times are UTC.
std::string reportMarkdown(const IncidentReport &report, const Say &say);

} // namespace tocsin
