// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/session/system_clock.h"

#include <memory>

namespace tocsin {

class SimulatedShop;

/// The built-in simulated shop, running on loopback while this object lives, and the configuration that watches it. Any
/// thread may make it; the shop serves on a thread of its own.
class Simulation
{
public:
    /// `port` 0 takes a free one.
    explicit Simulation(int port = 0);
    ~Simulation();

    const Config &config() const { return m_config; }
    int port() const; ///< 0: the port is taken, and no shop is running

private:
    SystemClock m_clock;
    std::unique_ptr<SimulatedShop> m_shop;
    Config m_config;
};

} // namespace tocsin
