// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/board_json.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

using Json = nlohmann::ordered_json;

Json instantOrNull(Instant instant)
{
    return instant == Instant() ? Json() : Json(formatRfc3339(instant));
}

Json latencyMs(const CheckStatus &check)
{
    if (!check.last || check.last->evidence.timings.total.count() == 0)
        return nullptr;
    return static_cast<double>(check.last->evidence.timings.total.count()) / 1000.0;
}

Json checkJson(const CheckStatus &check)
{
    return {{"name", check.name}, {"type", check.type}, {"state", stateWord(check.state)}, {"reason", english(check.reason)},
        {"latency_ms", latencyMs(check)}};
}

Json serviceJson(const Board &board, const ServiceStatus &service)
{
    Json checks = Json::array();
    for (const CheckId &id : service.checks) {
        const auto it = board.checks.find(id);
        if (it != board.checks.end())
            checks.push_back(checkJson(it->second));
    }
    return {{"name", service.id.text()}, {"state", stateWord(service.state)}, {"reason", english(service.reason)},
        {"since", instantOrNull(service.since)}, {"checks", std::move(checks)}};
}

Json alertJson(const Alert &alert)
{
    Json labels = Json::object();
    for (const auto &[name, value] : alert.labels)
        labels[name] = value;
    Json json{{"id", alert.key.externalId}, {"name", alert.name}, {"severity", alert.severityText},
        {"state", stateWord(stateOf(alert).value_or(State::Ok))}, {"service", alert.service.text()},
        {"labels", std::move(labels)}};
    if (alert.severity == Severity::Unmapped)
        json["unmapped"] = true;
    return json;
}

Json sourceJson(const Board &board, const SourceStatus &source, Instant now)
{
    Json alerts = Json::array();
    for (auto it = board.alerts.lower_bound(AlertKey{source.id, {}}); it != board.alerts.end() && it->first.source == source.id;
         ++it)
        alerts.push_back(alertJson(*it->second));
    Json age;
    if (source.lastGood)
        age = static_cast<double>((now - *source.lastGood).count()) / 1000.0;
    return {{"name", source.id.text()}, {"type", source.type}, {"state", stateWord(source.state)},
        {"reason", english(source.reason)}, {"age_s", std::move(age)}, {"alerts", std::move(alerts)}};
}

} // namespace

std::string boardJson(const Board &board, Instant now, std::optional<State> overall)
{
    Json services = Json::array();
    for (const ServiceId &id : board.serviceOrder)
        services.push_back(serviceJson(board, board.services.at(id)));
    Json sources = Json::array();
    for (const auto &[id, source] : board.sources)
        sources.push_back(sourceJson(board, source, now));
    const Json whole{{"overall", stateWord(overall.value_or(board.overall()))}, {"verdict", nullptr},
        {"services", std::move(services)}, {"sources", std::move(sources)}};
    return whole.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace tocsin
