// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/simulation.h"

#include "models/config/config_loader.h"
#include "models/drills/simulated_config.h"
#include "models/drills/simulated_shop.h"
#include "models/session/vocabulary.h"

namespace tocsin {

Simulation::Simulation(int port)
{
    m_config.simulated = true;
    auto shop = SimulatedShop::start(m_clock, {.port = static_cast<std::uint16_t>(port)});
    if (!shop)
        return;
    m_shop = std::move(*shop);
    const std::string yaml = simulatedConfigYaml(m_shop->port());
    LoadedConfig loaded = parseConfig(yaml, "simulated shop", vocabulary(), processEnvironment());
    if (loaded.config)
        m_config = std::move(*loaded.config);
    m_config.simulated = true;
}

Simulation::~Simulation() = default;

int Simulation::port() const
{
    return m_shop ? m_shop->port() : 0;
}

} // namespace tocsin
