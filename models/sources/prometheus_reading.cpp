// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/prometheus_reading.h"

#include "models/sources/answer_check.h"
#include "models/sources/label_fingerprint.h"
#include "models/transport/url.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

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
constexpr Phrase kIncomplete{
    "prometheus_incomplete", QT_TRANSLATE_NOOP("Phrase", "Prometheus says that its answer is incomplete: %1")};
constexpr Phrase kUnreadable{"prometheus_unreadable_alerts", QT_TRANSLATE_NOOP("Phrase", "%1 of its alerts cannot be read")};
constexpr Phrase kNoRuleHealth{
    "prometheus_rules_unread", QT_TRANSLATE_NOOP("Phrase", "Whether its rules are evaluated cannot be told: %1")};
constexpr Phrase kRecordingFails{
    "prometheus_recording_fails", QT_TRANSLATE_NOOP("Phrase", "%2, and alerting rules rest on it: %1")};
constexpr Phrase kOldSample{
    "prometheus_old_sample", QT_TRANSLATE_NOOP("Phrase", "The value is %1 old (of %2): it proves nothing about now")};

constexpr std::size_t kMostRuleTroubles = 5;
constexpr int kMostIntervals = 4;
constexpr Duration kLeastPatience = std::chrono::minutes(1);
constexpr Duration kOldestSample = std::chrono::minutes(5); // how far back Prometheus itself looks for a value

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

/// Whether the query reads the series of this name: as a whole word, not as a part of another name.
bool mentions(std::string_view query, std::string_view name)
{
    const auto isOfName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
    };
    for (std::size_t at = query.find(name); at != std::string_view::npos; at = query.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isOfName(query[at - 1])) && (end == query.size() || !isOfName(query[end])))
            return true;
    }
    return false;
}

/// The recording rules without whose series no alerting rule can judge, directly or through one another.
std::unordered_set<std::string> neededRecordings(const std::vector<PrometheusRule> &rules)
{
    std::unordered_set<std::string> needed;
    std::vector<const PrometheusRule *> readers;
    for (const PrometheusRule &rule : rules) {
        if (rule.isAlerting)
            readers.push_back(&rule);
    }
    while (!readers.empty()) {
        const PrometheusRule *reader = readers.back();
        readers.pop_back();
        for (const PrometheusRule &rule : rules) {
            if (!rule.isAlerting && mentions(reader->query, rule.name) && needed.insert(rule.name).second)
                readers.push_back(&rule);
        }
    }
    return needed;
}

void judgeRules(const std::vector<PrometheusRule> &rules, Instant serverNow, SourceReading &reading)
{
    std::size_t alerting = 0;
    std::size_t count = 0;
    std::vector<const PrometheusRule *> brokenRecordings;
    for (const PrometheusRule &rule : rules) {
        alerting += rule.isAlerting ? 1 : 0;
        std::optional<Reason> trouble = ruleTrouble(rule, serverNow);
        if (!trouble)
            continue;
        if (!rule.isAlerting)
            brokenRecordings.push_back(&rule);
        else if (++count <= kMostRuleTroubles)
            reading.troubles.push_back(std::move(*trouble));
        // Before the first evaluation after a start it lists nothing, whatever fired before.
        reading.isComplete = reading.isComplete && !(rule.isAlerting && !rule.lastEvaluation);
    }
    if (alerting == 0)
        reading.troubles.push_back(Reason(kNoRules));
    const auto needed = brokenRecordings.empty() ? std::unordered_set<std::string>() : neededRecordings(rules);
    for (const PrometheusRule *rule : brokenRecordings) {
        const Reason trouble = *ruleTrouble(*rule, serverNow);
        if (needed.count(rule->name) == 0)
            reading.remarks.push_back(trouble);
        else if (++count <= kMostRuleTroubles)
            reading.troubles.push_back(Reason(kRecordingFails, {rule->name, trouble}));
    }
    if (count > kMostRuleTroubles)
        reading.troubles.push_back(Reason(kMoreRules, {std::to_string(count - kMostRuleTroubles)}));
}

/// A list that calls itself incomplete proves nothing about what it lacks.
template<typename Data> void judgeWholeness(const PrometheusAnswer<Data> &answer, SourceReading &reading)
{
    for (const std::string &warning : answer.warnings)
        reading.troubles.push_back(Reason(kIncomplete, {warning}));
    if (answer.isPartial)
        reading.troubles.push_back(Reason(partialAnswerPhrase));
    if (answer.unreadable > 0)
        reading.troubles.push_back(Reason(kUnreadable, {std::to_string(answer.unreadable)}));
    reading.isComplete = reading.isComplete && answer.warnings.empty() && !answer.isPartial && answer.unreadable == 0;
}

void judgeAge(const HttpResponse &answer, Instant now, SourceReading &reading)
{
    for (Reason trouble : ageTroubles(answer, now)) {
        reading.isComplete = false;
        const bool isSaid = std::find(reading.troubles.begin(), reading.troubles.end(), trouble) != reading.troubles.end();
        if (!isSaid)
            reading.troubles.push_back(std::move(trouble));
    }
}

/// What the rules say of the quiet; returns the query of each alerting rule by its name.
std::unordered_map<std::string, std::string> readRuleHealth(
    const Result<HttpResponse> &rules, Instant now, SourceReading &reading)
{
    std::unordered_map<std::string, std::string> queries;
    const auto read = readAnswer(rules, parsePrometheusRules);
    if (!read) { // what fires is known all the same
        reading.troubles.push_back(Reason(kNoRuleHealth, {read.error().reason}));
        reading.isComplete = false;
        return queries;
    }
    judgeAge(*rules, now, reading);
    judgeRules(read->data, serverTime(*rules, now), reading);
    judgeWholeness(*read, reading);
    for (const PrometheusRule &rule : read->data) {
        if (rule.isAlerting)
            queries.try_emplace(rule.name, rule.query);
    }
    return queries;
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
    alert.name = alertName(from.labels);
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

std::optional<Reason> answerTrouble(const HttpResponse &answer, const std::vector<Series> &series, Instant now)
{
    std::vector<Reason> troubles = ageTroubles(answer, now);
    if (!troubles.empty())
        return std::move(troubles.front());
    const Instant asked = serverTime(answer, now);
    for (const Series &one : series) {
        if (!one.samples.empty() && asked - one.samples.back().at > kOldestSample)
            return Reason(kOldSample, {formatDuration(asked - one.samples.back().at), formatRfc3339(one.samples.back().at)});
    }
    return std::nullopt;
}

PrometheusReading readPrometheus(const Result<HttpResponse> &alerts, const Result<HttpResponse> &rules,
    const PrometheusSettings &settings, const AlertSetPtr &previous, Instant now)
{
    auto readAlerts = readAnswer(alerts, parsePrometheusAlerts);
    if (!readAlerts)
        return {Failure(std::move(readAlerts).error()), nullptr};
    SourceReading reading;
    reading.evidence = alerts->evidence;
    judgeAge(*alerts, now, reading);
    judgeWholeness(*readAlerts, reading);
    const Queries queries = readRuleHealth(rules, now, reading);
    AlertSetPtr all = fillAlerts(std::move(readAlerts->data), queries, settings, previous, reading);
    if (reading.alerts.empty() && all->size() > 0)
        reading.remarks.push_back(Reason(allFilteredPhrase, {std::to_string(all->size())}));
    return {std::move(reading), std::move(all)};
}

} // namespace tocsin
