// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/calm/tales.h"

#include "models/session/check_pass.h"
#include "models/sources/label_fingerprint.h"
#include "tests/support/manual_clock.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tocsin::test {

namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr const char *kSilence = "7b2d3f0e-0000-4000-8000-000000000001";

std::string httpDate(Instant at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toStdString();
}

Json labelsJson(const Labels &labels)
{
    Json json = Json::object();
    for (const auto &[name, value] : labels)
        json[name] = value;
    return json;
}

Json alertmanagerAlert(const Labels &labels, Instant told, bool isSilenced)
{
    return {{"labels", labelsJson(labels)}, {"annotations", Json::object()}, {"fingerprint", labelFingerprint(labels)},
        {"receivers", Json::array({{{"name", "ops"}}})}, {"startsAt", formatRfc3339(told - 1h)},
        {"updatedAt", formatRfc3339(told)}, {"endsAt", formatRfc3339(told + 4min)},
        {"status",
            {{"state", isSilenced ? "suppressed" : "active"}, {"inhibitedBy", Json::array()},
                {"silencedBy", isSilenced ? Json::array({kSilence}) : Json::array()}}}};
}

Json alertmanagerAlerts(const Tale &tale, Instant told)
{
    Json list = Json::array({alertmanagerAlert(Labels{{"alertname", "Watchdog"}, {"severity", "none"}}, told, false)});
    for (const Labels &labels : tale.alerts)
        list.push_back(alertmanagerAlert(labels, told, tale.silenced == labels));
    return list;
}

Json alertmanagerSilences(const Tale &tale, Instant told)
{
    if (!tale.silenced)
        return Json::array();
    Json matchers = Json::array();
    for (const auto &[name, value] : *tale.silenced)
        matchers.push_back({{"name", name}, {"value", value}, {"isRegex", false}, {"isEqual", true}});
    return Json::array({{{"id", kSilence}, {"status", {{"state", "active"}}}, {"matchers", std::move(matchers)},
        {"createdBy", "bob"}, {"comment", "ACK! mine [tocsin]"}, {"startsAt", formatRfc3339(told - 1min)},
        {"updatedAt", formatRfc3339(told - 1min)}, {"endsAt", formatRfc3339(told + 14min)}}});
}

Json prometheusAlerts(const Tale &tale, Instant told)
{
    Json list = Json::array();
    for (const Labels &labels : tale.alerts)
        list.push_back({{"labels", labelsJson(labels)}, {"annotations", Json::object()}, {"state", "firing"},
            {"activeAt", formatRfc3339(told - 1h)}, {"value", "1e+00"}});
    return {{"alerts", std::move(list)}};
}

Json prometheusRules(Instant told)
{
    const Json rule{{"type", "alerting"}, {"name", "DiskFull"}, {"query", "up == 0"}, {"health", "ok"}, {"state", "inactive"},
        {"lastEvaluation", formatRfc3339(told)}, {"alerts", Json::array()}};
    return {
        {"groups", Json::array({{{"name", "shop"}, {"file", "shop.yml"}, {"interval", 30}, {"rules", Json::array({rule})}}})}};
}

Json prometheusSeries(const char *type, Instant told)
{
    const Json sample = Json::array({static_cast<double>(told.time_since_epoch().count()) / 1000.0, "42"});
    const bool isRange = std::string_view(type) == "matrix";
    Json series{{"metric", Json::object()}};
    series[isRange ? "values" : "value"] = isRange ? Json::array({sample}) : sample;
    return {{"resultType", type}, {"result", Json::array({std::move(series)})}};
}

/// Nothing: not one of an API that is known here.
std::optional<Json> answerTo(const std::string &path, const Tale &tale, Instant told)
{
    const auto asks = [&path](const char *call) { return path.rfind(call, 0) == 0; };
    const auto inEnvelope = [](Json data) { return Json{{"status", "success"}, {"data", std::move(data)}}; };
    if (asks("/api/v2/status"))
        return Json{{"cluster", {{"status", "ready"}, {"peers", Json::array()}}}, {"versionInfo", {{"version", "0.27.0"}}},
            {"config", {{"original", "route: {receiver: ops}"}}}};
    if (asks("/api/v2/alerts/groups"))
        return Json::array();
    if (asks("/api/v2/alerts"))
        return alertmanagerAlerts(tale, told);
    if (asks("/api/v2/silences"))
        return alertmanagerSilences(tale, told);
    if (asks("/api/v1/alerts"))
        return inEnvelope(prometheusAlerts(tale, told));
    if (asks("/api/v1/rules"))
        return inEnvelope(prometheusRules(told));
    if (asks("/api/v1/query_range"))
        return inEnvelope(prometheusSeries("matrix", told));
    if (asks("/api/v1/query"))
        return inEnvelope(prometheusSeries("vector", told));
    if (path == "/")
        return Json{{"status", "UP"}};
    return std::nullopt;
}

std::string answer(const std::string &request, const Tale &tale)
{
    const std::size_t begin = request.find(' ') + 1;
    const std::string path = request.substr(begin, request.find(' ', begin) - begin);
    const Instant now = SystemClock().now();
    const std::optional<Json> said = answerTo(path, tale, now - tale.told);
    const std::string headers = "Content-Type: application/json\r\nDate: " + httpDate(now - tale.dated) + "\r\n" + tale.headers;
    return httpBytes(said ? 200 : 404, said ? said->dump() : std::string(), headers);
}

const Key *findUrl(KeyTable keys)
{
    const auto it = std::find_if(keys.begin(), keys.end(), [](const Key &key) { return key.type == KeyType::Url; });
    return it == keys.end() ? nullptr : &*it;
}

Settings pointedAt(const std::string &url, KeyTable keys)
{
    Settings settings;
    settings.set(std::string(findUrl(keys)->name), url);
    const bool hasWatchdog = std::any_of(keys.begin(), keys.end(), [](const Key &key) { return key.name == "watchdog"; });
    if (hasWatchdog)
        settings.set("watchdog", std::string("Watchdog"));
    return settings;
}

} // namespace

std::unique_ptr<RawServer> teller(const Tale &tale)
{
    return std::make_unique<RawServer>([tale](RawConnection &connection) {
        for (std::string request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
            if (!connection.send(answer(request, tale)))
                return;
        }
    });
}

bool canListen(KeyTable keys)
{
    return findUrl(keys) != nullptr;
}

Board heardByCheck(std::string_view type, KeyTable keys, const std::string &url, const Clock &clock)
{
    Config config;
    ServiceConfig &service = config.services.emplace_back();
    service.name = "Shop";
    CheckConfig &check = service.checks.emplace_back();
    check.name = "check";
    check.type = type;
    check.settings = pointedAt(url, keys);
    return checkOnce(config, {}, clock);
}

Board heardBySource(std::string_view type, KeyTable keys, const std::string &url, const Clock &clock)
{
    Config config;
    SourceConfig &source = config.sources.emplace_back();
    source.name = "source";
    source.type = type;
    source.settings = pointedAt(url, keys);
    ServiceConfig &service = config.services.emplace_back();
    service.name = "Shop";
    service.alerts = "service=\"shop\"";
    MetricConfig &metric = service.metrics.emplace_back();
    metric.name = "orders";
    metric.source = "source";
    metric.query = "orders";
    return checkOnce(config, {}, clock);
}

} // namespace tocsin::test
