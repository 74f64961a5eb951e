// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/running_alerts.h"

#include <QUrl>

namespace tocsin {

Labels labelsOf(const ScriptedAlert &rule)
{
    Labels labels{{"alertname", std::string(rule.name)}, {"severity", std::string(rule.severity)}, {"env", "drill"}};
    if (!rule.service.empty())
        labels.set("service", std::string(rule.service));
    if (!rule.instance.empty()) {
        labels.set("instance", std::string(rule.instance));
        labels.set("job", std::string(rule.service));
    }
    if (!rule.extraLabel.empty())
        labels.set(std::string(rule.extraLabel), std::string(rule.extraValue));
    return labels;
}

Labels annotationsOf(const ScriptedAlert &rule)
{
    Labels annotations{{"summary", std::string(rule.summary)},
        {"description", "Drill: " + std::string(rule.summary) + ". Nothing real is concerned."}};
    if (!rule.service.empty()) {
        annotations.set("runbook_url", "https://runbooks.example.net/" + std::string(rule.name));
        annotations.set("dashboard", "https://grafana.example.net/d/" + std::string(rule.service));
    }
    return annotations;
}

std::vector<RunningAlert> runningAlerts(const ShopModel &model, const std::string &prometheusUrl, Instant now)
{
    std::vector<RunningAlert> running;
    const Duration sinceStart = model.scriptTime(now);
    for (const ScriptedAlert &rule : model.script().alerts) {
        if (sinceStart < rule.from || sinceStart >= rule.to)
            continue;
        const QString expression = QString::fromUtf8(rule.expression.data(), static_cast<qsizetype>(rule.expression.size()));
        RunningAlert alert;
        alert.rule = &rule;
        alert.labels = labelsOf(rule);
        alert.annotations = annotationsOf(rule);
        alert.activeAt = model.calendarTime(rule.from);
        alert.firesAt = model.calendarTime(rule.from + rule.holds);
        alert.isFiring = sinceStart >= rule.from + rule.holds;
        alert.generatorUrl = prometheusUrl + "/graph?g0.expr=" + QUrl::toPercentEncoding(expression).toStdString() + "&g0.tab=1";
        running.push_back(std::move(alert));
    }
    return running;
}

} // namespace tocsin
