// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"

#include <cstdint>
#include <memory>

namespace tocsin {

/// The simulated shop: services, an Alertmanager and a Prometheus on one loopback port, with a scripted crisis two minutes
/// after the start. It lives on a thread of its own, so that it goes on while a window is busy; this object owns that thread
/// and its destructor ends and joins it. Needs a QCoreApplication. Nothing of it is real: everything is marked as a drill.
class SimulatedShop
{
public:
    struct Options {
        std::uint16_t port = 0; ///< 0: a free one
        std::uint32_t seed = 1; ///< the same seed and start give the same shop
        double speed = 1;       ///< 2: the script plays in half the time
    };

    /// Listens on 127.0.0.1 only and answers as soon as this returns. An Error when the port is taken. `clock` outlives it.
    static Result<std::unique_ptr<SimulatedShop>> start(const Clock &clock, Options options);
    static Result<std::unique_ptr<SimulatedShop>> start(const Clock &clock);
    ~SimulatedShop();
    SimulatedShop(const SimulatedShop &) = delete;
    SimulatedShop &operator=(const SimulatedShop &) = delete;

    std::uint16_t port() const { return m_port; }

private:
    class Thread;
    SimulatedShop(std::unique_ptr<Thread> thread, std::uint16_t port);

    std::unique_ptr<Thread> m_thread;
    std::uint16_t m_port;
};

} // namespace tocsin
