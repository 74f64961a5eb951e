// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/shop_script.h"

#include <algorithm>
#include <array>

namespace tocsin {

using namespace std::chrono_literals;

namespace {

constexpr Duration kEver = 100 * 365 * 24h;

constexpr std::array kSteps{
    // The provider slows, ...
    ScriptStep{"payments", 120s, 180s, {200, 0}, {1600, 0.05}, "provider answers slowly"},
    ScriptStep{"checkout", 135s, 180s, {150, 0}, {900, 0}, "waiting for payments"},
    ScriptStep{"fraud", 140s, 390s, {60, 0}, {60, 0}, "scores payments late"},
    // ... fails, ...
    ScriptStep{"payments", 180s, 330s, {2500, 0.95}, {2500, 0.95}, "provider answers 503"},
    ScriptStep{"checkout", 180s, 240s, {1200, 0.9}, {1200, 0.9}, "payments is down"},
    // ... the second pathway takes over, so that the checkout is only slow, ...
    ScriptStep{"payments-b", 235s, 390s, {120, 0}, {240, 0}, "carries all payments"},
    ScriptStep{"checkout", 240s, 390s, {850, 0}, {300, 0}, "pays by pathway B"},
    // ... and the provider recovers.
    ScriptStep{"payments", 330s, 390s, {1400, 0.1}, {0, 0}, "provider recovers"},
    ScriptStep{"mail", 300s, 420s, {80, 0}, {40, 0}, "sends the confirmations that waited"},
};

constexpr std::string_view kPage = "critical";
constexpr std::string_view kWarn = "warning";

constexpr std::array kAlerts{
    // Must always fire: while it is heard, the way from rule to screen is proven.
    ScriptedAlert{"Watchdog", "", "none", "", "", "", -144h, 0s, kEver, "vector(1)", "Always firing: the alerting pipeline works",
        "watchdog"},
    // Two that share name and instance and differ by one label only: what an acknowledgement must not mix up.
    ScriptedAlert{"DiskFillsUp", "backups", kWarn, "backup-1:9100", "", "", -5h, 10min, kEver,
        "predict_linear(node_filesystem_avail_bytes{job=\"node\"}[6h], 4 * 3600) < 0",
        "The root disk of backup-1 is full in about four hours", "ops"},
    ScriptedAlert{"DiskFillsUp", "backups", kWarn, "backup-1:9100", "mountpoint", "/srv/archive", -3h, 10min, kEver,
        "predict_linear(node_filesystem_avail_bytes{job=\"node\"}[6h], 4 * 3600) < 0",
        "/srv/archive of backup-1 is full in about four hours", "ops"},
    ScriptedAlert{"CertificateExpiresSoon", "cdn", "info", "edge-3:443", "", "", -30h, 1h, kEver,
        "probe_ssl_earliest_cert_expiry - time() < 21 * 86400", "The certificate of edge-3 ends in 20 days", "ops"},
    ScriptedAlert{"ReviewQueueGrows", "reviews", kWarn, "reviews-2:8080", "", "", 45s, 15s, 110s,
        "deriv(review_queue_length[10m]) > 0.5", "Reviews wait longer for moderation than usual", "ops"},
    // The crisis.
    ScriptedAlert{"PaymentLatencyHigh", "payments", kWarn, "gateway-1:8443", "", "", 135s, 15s, 395s,
        "histogram_quantile(0.95, sum by (le) (rate(payment_duration_seconds_bucket[5m]))) > 1",
        "Payments take longer than a second (p95)", "payments"},
    ScriptedAlert{"PaymentLatencyHigh", "payments", kWarn, "gateway-2:8443", "", "", 140s, 15s, 395s,
        "histogram_quantile(0.95, sum by (le) (rate(payment_duration_seconds_bucket[5m]))) > 1",
        "Payments take longer than a second (p95)", "payments"},
    ScriptedAlert{"PaymentProviderDown", "payments", kPage, "gateway-1:8443", "provider", "acme-pay", 182s, 10s, 335s,
        "sum(rate(payments_total{result=\"success\"}[1m])) / sum(rate(payments_total[1m])) < 0.5",
        "More than half of all payments fail at acme-pay", "payments"},
    ScriptedAlert{"CheckoutErrorsHigh", "checkout", kPage, "checkout-1:8080", "", "", 185s, 15s, 250s,
        "sum(rate(http_requests_total{service=\"checkout\",code=~\"5..\"}[1m])) > 1", "Customers cannot finish their orders",
        "ops"},
    ScriptedAlert{"CheckoutSlow", "checkout", kWarn, "checkout-1:8080", "", "", 150s, 15s, 385s,
        "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{service=\"checkout\"}[5m]))) > 0.8",
        "The checkout takes longer than 800 ms (p95)", "ops"},
    ScriptedAlert{"OrdersBelowForecast", "checkout", "major", "", "", "", 200s, 30s, 400s,
        "sum(rate(orders_total[5m])) * 60 < 0.6 * orders:forecast", "Far fewer orders than at this time of the week", "ops"},
};

constexpr ShopScript kPaymentCrisis{kSteps, kAlerts};

double between(double first, double last, double part)
{
    return first + (last - first) * part;
}

} // namespace

const ShopScript &paymentCrisis()
{
    return kPaymentCrisis;
}

Influence influenceOn(const ShopScript &script, std::string_view service, Duration sinceStart)
{
    Influence influence;
    for (const ScriptStep &step : script.steps) {
        if (step.service != service || sinceStart < step.from || sinceStart >= step.to)
            continue;
        const double part
            = static_cast<double>((sinceStart - step.from).count()) / static_cast<double>((step.to - step.from).count());
        influence.extraLatencyMs += between(step.atFirst.extraLatencyMs, step.atLast.extraLatencyMs, part);
        influence.failureRate
            = std::min(1.0, influence.failureRate + between(step.atFirst.failureRate, step.atLast.failureRate, part));
        influence.detail = step.detail;
    }
    return influence;
}

} // namespace tocsin
