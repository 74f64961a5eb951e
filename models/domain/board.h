// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/observation.h"
#include "models/domain/source_reading.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// What is known of one check now.
struct CheckStatus {
    CheckId id;
    ServiceId service;
    std::string name;
    std::string type;
    State state = State::Pending;
    Reason reason;
    Instant since{};                  ///< when it entered this state
    std::optional<Instant> lastProof; ///< when it last proved anything
    bool flapping = false;
    Duration interval{};
    ObservationPtr last; ///< the newest observation, with its evidence
    std::optional<Acknowledgement> acknowledgement;

    friend bool operator==(const CheckStatus &, const CheckStatus &) = default;
};

/// A number on a tile: the answer of a query. No value means "no data", never 0.
struct MetricStatus {
    std::string name;
    std::string unit;
    bool headline = false;
    std::optional<double> value;
    std::optional<Instant> at;
    Reason reason; ///< why there is no value
    std::vector<Sample> recent;

    friend bool operator==(const MetricStatus &, const MetricStatus &) = default;
};

/// What is known of one service now: its tile. The worst of its checks and alerts; UNKNOWN never hides DOWN.
struct ServiceStatus {
    ServiceId id;
    int tier = 2;
    State state = State::Pending;
    Reason reason; ///< of the worst of its checks and alerts
    Instant since{};
    std::optional<Instant> lastProof; ///< the oldest newest proof among its checks: how old the claim is
    bool flapping = false;
    bool owned = false; ///< decision 6: all its DOWN items are acknowledged
    std::string owner;
    std::optional<Instant> ownedSince;
    std::string maintenanceReason;
    std::optional<Duration> latency; ///< of its first check, for a tile without a headline metric
    std::vector<CheckId> checks;
    std::vector<AlertKey> alerts;
    std::vector<MetricStatus> metrics;
    std::vector<std::string> dependsOn;

    friend bool operator==(const ServiceStatus &, const ServiceStatus &) = default;
};

/// The tile of decision 5, for alerts that match no service.
inline const ServiceId otherAlerts{"Other alerts"};

/// What is known of one source now. OK or UNKNOWN, never anything else (decision 3).
struct SourceStatus {
    SourceId id;
    std::string type;
    State state = State::Pending;
    Reason reason;
    Instant since{};
    std::optional<Instant> lastGood; ///< when it last answered in full
    Duration interval{};
    std::vector<Reason> remarks;
    Evidence evidence;

    friend bool operator==(const SourceStatus &, const SourceStatus &) = default;
};

/// The station's judgement of itself; said before anything else.
struct StationStatus {
    bool blind = false; ///< decision 9
    std::optional<Instant> blindSince;
    Reason reason;

    friend bool operator==(const StationStatus &, const StationStatus &) = default;
};

/// How far a wish of a person has come. Confirmed means: read back from the source, and on disk unless `recorded` is false.
struct ActionStatus {
    enum class Kind { Acknowledge, Unacknowledge, Silence };
    enum class Progress { Pending, Confirmed, Failed };

    ActionId id;
    Kind kind = Kind::Acknowledge;
    std::vector<AlertKey> alerts;
    std::vector<CheckId> checks;
    Progress progress = Progress::Pending;
    Reason reason;
    bool recorded = true; ///< decision 15

    friend bool operator==(const ActionStatus &, const ActionStatus &) = default;
};

/// The alerts of one service (or of "Other alerts", whether that has a tile or not) that another source shows as well
/// (decision 16): still known as their own, but listed and counted once, under the other's name.
struct JoinedAlerts {
    ServiceId service;
    std::vector<AlertKey> alerts; ///< all of them, ascending; empty when none is left

    friend bool operator==(const JoinedAlerts &, const JoinedAlerts &) = default;
};

/// The differences that one step of the watch made. What crosses to the UI thread, at most once per frame. Sets of
/// services, checks and sources come whole in `Changes::reset` when a configuration was (re)loaded.
struct Changes {
    bool reset = false; ///< forget everything first: a configuration was loaded
    std::string shop;
    std::string currency;
    bool simulated = false; ///< the shop is the simulated one: everything is a drill and marked so
    std::vector<ServiceStatus> services;
    std::vector<ServiceId> goneServices; ///< only the tile of decision 5 ever goes
    std::vector<CheckStatus> checks;
    std::vector<SourceStatus> sources;
    std::vector<AlertPtr> alerts;
    std::vector<AlertKey> goneAlerts;
    std::vector<JoinedAlerts> joinedAlerts; ///< of services where they changed; with the alerts that they come from
    std::vector<ActionStatus> actions;
    std::optional<StationStatus> station;

    bool isEmpty() const;
    /// Adds later changes to these; where both speak of one thing the later stands.
    void merge(Changes later);
};

/// Everything that is known now: the sum of all Changes. A value; the UI thread, `check` and tests each keep their own.
struct Board {
    std::string shop;
    std::string currency;
    bool simulated = false;
    std::vector<ServiceId> serviceOrder; ///< as configured
    std::map<ServiceId, ServiceStatus> services;
    std::map<CheckId, CheckStatus> checks;
    std::map<SourceId, SourceStatus> sources;
    std::map<AlertKey, AlertPtr> alerts;
    std::map<ServiceId, std::vector<AlertKey>> joinedAlerts; ///< what is listed under another source's name
    std::map<ActionId, ActionStatus> actions;
    StationStatus station;

    void apply(const Changes &changes);

    /// The worst of all services and sources. A board without any service is UNKNOWN: nothing was proven.
    State overall() const;
};

} // namespace tocsin
