// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/severity_settings.h"

namespace tocsin {

AlertSettings AlertSettings::from(const Settings &settings)
{
    AlertSettings result;
    result.severityLabel = settings.text("severity_label", "severity");
    for (const auto &[word, meaning] : settings.textMap("severities")) {
        if (const std::optional<Severity> severity = severityFromWord(meaning))
            result.severities.set(word, *severity);
    }
    if (auto filter = parseMatchers(settings.text("filter")))
        result.filter = std::move(*filter);
    return result;
}

std::vector<SettingProblem> alertSettingProblems(const Settings &settings)
{
    std::vector<SettingProblem> problems;
    if (settings.contains("severity_label") && settings.text("severity_label").empty())
        problems.push_back({"severity_label", "the name of a label cannot be empty", "severity"});
    for (const auto &[word, meaning] : settings.textMap("severities")) {
        if (!severityFromWord(meaning))
            problems.push_back({"severities", "\"" + meaning + "\" (for the word \"" + word + "\") is no severity of Tocsin",
                "critical, major, warning, info or none"});
    }
    if (const auto filter = parseMatchers(settings.text("filter")); !filter)
        problems.push_back({"filter", filter.error().detail, "env=\"prod\""});
    return problems;
}

} // namespace tocsin
