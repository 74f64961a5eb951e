// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/shop_model.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin {

using namespace std::chrono_literals;

namespace {

/// How a figure behaves: about `base`, with the day as far as `day` says, trembling by `noise`, within its limits; and what
/// the script's influence on one service does to it, by factor for failures and by sum for latency.
struct FigureCurve {
    Figure figure;
    double base;
    double day;
    double noise;
    double lowest;
    double highest;
    std::string_view sufferingService = {};
    double perFailure = 0; ///< value *= 1 + perFailure * failure rate
    double perExtraMs = 0; ///< value += perExtraMs * extra latency
};

using enum Figure;

constexpr double kNoLimit = 1e9;

constexpr std::array kCurves{
    FigureCurve{StorefrontRate, 640, 1, 0.06, 0, kNoLimit},
    FigureCurve{StorefrontP95, 840, 0.15, 0.05, 200, kNoLimit},
    FigureCurve{SearchRate, 92, 1, 0.08, 0, kNoLimit},
    FigureCurve{CartAbandoned, 67, 0.02, 0.02, 0, 100, "checkout", 0.35},
    FigureCurve{OrdersPerMinute, 42, 1, 0.10, 0, kNoLimit, "checkout", -0.85, -0.004},
    FigureCurve{ConversionRate, 2.8, 0.1, 0.05, 0, 100, "checkout", -0.8, -0.0003},
    FigureCurve{PaymentSuccess, 98.6, 0, 0.004, 0, 100, "payments", -0.93, -0.002},
    FigureCurve{PaymentP95, 410, 0.05, 0.06, 100, kNoLimit, "payments", 0, 1.15},
    FigureCurve{PathwayBShare, 6, 0.1, 0.12, 0, 100, "payments-b", 0, 0.38},
    FigureCurve{OutOfStock, 37, 0.05, 0.05, 0, kNoLimit},
    FigureCurve{ParcelsPerHour, 1150, 0.8, 0.06, 0, kNoLimit},
    FigureCurve{LoginsPerMinute, 310, 1, 0.07, 0, kNoLimit},
    FigureCurve{LoginsRefused, 3.1, 0, 0.15, 0, 100},
    FigureCurve{BackupAgeHours, 0, 0, 0, 0, kNoLimit},
    FigureCurve{CdnHitRatio, 96.4, 0.004, 0.004, 0, 100},
    FigureCurve{MailQueue, 14, 0.8, 0.30, 0, kNoLimit, "mail", 0, 5.5},
    FigureCurve{ReviewsPerHour, 84, 0.9, 0.12, 0, kNoLimit},
    FigureCurve{PointsPerMinute, 5200, 1, 0.10, 0, kNoLimit, "checkout", -0.85},
    FigureCurve{FraudRefused, 1.7, 0, 0.15, 0, 100},
    FigureCurve{ReturnsPerHour, 46, 0.7, 0.12, 0, kNoLimit},
    FigureCurve{RecommendationClicks, 5.4, 0.05, 0.06, 0, 100},
    FigureCurve{GiftCardsPerHour, 31, 0.9, 0.18, 0, kNoLimit, "checkout", -0.9},
    FigureCurve{ChatsWaiting, 5, 0.9, 0.35, 0, kNoLimit, "checkout", 3.5},
    FigureCurve{PriceUpdatesPerMinute, 180, 0.2, 0.12, 0, kNoLimit},
};

/// Counts of things have no decimals.
bool isWhole(Figure figure)
{
    return figure == OutOfStock || figure == MailQueue || figure == ChatsWaiting;
}

/// A number without a pattern from numbers with one. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014 (the finalizer of SplitMix).
std::uint64_t scramble(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

std::uint64_t streamOf(std::string_view name)
{
    std::uint64_t stream = 0;
    for (const char c : name)
        stream = scramble(stream ^ static_cast<unsigned char>(c));
    return stream;
}

/// A backup each night at half past two, each with its own length.
double backupAgeHours(Instant at)
{
    constexpr Duration kDoneAt = 2h + 50min;
    const auto midnight = std::chrono::floor<std::chrono::days>(at - kDoneAt);
    return std::chrono::duration<double, std::ratio<3600>>(at - kDoneAt - midnight).count();
}

} // namespace

double dayCurve(Instant at)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const double hour = std::chrono::duration<double, std::ratio<3600>>(at - midnight).count();
    const auto hill = [hour](double top, double width) {
        // The day is a circle: 23:30 is near 0:30.
        const double distance = std::min(std::abs(hour - top), 24 - std::abs(hour - top));
        return std::exp(-distance * distance / (2 * width * width));
    };
    const bool isWeekend = std::chrono::weekday(midnight).iso_encoding() > 5;
    return (0.22 + 0.75 * hill(11.8, 2.6) + 1.05 * hill(19.3, 2.4)) * (isWeekend ? 1.12 : 1.0);
}

