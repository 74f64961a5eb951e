// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/shop_catalogue.h"
#include "models/drills/shop_script.h"

#include <cstdint>
#include <string_view>

namespace tocsin {

/// How one service is at one moment.
struct ServiceCondition {
    Duration latency{};
    bool fails = false; ///< this very request fails
    Influence influence;
};

/// The simulated shop as a pure function of time: a day of traffic with noise, and the script's crisis in it. The same seed
/// and start give the same shop, at any moment asked for, also before the start. Immutable; any thread.
class ShopModel
{
public:
    /// `speed` 2 plays the script in half the time; traffic, and what was before the start, keep to the calendar.
    ShopModel(Instant start, std::uint32_t seed, double speed = 1);

    double figure(Figure figure, Instant at) const;
    ServiceCondition condition(const ShopService &service, Instant at) const;
    Influence influence(std::string_view service, Instant at) const;

    const ShopScript &script() const { return m_script; }
    Instant start() const { return m_start; }
    Duration scriptTime(Instant at) const;
    Instant calendarTime(Duration scriptTime) const;

private:
    double noise(std::uint64_t stream, Instant at, Duration grain) const;
    double chance(std::uint64_t stream, std::int64_t step) const;

    const ShopScript &m_script;
    Instant m_start;
    std::uint32_t m_seed;
    double m_speed;
};

/// How busy a shop is over the day, around 1: quiet before dawn, busy at noon, busiest in the evening (UTC).
double dayCurve(Instant at);

} // namespace tocsin
