// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/latency_sample.h"

#include <QtGlobal>

#include <array>
#include <cmath>
#include <string>

/// Boards for tests and pictures of the screens: a shop with any number of services, calm or on fire.
namespace tocsin::sample {

constexpr Phrase kGateway{"sample_gateway", QT_TRANSLATE_NOOP("Phrase", "503, upstream timeout")};
constexpr Phrase kSlow{"sample_slow", QT_TRANSLATE_NOOP("Phrase", "812 ms is more than 500 ms")};
constexpr Phrase kLoginPage{"sample_login", QT_TRANSLATE_NOOP("Phrase", "sign-in page instead of JSON")};
constexpr Phrase kFewOrders{"sample_orders", QT_TRANSLATE_NOOP("Phrase", "3 orders a minute, usual 61")};

/// 2026-11-21 12:04:31 UTC
inline const Instant now{std::chrono::milliseconds(1795262671000)};

inline std::string serviceName(int index)
{
    static const std::array<const char *, 28> names{"Payments", "Checkout", "Search", "Analytics", "Storefront", "Cart", "Login",
        "Payments, pathway B", "Inventory", "Shipping", "CDN", "Backups", "Security", "Mail", "Returns", "Stores", "Loyalty",
        "Fraud", "Orders API", "Images", "Reviews", "Gift cards", "Tax", "Export", "Recommendations", "Wish list", "Price feed",
        "Customer service desk"};
    static const std::array<const char *, 12> places{
        "", " DE", " FR", " ES", " JP", " UK", " NL", " IT", " PL", " SE", " US east", " US west"};
    const std::size_t round = static_cast<std::size_t>(index) / names.size();
    std::string name = names.at(static_cast<std::size_t>(index) % names.size());
    name += places.at(round % places.size());
    return round < places.size() ? name : name + ' ' + std::to_string(round);
}

inline ObservationPtr observation(const CheckId &check, State state, int milliseconds, const Reason &reason)
{
    Observation seen;
    seen.check = check;
    seen.at = now - std::chrono::seconds(2);
    seen.outcome = state == State::Ok ? Outcome::Good : state == State::Unknown ? Outcome::Unproven : Outcome::Failed;
    seen.reason = reason;
    Evidence &evidence = seen.evidence;
    evidence.request = "GET https://shop.example.net/" + check.text() + "/health";
    evidence.at = seen.at;
    evidence.status = state == State::Down ? 503 : 200;
    evidence.httpVersion = "HTTP/2";
    evidence.contentType = state == State::Unknown ? "text/html" : "application/json";
    evidence.firstBytes = state == State::Down ? R"({"status":"DOWN","provider":"A","error":"upstream timeout"})"
        : state == State::Unknown              ? "<!doctype html><title>Sign in</title>"
                                               : R"({"status":"UP"})";
    evidence.bytes = evidence.firstBytes.size();
    evidence.timings = {
        Micros(1000), Micros(9000), Micros(22000), Micros(milliseconds * 1000 - 33000), Micros(600), Micros(milliseconds * 1000)};
    CertificateFacts certificate;
    certificate.subject = "shop.example.net";
    certificate.notAfter = now + std::chrono::hours(61 * 24);
    certificate.observedAt = now - std::chrono::seconds(42);
    evidence.certificate = certificate;
    if (state == State::Down)
        seen.parts = {{"database", Outcome::Good, ""}, {"provider A", Outcome::Failed, "upstream timeout"}};
    return std::make_shared<const Observation>(std::move(seen));
}

inline CheckStatus check(
    const ServiceId &service, const std::string &name, State state, Instant since, int milliseconds, const Reason &reason)
{
    CheckStatus status;
    status.id = CheckId(service.text() + '/' + name);
    status.service = service;
    status.name = name;
    status.type = "http";
    status.state = state;
    status.reason = reason;
    status.since = since;
    status.lastProof = state == State::Unknown ? now - std::chrono::minutes(4) : now - std::chrono::seconds(2);
    status.interval = std::chrono::seconds(10);
    status.last = observation(status.id, state, milliseconds, reason);
    return status;
}

inline Acknowledgement acknowledgement()
{
    Acknowledgement acknowledgement;
    acknowledgement.person = "P1";
    acknowledgement.comment = "looking at provider A";
    acknowledgement.since = now - std::chrono::minutes(13);
    return acknowledgement;
}

inline AlertPtr alert(const ServiceId &service, const std::string &id, const std::string &name, Severity severity)
{
    Alert alert;
    alert.key = {SourceId("alertmanager"), id};
    alert.name = name;
    alert.summary = "declines above 40 % for 10 minutes";
    alert.severity = severity;
    alert.severityText = std::string(severityWord(severity));
    alert.actions = {true, true};
    alert.startsAt = now - std::chrono::minutes(14);
    alert.labels = {{"service", service.text()}, {"severity", alert.severityText}};
    alert.annotations = {{"runbook_url", "https://runbooks.example.net/payments"},
        {"dashboard", "https://grafana.example.net/d/pay"}, {"trap", "javascript:alert(1)"}};
    alert.link = "http://alertmanager.example.net/#/alerts";
    alert.service = service;
    if (id == "fp0")
        alert.acknowledgement = acknowledgement();
    return std::make_shared<const Alert>(std::move(alert));
}

/// A gentle wave, different for each service.
inline std::vector<Sample> wave(int seed, double middle, int count = 60)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        const double ripple = 0.06 * std::sin(i * 0.35 + seed) + 0.04 * std::sin(i * 1.7 + seed * 3);
        samples.push_back({now - std::chrono::minutes(count - i), middle * (1 + ripple)});
    }
    return samples;
}

