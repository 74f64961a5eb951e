// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/simulated_config.h"

#include "models/drills/shop_catalogue.h"
#include "models/drills/shop_endpoints.h"

namespace tocsin {

namespace {

/// In single quotes, as YAML has them.
std::string quoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

std::string listOf(std::string_view names)
{
    std::string list = "[";
    while (!names.empty()) {
        const std::size_t comma = names.find(',');
        list += (list.size() > 1 ? ", " : "") + quoted(names.substr(0, comma));
        names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
    }
    return list + "]";
}

std::string checksYaml(const ShopService &service, std::uint16_t port)
{
    std::string yaml = "    checks:\n";
    yaml += "      - name: health\n        type: http\n        url: " + quoted(shopUrl(port) + healthTarget(service)) + "\n";
    yaml += "        conditions:\n          - '[STATUS] == 200'\n";
    if (!service.conditions.empty())
        yaml += "          - " + quoted(service.conditions) + "\n";
    yaml += "        degraded:\n          - '[RESPONSE_TIME] > 600ms'\n";
    if (service.tier == 1)
        yaml += "      - { name: port, type: tcp, address: '127.0.0.1:" + std::to_string(port) + "' }\n";
    return yaml;
}

std::string metricsYaml(const ShopService &service)
{
    std::string yaml;
    for (const ShopMetric &metric : shopMetrics()) {
        if (metric.service != service.slug)
            continue;
        yaml += "      - name: " + quoted(metric.name) + "\n        source: prometheus\n        query: " + quoted(metric.query)
            + "\n";
        if (!metric.unit.empty())
            yaml += "        unit: " + quoted(metric.unit) + "\n";
        if (metric.headline)
            yaml += "        headline: true\n";
    }
    return yaml.empty() ? yaml : "    metrics:\n" + yaml;
}

std::string serviceYaml(const ShopService &service, std::uint16_t port)
{
    std::string yaml = "  - name: " + quoted(service.name) + "\n    tier: " + std::to_string(service.tier) + "\n";
    yaml += "    alerts: " + quoted("service=\"" + std::string(service.slug) + "\"") + "\n";
    if (!service.dependsOn.empty())
        yaml += "    depends_on: " + listOf(service.dependsOn) + "\n";
    return yaml + checksYaml(service, port) + metricsYaml(service);
}

} // namespace

std::string shopUrl(std::uint16_t port)
{
    return "http://127.0.0.1:" + std::to_string(port);
}

std::string simulatedConfigYaml(std::uint16_t port)
{
    std::string yaml = "# The simulated shop: a drill. Nothing here is real.\nshop: Example Shop\ncurrency: EUR\n";
    yaml += "beacons: ['127.0.0.1:" + std::to_string(port) + "']\n\n";
    yaml += "defaults:\n  interval: 5s\n  timeout: 4s\n\n";
    yaml += "sources:\n";
    yaml += "  - name: alertmanager\n    type: alertmanager\n    url: " + quoted(shopUrl(port) + alertmanagerPrefix)
        + "\n    interval: 5s\n    watchdog: Watchdog\n";
    yaml += "  - name: prometheus\n    type: prometheus\n    url: " + quoted(shopUrl(port) + prometheusPrefix)
        + "\n    interval: 5s\n    filter: 'alertname!=\"Watchdog\"'\n";
    yaml += "\nservices:\n";
    for (const ShopService &service : shopServices())
        yaml += serviceYaml(service, port);
    return yaml;
}

} // namespace tocsin
