// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/fake_prometheus.h"

#include "models/drills/running_alerts.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tocsin {

using nlohmann::json;
using namespace std::chrono_literals;

namespace {

constexpr Duration kEvaluatedEvery = 15s;
constexpr Duration kHistory = 15 * 24h; ///< what Prometheus keeps by default
constexpr std::int64_t kMostPoints = 11'000;
constexpr const char *kVersion = "2.42.0";

ShopAnswer succeeded(json data)
{
    return jsonAnswer(200, json{{"status", "success"}, {"data", std::move(data)}});
}

ShopAnswer failed(int status, const char *type, const std::string &error)
{
    return jsonAnswer(status, json{{"status", "error"}, {"errorType", type}, {"error", error}});
}

ShopAnswer invalid(const std::string &parameter, const std::string &why)
{
    return failed(400, "bad_data", "invalid parameter \"" + parameter + "\": " + why);
}

std::optional<double> numberOf(const std::string &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// Unix seconds or RFC 3339.
std::optional<Instant> timeOf(const std::string &text)
{
    if (const auto seconds = numberOf(text); seconds && std::abs(*seconds) < 1e11)
        return Instant(Duration(std::llround(*seconds * 1000)));
    return parseRfc3339(text);
}

/// Seconds or a duration.
std::optional<Duration> stepOf(const std::string &text)
{
    if (const auto seconds = numberOf(text); seconds && std::abs(*seconds) < 1e9)
        return Duration(std::llround(*seconds * 1000));
    return parseDuration(text);
}

/// `[1795233546.425,"42.5"]`
json point(Instant at, double value)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return json::array({static_cast<double>(at.time_since_epoch().count()) / 1000, std::string(text.data(), end)});
}

std::string scientific(double value)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    return std::string(text.data(), end);
}

const ShopMetric *findMetric(std::string_view query)
{
    const auto metrics = shopMetrics();
    const auto found
        = std::find_if(metrics.begin(), metrics.end(), [query](const ShopMetric &metric) { return metric.query == query; });
    return found == metrics.end() ? nullptr : &*found;
}

/// The metric that the request asks for, or the answer to a request that asks for something else.
tl::expected<const ShopMetric *, ShopAnswer> metricOf(const ShopRequest &request)
{
    const std::string query = request.field("query").value_or("");
    if (query.empty())
        return tl::unexpected<ShopAnswer>(invalid("query", "1:1: parse error: no expression found in input"));
    if (const ShopMetric *metric = findMetric(query))
        return metric;
    return tl::unexpected<ShopAnswer>(
        failed(422, "execution", "the simulated shop answers only the queries of its own configuration, not: " + query));
}

json labelsJson(const Labels &labels)
{
    json object = json::object();
    for (const auto &[name, value] : labels)
        object[name] = value;
    return object;
}

json alertJson(const RunningAlert &alert)
{
    return json{{"labels", labelsJson(alert.labels)}, {"annotations", labelsJson(alert.annotations)},
        {"state", alert.isFiring ? "firing" : "pending"}, {"activeAt", formatRfc3339(alert.activeAt)}, {"value", scientific(1)}};
}

} // namespace

FakePrometheus::FakePrometheus(const ShopModel &model, std::string ownUrl)
    : m_model(model)
    , m_ownUrl(std::move(ownUrl))
{
}

ShopAnswer FakePrometheus::answer(const ShopRequest &request, Instant now) const
{
    if (request.path == "/-/healthy")
        return textAnswer(200, "Prometheus Server is Healthy.\n");
    if (request.path == "/-/ready")
        return textAnswer(200, "Prometheus Server is Ready.\n");
    const bool isQuery = request.path == "/api/v1/query" || request.path == "/api/v1/query_range";
    const bool isKnown = isQuery || request.path == "/api/v1/alerts" || request.path == "/api/v1/rules"
        || request.path == "/api/v1/status/buildinfo";
    if (!isKnown)
        return textAnswer(404, "404 page not found\n");
    if (request.method != "GET" && !(isQuery && request.method == "POST"))
        return textAnswer(405, "Method Not Allowed\n");
    if (request.path == "/api/v1/query")
        return answerQuery(request, now);
    if (request.path == "/api/v1/query_range")
        return answerRange(request);
    if (request.path == "/api/v1/alerts")
        return answerAlerts(now);
    if (request.path == "/api/v1/rules")
        return answerRules(request, now);
    return succeeded(json{{"version", kVersion}, {"revision", "drill"}, {"branch", "drill"}, {"buildUser", "drill"},
        {"buildDate", "20261121-00:00:00"}, {"goVersion", "none"}});
}

