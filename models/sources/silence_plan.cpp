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

namespace {

/// Labels without value are as none to Alertmanager.
std::vector<std::string> namesOf(const Labels &labels)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : labels) {
        if (!value.empty())
            names.push_back(name);
    }
    return names;
}

std::string wholeOf(const Labels &labels)
{
    std::string whole;
    for (const auto &[name, value] : labels) {
        if (!value.empty())
            whole.append(name).append(1, '\0').append(value).append(1, '\0');
    }
    return whole;
}

} // namespace

SilenceSiblings::SilenceSiblings(std::vector<AlertPtr> alerts)
    : m_alerts(std::move(alerts))
{
    for (const AlertPtr &alert : m_alerts) {
        Namesakes &namesakes = m_namesakes[std::string(alert->labels.value(kNameLabel))];
        namesakes.byNames.try_emplace(namesOf(alert->labels), alert);
        namesakes.byWholeLabels[wholeOf(alert->labels)].push_back(alert);
    }
}

std::vector<AlertPtr> SilenceSiblings::of(const Alert &alert) const
{
    const std::string_view alertName = alert.labels.value(kNameLabel);
    const auto found = m_namesakes.find(alertName);
    // A silence for an alert without a name may match alerts of any.
    if (alertName.empty() || found == m_namesakes.end())
        return m_alerts;
    std::vector<AlertPtr> siblings;
    for (const auto &[names, sibling] : found->second.byNames)
        siblings.push_back(sibling);
    if (const auto same = found->second.byWholeLabels.find(wholeOf(alert.labels)); same != found->second.byWholeLabels.end()) {
        for (const AlertPtr &sibling : same->second) {
            const bool isNew = std::find(siblings.begin(), siblings.end(), sibling) == siblings.end();
            if (isNew)
                siblings.push_back(sibling);
        }
    }
    std::erase_if(siblings, [&](const AlertPtr &sibling) { return sibling->key == alert.key; });
    return siblings;
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
