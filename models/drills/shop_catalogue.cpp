// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/shop_catalogue.h"

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

using enum HealthFlavour;

constexpr std::array kServices{
    ShopService{"storefront", "Storefront", 1, Plain, 45, "", "CDN", ""},
    ShopService{"search", "Search", 1, HealthJson, 70, "index,suggestions", "CDN", ""},
    ShopService{"cart", "Cart", 1, Actuator, 28, "db,redis,diskSpace", "", ""},
    ShopService{"checkout", "Checkout", 1, Actuator, 120, "db,cart,payments,diskSpace", "Cart,Payments,Payments B", ""},
    ShopService{"payments", "Payments", 1, Plain, 180, "", "", "[BODY].provider == acme-pay"},
    ShopService{"payments-b", "Payments B", 2, Plain, 210, "", "", ""},
    ShopService{"login", "Login", 1, Verbose, 35, "ping,sessions,directory", "", ""},
    ShopService{"inventory", "Inventory", 2, Actuator, 55, "db,warehouse,diskSpace", "", ""},
    ShopService{"shipping", "Shipping", 2, HealthJson, 95, "labels,carriers", "Inventory", ""},
    ShopService{"cdn", "CDN", 1, Plain, 9, "", "", ""},
    ShopService{"backups", "Backups", 3, Plain, 15, "", "", "[BODY].verified == true"},
    ShopService{"mail", "Mail", 2, Plain, 40, "", "", ""},
    ShopService{"fraud", "Fraud", 2, HealthJson, 85, "model,rules", "Payments", ""},
    ShopService{"reviews", "Reviews", 3, Plain, 60, "", "Login", ""},
    ShopService{"loyalty", "Loyalty", 3, Actuator, 50, "db,diskSpace", "Login", ""},
    ShopService{"returns", "Returns", 3, Plain, 65, "", "Shipping", ""},
    ShopService{"recommendations", "Recommendations", 3, HealthJson, 110, "model,features", "", ""},
    ShopService{"gift-cards", "Gift cards", 3, Plain, 42, "", "Checkout", ""},
    ShopService{"support-chat", "Support chat", 3, Verbose, 52, "ping,queue", "", ""},
    ShopService{"pricing", "Pricing", 2, Plain, 30, "", "", ""},
};

using enum Figure;

constexpr std::array kMetrics{
    ShopMetric{
        "storefront", "requests", "sum(rate(http_requests_total{service=\"storefront\"}[5m]))", "/s", true, StorefrontRate},
    ShopMetric{"storefront", "page load p95", "histogram_quantile(0.95, sum by (le) (rate(page_load_seconds_bucket[5m]))) * 1000",
        "ms", false, StorefrontP95},
    ShopMetric{"search", "searches", "sum(rate(searches_total[5m]))", "/s", true, SearchRate},
    ShopMetric{
        "cart", "abandoned", "100 * sum(rate(carts_abandoned_total[1h])) / sum(rate(carts_total[1h]))", "%", true, CartAbandoned},
    ShopMetric{"checkout", "orders", "sum(rate(orders_total[5m])) * 60", "/min", true, OrdersPerMinute},
    ShopMetric{"checkout", "conversion", "100 * sum(rate(orders_total[15m])) / sum(rate(visits_total[15m]))", "%", false,
        ConversionRate},
    ShopMetric{"payments", "success", "100 * sum(rate(payments_total{result=\"success\"}[5m])) / sum(rate(payments_total[5m]))",
        "%", true, PaymentSuccess},
    ShopMetric{"payments", "p95", "histogram_quantile(0.95, sum by (le) (rate(payment_duration_seconds_bucket[5m]))) * 1000",
        "ms", false, PaymentP95},
    ShopMetric{"payments-b", "share", "100 * sum(rate(payments_total{pathway=\"b\"}[5m])) / sum(rate(payments_total[5m]))", "%",
        true, PathwayBShare},
    ShopMetric{"login", "logins", "sum(rate(logins_total{result=\"success\"}[5m])) * 60", "/min", true, LoginsPerMinute},
    ShopMetric{"login", "refused", "100 * sum(rate(logins_total{result=\"refused\"}[5m])) / sum(rate(logins_total[5m]))", "%",
        false, LoginsRefused},
    ShopMetric{"inventory", "out of stock", "count(stock_items == 0)", "", true, OutOfStock},
    ShopMetric{"shipping", "parcels", "sum(rate(parcels_total[30m])) * 3600", "/h", true, ParcelsPerHour},
    ShopMetric{"cdn", "hits", "100 * sum(rate(cdn_hits_total[5m])) / sum(rate(cdn_requests_total[5m]))", "%", true, CdnHitRatio},
    ShopMetric{"backups", "age", "(time() - max(backup_last_success_timestamp_seconds)) / 3600", "h", true, BackupAgeHours},
    ShopMetric{"mail", "queue", "sum(mail_queue_length)", "", true, MailQueue},
    ShopMetric{"fraud", "refused", "100 * sum(rate(fraud_refused_total[15m])) / sum(rate(fraud_scored_total[15m]))", "%", true,
        FraudRefused},
    ShopMetric{"reviews", "reviews", "sum(rate(reviews_total[1h])) * 3600", "/h", true, ReviewsPerHour},
    ShopMetric{"loyalty", "points", "sum(rate(loyalty_points_total[5m])) * 60", "/min", true, PointsPerMinute},
    ShopMetric{"returns", "returns", "sum(rate(returns_total[1h])) * 3600", "/h", true, ReturnsPerHour},
    ShopMetric{"recommendations", "clicks",
        "100 * sum(rate(recommendation_clicks_total[15m])) / sum(rate(recommendations_shown_total[15m]))", "%", true,
        RecommendationClicks},
    ShopMetric{"gift-cards", "sold", "sum(rate(gift_cards_total[1h])) * 3600", "/h", true, GiftCardsPerHour},
    ShopMetric{"support-chat", "waiting", "sum(chats_waiting)", "", true, ChatsWaiting},
    ShopMetric{"pricing", "updates", "sum(rate(price_updates_total[5m])) * 60", "/min", true, PriceUpdatesPerMinute},
};

} // namespace

std::span<const ShopService> shopServices()
{
    return kServices;
}

std::span<const ShopMetric> shopMetrics()
{
    return kMetrics;
}

const ShopService *findShopService(std::string_view slug)
{
    const auto found
        = std::find_if(kServices.begin(), kServices.end(), [slug](const ShopService &service) { return service.slug == slug; });
    return found == kServices.end() ? nullptr : &*found;
}

} // namespace tocsin
