// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/check_pass.h"

#include "models/monitor/watch.h"
#include "models/secrets/secret_vault.h"
#include "models/session/secret_references.h"
#include "models/transport/transport.h"

#include <algorithm>
#include <set>

namespace tocsin {

namespace {

/// How long a helper command or a keyring may take before the pass goes on without its secrets.
constexpr Duration kSecretsPatience = std::chrono::seconds(10);
constexpr Duration kStep = std::chrono::milliseconds(250);

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Board checkOnce(const Config &config, const std::vector<std::string> &names, const Clock &clock)
{
    const Config selected = configToRun(config, names);
    SecretVault vault(secretReferences(selected), clock);
    vault.waitUntilFetched(kSecretsPatience);

    Transport transport(clock);
    const EventMaker noEvents = [](auto &&...) { return Event(); };
    Board board;
    {
        Watch::Tools tools{{transport, transport, clock, vault, &transport}, {transport, transport, clock, vault}, checkKinds(),
            sourceKinds(), noEvents, [&vault](std::string &text) { vault.redact(text); }};
        Watch watch(selected, std::move(tools), Watch::Options{.onePass = true});
        while (!watch.passComplete()) {
            watch.advance();
            transport.runFor(kStep);
            board.apply(watch.takeOutput().changes);
        }
        board.apply(watch.takeOutput().changes);
        watch.stop();
        transport.stop();
    }
    restrictTo(board, names);
    return board;
}

Config configToRun(const Config &config, const std::vector<std::string> &names)
{
    Config selected = selectFrom(config, names).value_or(config);
    if (names.empty())
        return selected;
    selected.services = config.services;
    for (ServiceConfig &service : selected.services) {
        if (!contains(names, service.name)) {
            service.checks.clear();
            service.metrics.clear();
        }
    }
    return selected;
}

void restrictTo(Board &board, const std::vector<std::string> &names)
{
    if (names.empty())
        return;
    const auto isNamed = [&](const AlertKey &key) { return contains(names, key.source.text()); };
    std::set<AlertKey> kept;
    std::erase_if(board.services, [&](const auto &entry) {
        const ServiceStatus &service = entry.second;
        const bool stays
            = contains(names, service.id.text()) || std::any_of(service.alerts.begin(), service.alerts.end(), isNamed);
        if (stays)
            kept.insert(service.alerts.begin(), service.alerts.end());
        return !stays;
    });
    const auto isGone = [&](const ServiceId &id) { return board.services.count(id) == 0; };
    std::erase_if(board.serviceOrder, isGone);
    for (const auto &[service, joined] : board.joinedAlerts) {
        if (!isGone(service))
            kept.insert(joined.begin(), joined.end());
    }
    std::erase_if(board.joinedAlerts, [&](const auto &entry) { return isGone(entry.first); });
    std::erase_if(board.alerts, [&](const auto &entry) { return !isNamed(entry.first) && kept.count(entry.first) == 0; });
}

State overallOf(const Board &board, const std::vector<std::string> &names)
{
    if (names.empty() || !board.services.empty() || board.sources.empty())
        return board.overall();
    State overall = State::Ok;
    for (const auto &[id, source] : board.sources)
        overall = worst(overall, source.state);
    return overall;
}

tl::expected<Config, std::string> selectFrom(const Config &config, const std::vector<std::string> &names)
{
    if (names.empty())
        return config;
    Config selected = config;
    std::erase_if(selected.services, [&](const ServiceConfig &service) { return !contains(names, service.name); });
    std::set<std::string> needed;
    bool needsAllSources = false;
    for (const ServiceConfig &service : selected.services) {
        needsAllSources = needsAllSources || !service.alerts.empty(); // any source may hold an alert of this service
        for (const MetricConfig &metric : service.metrics)
            needed.insert(metric.source);
    }
    const auto isUnneeded = [&](const SourceConfig &source) {
        return !needsAllSources && !needed.contains(source.name) && !contains(names, source.name);
    };
    std::erase_if(selected.sources, isUnneeded);
    for (const std::string &name : names) {
        const auto isService = [&](const ServiceConfig &service) { return service.name == name; };
        const auto isSource = [&](const SourceConfig &source) { return source.name == name; };
        const bool isKnown = std::any_of(selected.services.begin(), selected.services.end(), isService)
            || std::any_of(selected.sources.begin(), selected.sources.end(), isSource);
        if (!isKnown)
            return tl::unexpected(name);
    }
    return selected;
}

} // namespace tocsin
