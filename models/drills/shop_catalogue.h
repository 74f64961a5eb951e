// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

namespace tocsin {

/// How a service tells of its health.
enum class HealthFlavour {
    Plain,      ///< `{"status":"UP"}`
    Actuator,   ///< Spring Boot Actuator, with components
    HealthJson, ///< application/health+json, with checks
    Verbose,    ///< the lines of Kubernetes' `?verbose`
};

/// A number of the shop over the day. See `figureCurves`.
enum class Figure {
    StorefrontRate,
    StorefrontP95,
    SearchRate,
    CartAbandoned,
    OrdersPerMinute,
    ConversionRate,
    PaymentSuccess,
    PaymentP95,
    PathwayBShare,
    OutOfStock,
    ParcelsPerHour,
    LoginsPerMinute,
    LoginsRefused,
    BackupAgeHours,
    CdnHitRatio,
    MailQueue,
    ReviewsPerHour,
    PointsPerMinute,
    FraudRefused,
    ReturnsPerHour,
    RecommendationClicks,
    GiftCardsPerHour,
    ChatsWaiting,
    PriceUpdatesPerMinute,
};

/// One number on a tile, and the query that asks for it. The simulated Prometheus knows these queries and no others.
struct ShopMetric {
    std::string_view service; ///< slug
    std::string_view name;
    std::string_view query;
    std::string_view unit;
    bool headline = false;
    Figure figure = Figure::StorefrontRate;
};

/// One service of the simulated shop.
struct ShopService {
    std::string_view slug; ///< in addresses and in the label `service`
    std::string_view name; ///< what people read
    int tier = 2;
    HealthFlavour flavour = HealthFlavour::Plain;
    double latencyMs = 20;       ///< of a calm moment
    std::string_view parts;      ///< names of what it stands on, comma separated, for flavours that tell
    std::string_view dependsOn;  ///< names of services, comma separated
    std::string_view conditions; ///< more conditions of its check, as they stand in YAML
};

std::span<const ShopService> shopServices();
std::span<const ShopMetric> shopMetrics();
const ShopService *findShopService(std::string_view slug); ///< null: no such service

} // namespace tocsin
