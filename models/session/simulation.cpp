// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/simulation.h"

#include "models/config/config_loader.h"
#include "models/drills/simulated_config.h"
#include "models/drills/simulated_shop.h"
#include "models/session/vocabulary.h"

#include <QtGlobal>

namespace tocsin {

namespace {
constexpr Phrase kBadConfig{
    "simulation_config", QT_TRANSLATE_NOOP("Phrase", "the configuration of the simulated shop is wrong: %1")};
}

Result<std::unique_ptr<Simulation>> Simulation::start(const Clock &clock, std::uint16_t port)
{
    SimulatedShop::Options options;
    options.port = port;
    auto shop = SimulatedShop::start(clock, options);
    if (!shop)
        return Failure(shop.error());
    LoadedConfig loaded
        = parseConfig(simulatedConfigYaml((*shop)->port()), "simulated-shop.yaml", vocabulary(), processEnvironment());
    if (!loaded.config)
        return failure(ErrorKind::Config, Reason(kBadConfig, {loaded.problems.front().text()}));
    loaded.config->simulated = true;
    return std::unique_ptr<Simulation>(new Simulation(std::move(*shop), std::move(*loaded.config)));
}

Simulation::Simulation(std::unique_ptr<SimulatedShop> shop, Config config)
    : m_shop(std::move(shop))
    , m_config(std::move(config))
{
}

Simulation::~Simulation() = default;

std::uint16_t Simulation::port() const
{
    return m_shop->port();
}

} // namespace tocsin