ShopModel::ShopModel(Instant start, std::uint32_t seed, double speed)
    : m_script(paymentCrisis())
    , m_start(start)
    , m_seed(seed)
    , m_speed(speed)
{
}

Duration ShopModel::scriptTime(Instant at) const
{
    const Duration passed = at - m_start;
    return passed < Duration(0) ? passed : Duration(std::llround(static_cast<double>(passed.count()) * m_speed));
}

Instant ShopModel::calendarTime(Duration scriptTime) const
{
    return scriptTime < Duration(0) ? m_start + scriptTime
                                    : m_start + Duration(std::llround(static_cast<double>(scriptTime.count()) / m_speed));
}

Influence ShopModel::influence(std::string_view service, Instant at) const
{
    return influenceOn(m_script, service, scriptTime(at));
}

double ShopModel::chance(std::uint64_t stream, std::int64_t step) const
{
    const std::uint64_t bits = scramble(scramble(stream + m_seed) ^ static_cast<std::uint64_t>(step));
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

/// Smooth noise from -1 to 1: random heights at even distances in time, joined by a curve.
double ShopModel::noise(std::uint64_t stream, Instant at, Duration grain) const
{
    const auto milliseconds = at.time_since_epoch().count();
    const auto step = milliseconds / grain.count();
    const double part = static_cast<double>(milliseconds % grain.count()) / static_cast<double>(grain.count());
    const double smooth = part * part * (3 - 2 * part);
    return 2 * (chance(stream, step) + (chance(stream, step + 1) - chance(stream, step)) * smooth) - 1;
}

double ShopModel::figure(Figure wanted, Instant at) const
{
    const FigureCurve &curve
        = *std::find_if(kCurves.begin(), kCurves.end(), [wanted](const FigureCurve &one) { return one.figure == wanted; });
    if (wanted == BackupAgeHours)
        return backupAgeHours(at);
    const auto stream = static_cast<std::uint64_t>(wanted) + 1;
    // A slow wave of many minutes and a quick one on it.
    const double tremble = 0.7 * noise(stream, at, 11min) + 0.3 * noise(stream + 1000, at, 40s);
    double value = curve.base * (1 + curve.day * (dayCurve(at) - 1)) * (1 + curve.noise * tremble);
    if (!curve.sufferingService.empty()) {
        const Influence influence = this->influence(curve.sufferingService, at);
        value = value * (1 + curve.perFailure * influence.failureRate) + curve.perExtraMs * influence.extraLatencyMs;
    }
    value = std::clamp(value, curve.lowest, curve.highest);
    return isWhole(wanted) ? std::round(value) : value;
}

ServiceCondition ShopModel::condition(const ShopService &service, Instant at) const
{
    ServiceCondition condition;
    condition.influence = influence(service.slug, at);
    const std::uint64_t stream = streamOf(service.slug);
    const auto step = at.time_since_epoch().count() / 250;
    // Most answers are near the usual time and some are late, more so when the shop is busy.
    const double luck = chance(stream, step);
    const double usual = service.latencyMs * (0.85 + 0.2 * dayCurve(at)) * (1 + 0.12 * noise(stream + 1, at, 3min));
    const double late = 0.10 * luck + 0.8 * std::pow(luck, 12);
    condition.latency = Duration(std::llround(usual * (1 + late) + condition.influence.extraLatencyMs * (0.85 + 0.3 * luck)));
    condition.fails = chance(stream + 2, step) < condition.influence.failureRate;
    return condition;
}

} // namespace tocsin