ShopAnswer FakePrometheus::answerQuery(const ShopRequest &request, Instant now) const
{
    const std::string time = request.field("time").value_or("");
    const auto at = time.empty() ? now : timeOf(time);
    if (!at)
        return invalid("time", "Invalid time value for 'time': cannot parse \"" + time + "\" to a valid timestamp");
    const auto metric = metricOf(request);
    if (!metric)
        return metric.error();
    json result = json::array();
    if (*at <= now && *at > m_model.start() - kHistory)
        result.push_back(json{{"metric", json::object()}, {"value", point(*at, m_model.figure((*metric)->figure, *at))}});
    return succeeded(json{{"resultType", "vector"}, {"result", std::move(result)}});
}

ShopAnswer FakePrometheus::answerRange(const ShopRequest &request) const
{
    const std::string startText = request.field("start").value_or("");
    const std::string endText = request.field("end").value_or("");
    const std::string stepText = request.field("step").value_or("");
    const auto start = timeOf(startText);
    const auto end = timeOf(endText);
    const auto step = stepOf(stepText);
    if (!start)
        return invalid("start", "cannot parse \"" + startText + "\" to a valid timestamp");
    if (!end)
        return invalid("end", "cannot parse \"" + endText + "\" to a valid timestamp");
    if (*end < *start)
        return invalid("end", "end timestamp must not be before start time");
    if (!step)
        return invalid("step", "cannot parse \"" + stepText + "\" to a valid duration");
    if (*step <= Duration(0))
        return invalid("step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
    if ((*end - *start) / *step > kMostPoints)
        return failed(400, "bad_data",
            "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
    const auto metric = metricOf(request);
    if (!metric)
        return metric.error();
    json values = json::array();
    for (Instant at = *start; at <= *end; at += *step) {
        if (at > m_model.start() - kHistory)
            values.push_back(point(at, m_model.figure((*metric)->figure, at)));
    }
    json result = json::array();
    if (!values.empty())
        result.push_back(json{{"metric", json::object()}, {"values", std::move(values)}});
    return succeeded(json{{"resultType", "matrix"}, {"result", std::move(result)}});
}

ShopAnswer FakePrometheus::answerAlerts(Instant now) const
{
    json alerts = json::array();
    for (const RunningAlert &alert : runningAlerts(m_model, m_ownUrl, now))
        alerts.push_back(alertJson(alert));
    return succeeded(json{{"alerts", std::move(alerts)}});
}

ShopAnswer FakePrometheus::answerRules(const ShopRequest &request, Instant now) const
{
    const std::string type = request.field("type").value_or("");
    if (!type.empty() && type != "alert" && type != "record")
        return failed(400, "bad_data", "not supported value \"" + type + "\"");
    const auto running = runningAlerts(m_model, m_ownUrl, now);
    const Instant evaluatedAt = now - (now - m_model.start()) % kEvaluatedEvery;
    json rules = json::array();
    for (const ScriptedAlert &rule : m_model.script().alerts) {
        json alerts = json::array();
        const char *state = "inactive";
        for (const RunningAlert &alert : running) {
            if (alert.rule != &rule)
                continue;
            state = alert.isFiring ? "firing" : "pending";
            alerts.push_back(alertJson(alert));
        }
        rules.push_back(json{{"state", state}, {"name", rule.name}, {"query", rule.expression},
            {"duration", std::chrono::duration<double>(rule.holds).count()}, {"keepFiringFor", 0},
            {"labels", labelsJson(labelsOf(rule))}, {"annotations", labelsJson(annotationsOf(rule))},
            {"alerts", std::move(alerts)}, {"health", "ok"}, {"evaluationTime", 0.0004},
            {"lastEvaluation", formatRfc3339(evaluatedAt)}, {"type", "alerting"}});
    }
    json groups = json::array();
    if (type != "record") {
        groups.push_back(json{{"name", "shop"}, {"file", "drill.yml"}, {"rules", std::move(rules)},
            {"interval", std::chrono::duration<double>(kEvaluatedEvery).count()}, {"limit", 0}, {"evaluationTime", 0.005},
            {"lastEvaluation", formatRfc3339(evaluatedAt)}});
    }
    return succeeded(json{{"groups", std::move(groups)}});
}

} // namespace tocsin
