// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/key_table.h"
#include "models/domain/matcher.h"
#include "models/domain/reason.h"
#include "models/domain/settings.h"
#include "models/domain/severity.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace tocsin {

inline constexpr Key severityLabelKey{
    .name = "severity_label", .type = KeyType::Text, .help = "Label that says how bad an alert is.", .fallback = "severity"};
inline constexpr Key severitiesKey{.name = "severities",
    .type = KeyType::TextMap,
    .help = "Which word of that label means critical, major, warning, info or none, beside the usual words."};
inline constexpr Key filterKey{
    .name = "filter", .type = KeyType::Matchers, .help = "Label matchers; alerts that do not match are left out."};

inline constexpr Phrase allFilteredPhrase{
    "alerts_all_filtered", QT_TRANSLATE_NOOP("Phrase", "The filter leaves out every alert of this source: %1 now")};

/// What a source's alerts share: which label tells the severity, what its words mean, and which alerts are wanted. Made
/// once from the settings. An immutable value; any thread.
struct AlertSettings {
    std::string severityLabel = "severity";
    SeverityMap severities;
    Matchers filter;

    static AlertSettings from(const Settings &settings);
};

/// Words of `severities` that mean no severity of ours, and a filter that does not parse.
std::vector<SettingProblem> alertSettingProblems(const Settings &settings);

} // namespace tocsin
