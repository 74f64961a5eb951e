// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/shop_endpoints.h"

#include <nlohmann/json.hpp>

namespace tocsin {

using nlohmann::json;

namespace {

constexpr double kBadPartAbove = 0.5;  ///< failure rate from which a part says that it is down
constexpr double kSlowPartAbove = 400; ///< milliseconds

std::vector<std::string> splitNames(std::string_view names)
{
    std::vector<std::string> parts;
    while (!names.empty()) {
        const std::size_t comma = names.find(',');
        parts.emplace_back(names.substr(0, comma));
        names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
    }
    return parts;
}

/// How a part is: one that is a service of its own as that service is, any other as its owner is.
Influence influenceOnPart(const ShopModel &model, const std::string &part, Instant now)
{
    return findShopService(part) ? model.influence(part, now) : Influence{};
}

ShopAnswer plain(const ShopService &service, const ServiceCondition &condition, Instant now)
{
    json body{
        {"status", condition.fails ? "DOWN" : "UP"}, {"service", service.slug}, {"drill", true}, {"time", formatRfc3339(now)}};
    if (condition.fails)
        body["error"] = condition.influence.detail;
    if (service.slug == "payments")
        body["provider"] = "acme-pay";
    if (service.slug == "payments-b")
        body["provider"] = "second-pay";
    if (service.slug == "backups")
        body["verified"] = true;
    return jsonAnswer(condition.fails ? 503 : 200, body);
}

/// Source: Spring Boot reference, "Actuator / Endpoints / Health".
ShopAnswer actuator(const ShopModel &model, const ShopService &service, const ServiceCondition &condition, Instant now)
{
    json components = json::object();
    for (const std::string &part : splitNames(service.parts)) {
        const bool isDown = influenceOnPart(model, part, now).failureRate > kBadPartAbove;
        json component{{"status", isDown && condition.fails ? "DOWN" : "UP"}};
        if (isDown)
            component["details"] = json{{"drill", true}, {"error", model.influence(part, now).detail}};
        components[part] = std::move(component);
    }
    const json body{{"status", condition.fails ? "DOWN" : "UP"}, {"components", std::move(components)}};
    ShopAnswer answer = jsonAnswer(condition.fails ? 503 : 200, body);
    answer.contentType = "application/vnd.spring-boot.actuator.v3+json";
    return answer;
}

/// Source: draft-inadarei-api-health-check-06.
ShopAnswer healthJson(const ShopModel &model, const ShopService &service, const ServiceCondition &condition, Instant now)
{
    json checks = json::object();
    for (const std::string &part : splitNames(service.parts)) {
        const Influence influence = influenceOnPart(model, part, now);
        const char *status = influence.failureRate > kBadPartAbove ? "fail"
            : influence.extraLatencyMs > kSlowPartAbove            ? "warn"
                                                                   : "pass";
        checks[part + ":responseTime"]
            = json::array({json{{"componentType", "component"}, {"observedValue", condition.latency.count() / 2},
                {"observedUnit", "ms"}, {"status", status}, {"time", formatRfc3339(now)}}});
    }
    json body{{"status", condition.fails ? "fail" : "pass"}, {"version", "1"}, {"serviceId", service.slug},
        {"description", "drill"}, {"checks", std::move(checks)}};
    if (condition.fails)
        body["output"] = condition.influence.detail;
    ShopAnswer answer = jsonAnswer(condition.fails ? 503 : 200, body);
    answer.contentType = "application/health+json";
    return answer;
}

/// Source: Kubernetes documentation, "Kubernetes API health endpoints".
ShopAnswer verbose(const ShopService &service, const ServiceCondition &condition)
{
    std::string body;
    const auto parts = splitNames(service.parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool isBad = condition.fails && i + 1 == parts.size();
        body += isBad ? "[-]" + parts[i] + " failed: reason withheld\n" : "[+]" + parts[i] + " ok\n";
    }
    body += condition.fails ? "readyz check failed\n" : "readyz check passed\n";
    return textAnswer(condition.fails ? 500 : 200, std::move(body));
}

} // namespace

std::string healthTarget(const ShopService &service)
{
    std::string base = "/shop/" + std::string(service.slug);
    switch (service.flavour) {
    case HealthFlavour::Plain:
    case HealthFlavour::HealthJson:
        return base + "/health";
    case HealthFlavour::Actuator:
        return base + "/actuator/health";
    case HealthFlavour::Verbose:
        return base + "/readyz?verbose";
    }
    return base;
}

ShopAnswer answerHealth(const ShopModel &model, const ShopRequest &request, Instant now)
{
    for (const ShopService &service : shopServices()) {
        const std::string target = healthTarget(service);
        if (request.path != target.substr(0, target.find('?')))
            continue;
        if (request.method != "GET" && request.method != "HEAD")
            return textAnswer(405, "Method Not Allowed");
        const ServiceCondition condition = model.condition(service, now);
        ShopAnswer answer;
        switch (service.flavour) {
        case HealthFlavour::Plain:
            answer = plain(service, condition, now);
            break;
        case HealthFlavour::Actuator:
            answer = actuator(model, service, condition, now);
            break;
        case HealthFlavour::HealthJson:
            answer = healthJson(model, service, condition, now);
            break;
        case HealthFlavour::Verbose:
            answer = verbose(service, condition);
            break;
        }
        answer.delay = condition.latency;
        return answer;
    }
    return textAnswer(404, "404 page not found\n");
}

} // namespace tocsin
