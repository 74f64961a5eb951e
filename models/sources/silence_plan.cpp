// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/silence_plan.h"

#include <QtGlobal>

#include <algorithm>
#include <set>
#include <unordered_set>

namespace tocsin {

namespace {

constexpr Phrase kNoLabels{"ack_no_labels", QT_TRANSLATE_NOOP("Phrase", "The alert has no labels that a silence could match")};
constexpr Phrase kNotExact{
    "ack_not_exact", QT_TRANSLATE_NOOP("Phrase", "A silence for this alert would match %1 alerts; nothing was sent")};

constexpr const char *kNameLabel = "alertname";

} // namespace

std::string SilencePlan::text() const
{
    std::string text = "{";
    for (const Matcher &matcher : matchers)
        text.append(text.size() > 1 ? ", " : "").append(matcher.text());
    return text + '}';
}

int countMatching(const Matchers &matchers, const std::vector<AlertPtr> &alerts)
{
    return static_cast<int>(
        std::count_if(alerts.begin(), alerts.end(), [&](const AlertPtr &alert) { return allMatch(matchers, alert->labels); }));
}

Result<SilencePlan> planSilence(const Alert &alert, const std::vector<AlertPtr> &siblings)
{
    Matchers equalities;
    for (const auto &[name, value] : alert.labels) {
        if (!value.empty())
            equalities.push_back(Matcher::equal(name, value));
    }
    if (equalities.empty())
        return failure(ErrorKind::Unsupported, Reason(kNoLabels));
    const std::string_view alertName = alert.labels.value(kNameLabel);
    std::set<std::string> beyond;
    std::vector<AlertPtr> others;
    std::unordered_set<AlertKey> seen;
    for (const AlertPtr &sibling : siblings) {
        if (sibling->key == alert.key || !seen.insert(sibling->key).second)
            continue;
        others.push_back(sibling);
        const bool isNamesake = !alertName.empty() && sibling->labels.value(kNameLabel) == alertName;
        if (!isNamesake && !allMatch(equalities, sibling->labels))
            continue;
        for (const auto &[name, value] : sibling->labels) {
            if (!value.empty() && alert.labels.value(name).empty())
                beyond.insert(name);
        }
    }
    SilencePlan plan;
    plan.matchers = std::move(equalities);
    for (const std::string &name : beyond)
        plan.matchers.push_back(Matcher::equal(name, {}));
    std::sort(plan.matchers.begin(), plan.matchers.end(), [](const Matcher &a, const Matcher &b) { return a.name() < b.name(); });
    plan.matching = 1 + countMatching(plan.matchers, others);
    if (plan.matching != 1)
        return failure(ErrorKind::Unsupported, Reason(kNotExact, {std::to_string(plan.matching)}));
    return plan;
}

} // namespace tocsin