/// What burns in a burning shop: the first four services. All others are calm.
inline State stateOfIndex(int index, bool burning)
{
    constexpr std::array kBurning{State::Down, State::Down, State::Degraded, State::Unknown};
    return burning && index < 4 ? kBurning.at(static_cast<std::size_t>(index)) : State::Ok;
}

inline Reason reasonOfIndex(int index, bool burning)
{
    static const std::array<const Phrase *, 4> phrases{&kGateway, &kFewOrders, &kSlow, &kLoginPage};
    return burning && index < 4 ? Reason(*phrases.at(static_cast<std::size_t>(index))) : Reason();
}

inline void addMetric(ServiceStatus &service, int index, bool burning)
{
    static const std::array<std::pair<const char *, double>, 3> calm{{{"% success", 99.4}, {"orders/min", 61}, {"% late", 3.1}}};
    const std::size_t kind = index < 2 ? static_cast<std::size_t>(index) : 2;
    MetricStatus metric;
    metric.name = "headline";
    metric.unit = calm[kind].first;
    metric.headline = true;
    metric.value = burning && index < 2 ? index * 3.0 : calm[kind].second;
    metric.at = now - std::chrono::seconds(5);
    metric.recent = wave(index, calm[kind].second);
    for (std::size_t i = 45; burning && index < 2 && i < metric.recent.size(); ++i)
        metric.recent[i].value = *metric.value;
    service.metrics.push_back(std::move(metric));
}

/// The changes that load a whole shop.
inline Changes board(int services, bool burning)
{
    Changes changes;
    changes.reset = true;
    changes.shop = "Example Shop";
    changes.currency = "EUR";
    for (int i = 0; i < services; ++i) {
        ServiceStatus service;
        service.id = ServiceId(serviceName(i));
        service.tier = i < 4 ? 1 : 2;
        service.state = stateOfIndex(i, burning);
        service.reason = reasonOfIndex(i, burning);
        service.since = service.state == State::Ok ? now - std::chrono::hours(30) : now - std::chrono::minutes(15 - 3 * i);
        service.lastProof = now - (service.state == State::Unknown ? Duration(240000) : Duration(1000 * (2 + i % 9)));
        const int latency = service.state == State::Down ? 2014 : service.state == State::Degraded ? 812 : 40 + (i * 37) % 160;
        service.latency = Duration(latency);
        for (const char *name : {"health", "certificate"}) {
            const bool isFirst = name[0] == 'h';
            changes.checks.push_back(check(service.id, name, isFirst ? service.state : State::Ok, service.since,
                isFirst ? latency : 35, isFirst ? service.reason : Reason()));
            service.checks.push_back(changes.checks.back().id);
        }
        if (i < 2 || i % 7 == 5)
            addMetric(service, i, burning);
        if (service.state == State::Down) {
            changes.alerts.push_back(alert(service.id, "fp" + std::to_string(i), "PaymentDeclineSpike", Severity::Critical));
            service.alerts.push_back(changes.alerts.back()->key);
        }
        if (burning && i == 0) {
            service.owned = true;
            service.owner = "P1";
            service.ownedSince = now - std::chrono::minutes(13);
            service.dependsOn = {"provider A"};
            changes.checks.front().acknowledgement = acknowledgement();
        }
        changes.services.push_back(std::move(service));
    }
    SourceStatus source;
    source.id = SourceId("alertmanager");
    source.state = State::Ok;
    source.lastGood = now - std::chrono::seconds(9);
    changes.sources.push_back(source);
    changes.station = StationStatus{};
    return changes;
}

/// An hour of answers every 10 s: calm, then slow, then failing for the last quarter; and a gap of five minutes.
inline std::vector<LatencySample> history(const CheckId &id)
{
    std::vector<LatencySample> samples;
    for (int i = 0; i < 360; ++i) {
        if (i >= 150 && i < 180)
            continue;
        LatencySample sample;
        sample.check = id;
        sample.at = now - std::chrono::seconds((360 - i) * 10);
        sample.state = i >= 270 ? State::Down : i >= 252 ? State::Degraded : State::Ok;
        const double ripple = 1 + 0.15 * std::sin(i * 0.9) + 0.1 * std::sin(i * 2.3);
        const double milliseconds = (i >= 270 ? 1880 : i >= 252 ? 900 : 180) * ripple;
        sample.dnsUs = i % 6 == 0 ? 1200 : 0;
        sample.connectUs = i % 6 == 0 ? 9000 : 0;
        sample.tlsUs = i % 6 == 0 ? 22000 : 0;
        sample.firstByteUs = static_cast<std::uint32_t>(milliseconds * 1000);
        sample.totalUs = sample.dnsUs + sample.connectUs + sample.tlsUs + sample.firstByteUs + 4000;
        samples.push_back(sample);
    }
    return samples;
}

} // namespace tocsin::sample
