// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/prometheus_reading.h"

#include "models/sources/answer_check.h"
#include "models/sources/label_fingerprint.h"

#include <QtGlobal>

#include <algorithm>
#include <unordered_map>

namespace tocsin {

namespace {

constexpr Phrase kRuleFails{
    "prometheus_rule_fails", QT_TRANSLATE_NOOP("Phrase", "The rule %1 (group %2) cannot be evaluated: %3")};
constexpr Phrase kRuleNew{
    "prometheus_rule_new", QT_TRANSLATE_NOOP("Phrase", "The rule %1 (group %2) has not been evaluated yet")};
constexpr Phrase kRuleStuck{
    "prometheus_rule_stuck", QT_TRANSLATE_NOOP("Phrase", "The rule %1 (group %2) was last evaluated %3 ago, its interval is %4")};
constexpr Phrase kMoreRules{"prometheus_more_rules", QT_TRANSLATE_NOOP("Phrase", "%1 more rules are in trouble")};
constexpr Phrase kNoRules{"prometheus_no_rules",
    QT_TRANSLATE_NOOP(
        "Phrase", "No alerting rule is loaded, so that no alert proves nothing; set \"alerts: false\" for queries only")};
constexpr Phrase kWarning{"prometheus_warning", QT_TRANSLATE_NOOP("Phrase", "Prometheus warns: %1")};

constexpr std::size_t kMostRuleTroubles = 5;
constexpr int kMostIntervals = 4;
constexpr Duration kLeastPatience = std::chrono::minutes(1);

template<typename Data>
Result<PrometheusAnswer<Data>> readAnswer(
    const Result<HttpResponse> &answer, Result<PrometheusAnswer<Data>> (*parse)(std::string_view))
{
    if (!answer)
        return Failure(answer.error());
    if (std::optional<Error> problem = prometheusProblem(*answer))
        return Failure(std::move(*problem));
    Result<PrometheusAnswer<Data>> read = parse(answer->body);
    if (!read)
        read.error().evidence = answer->evidence;
    return read;
}

std::optional<Reason> ruleTrouble(const PrometheusRule &rule, Instant serverNow)
{
    if (rule.health == "unknown" || (rule.health == "ok" && !rule.lastEvaluation))
        return Reason(kRuleNew, {rule.name, rule.group});
    if (rule.health != "ok")
        return Reason(kRuleFails, {rule.name, rule.group, rule.lastError.empty() ? rule.health : rule.lastError});
    const Duration patience = std::max(rule.interval * kMostIntervals, kLeastPatience);
    const Duration age = serverNow - *rule.lastEvaluation;
    if (age > patience)
        return Reason(kRuleStuck, {rule.name, rule.group, formatDuration(age), formatDuration(rule.interval)});
    return std::nullopt;
}

void judgeRules(const std::vector<PrometheusRule> &rules, Instant serverNow, std::vector<Reason> &troubles)
{
    if (rules.empty())
        troubles.push_back(Reason(kNoRules));
    std::size_t count = 0;
    for (const PrometheusRule &rule : rules) {
        std::optional<Reason> trouble = ruleTrouble(rule, serverNow);
        if (trouble && ++count <= kMostRuleTroubles)
            troubles.push_back(std::move(*trouble));
    }
    if (count > kMostRuleTroubles)
        troubles.push_back(Reason(kMoreRules, {std::to_string(count - kMostRuleTroubles)}));
}

using Queries = std::unordered_map<std::string, std::string>;

/// The page of Prometheus that shows what the alert's rule asks.
std::string graphLink(const std::string &url, const std::string &alertName, const Queries &queries)
{
    const auto it = queries.find(alertName);
    if (it == queries.end() || it->second.empty())
        return safeLink(joinUrl(url, "alerts"));
    return safeLink(joinUrl(url, "graph?g0.expr=" + percentEncoded(it->second) + "&g0.tab=1"));
}

Alert makeAlert(PrometheusAlert from, const PrometheusSettings &settings, const Queries &queries)
{
    Alert alert;
    alert.key = AlertKey{settings.id, labelFingerprint(from.labels)};
    alert.name = from.labels.value("alertname");
    alert.summary = alertSummary(from.annotations);
    alert.severityText = from.labels.value(settings.alerts.severityLabel);
    alert.severity = settings.alerts.severities.severity(alert.severityText);
    alert.phase = from.phase;
    alert.startsAt = from.activeAt;
    alert.link = graphLink(settings.url, alert.name, queries);
    alert.labels = std::move(from.labels);
    alert.annotations = std::move(from.annotations);
    return alert;
}

/// Two alerts of one identity: equal labels from two rules, of which the firing one stands, or a collision of the hash,
/// which somebody who may choose labels could bring about to hide an alert.
bool resolveClash(Alert &alert, const AlertSet &all, bool &isNew)
{
    isNew = true;
    const std::string identity = alert.key.externalId;
    for (int number = 2; const AlertPtr known = all.find(alert.key.externalId); ++number) {
        if (known->labels == alert.labels) {
            isNew = false;
            return known->phase == AlertPhase::Pending && alert.phase == AlertPhase::Firing;
        }
        alert.key.externalId = identity + '-' + std::to_string(number);
    }
    return true;
}

AlertSetPtr fillAlerts(std::vector<PrometheusAlert> alerts, const Queries &queries, const PrometheusSettings &settings,
    const AlertSetPtr &previous, SourceReading &reading)
{
    const AlertSet none;
    auto all = std::make_shared<AlertSet>();
    all->reserve(alerts.size());
    std::vector<std::string> order;
    for (PrometheusAlert &one : alerts) {
        Alert alert = makeAlert(std::move(one), settings, queries);
        bool isNew = false;
        if (!resolveClash(alert, *all, isNew))
            continue;
        if (isNew)
            order.push_back(alert.key.externalId);
        all->add(std::move(alert), previous ? *previous : none);
    }
    for (const std::string &id : order) {
        AlertPtr alert = all->find(id);
        if (allMatch(settings.alerts.filter, alert->labels))
            reading.alerts.push_back(std::move(alert));
    }
    return all;
}

} // namespace

std::optional<Error> prometheusProblem(const HttpResponse &answer)
{
    std::optional<Error> problem = answerProblem(answer);
    if (!problem || answer.status == 401 || answer.status == 403)
        return problem;
    if (std::optional<Error> told = prometheusError(answer.body)) {
        told->evidence = problem->evidence;
        return told;
    }
    return problem;
}

PrometheusReading readPrometheus(const Result<HttpResponse> &alerts, const Result<HttpResponse> &rules,
    const PrometheusSettings &settings, const AlertSetPtr &previous, Instant now)
{
    auto readAlerts = readAnswer(alerts, parsePrometheusAlerts);
    if (!readAlerts)
        return {Failure(std::move(readAlerts).error()), nullptr};
    const auto readRules = readAnswer(rules, parsePrometheusRules);
    if (!readRules) // without them nobody knows whether the quiet is real
        return {Failure(readRules.error()), nullptr};
    SourceReading reading;
    reading.evidence = alerts->evidence;
    AnswerAge age = answerAge(*alerts, now);
    reading.troubles = std::move(age.troubles);
    reading.remarks = std::move(age.remarks);
    judgeRules(readRules->data, serverTime(*rules, now), reading.troubles);
    for (const std::string &warning : readAlerts->warnings)
        reading.remarks.push_back(Reason(kWarning, {warning}));
    for (const std::string &warning : readRules->warnings)
        reading.remarks.push_back(Reason(kWarning, {warning}));
    Queries queries;
    for (const PrometheusRule &rule : readRules->data)
        queries.try_emplace(rule.name, rule.query);
    AlertSetPtr all = fillAlerts(std::move(readAlerts->data), queries, settings, previous, reading);
    return {std::move(reading), std::move(all)};
}

} // namespace tocsin
