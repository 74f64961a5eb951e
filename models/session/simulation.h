// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/error.h"

#include <memory>

namespace tocsin {

class SimulatedShop;

/// The built-in simulated shop, running on loopback while this object lives, and the configuration that watches it. Any
/// thread may own it; the shop serves on a thread of its own. Needs a QCoreApplication.
class Simulation
{
public:
    /// `port` 0 takes a free one; an Error when it is taken. `clock` must outlive the simulation.
    static Result<std::unique_ptr<Simulation>> start(const Clock &clock, std::uint16_t port = 0);
    ~Simulation();

    const Config &config() const { return m_config; }
    std::uint16_t port() const;

private:
    Simulation(std::unique_ptr<SimulatedShop> shop, Config config);

    std::unique_ptr<SimulatedShop> m_shop;
    Config m_config;
};

} // namespace tocsin
