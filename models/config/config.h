// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/domain/key_table.h"
#include "models/domain/policy.h"
#include "models/domain/settings.h"

#include <string>
#include <vector>

namespace tocsin {

/// One check as configured. `settings` holds the keys of its kind; the common keys are read out already.
struct CheckConfig {
    std::string name; ///< unique within its service; made from type and target when the file gives none
    std::string type;
    Policy policy;
    Settings settings;

    friend bool operator==(const CheckConfig &, const CheckConfig &) = default;
};

/// A number on a tile: a query to a source.
struct MetricConfig {
    std::string name;
    std::string source;
    std::string query;
    std::string unit;
    bool headline = false;
    Duration interval{};

    friend bool operator==(const MetricConfig &, const MetricConfig &) = default;
};

struct ServiceConfig {
    std::string name;
    int tier = 2;
    std::string alerts; ///< matchers; empty: none
    std::vector<std::string> dependsOn;
    std::vector<CheckConfig> checks;
    std::vector<MetricConfig> metrics;

    friend bool operator==(const ServiceConfig &, const ServiceConfig &) = default;
};

struct SourceConfig {
    std::string name;
    std::string type;
    Policy policy;
    Settings settings;

    friend bool operator==(const SourceConfig &, const SourceConfig &) = default;
};

/// A place that messages go to.
struct ChannelConfig {
    std::string name;
    std::string type;
    Duration timeout{}; ///< of one attempt
    int perMinute = 0;  ///< to one recipient; what is beyond goes together as one message
    Settings settings;

    friend bool operator==(const ChannelConfig &, const ChannelConfig &) = default;
};

/// A valid configuration, whole and typed. `config-example.yaml` in `resources/` is the contract of its keys.
struct Config {
    std::string shop;
    std::string currency;
    std::string person;               ///< who acts at this station; by default the login name (decision 14)
    std::vector<std::string> beacons; ///< `host:port`
    Policy defaults;
    std::vector<SourceConfig> sources;
    std::vector<ServiceConfig> services;
    std::vector<MaintenanceWindow> maintenance;
    std::vector<ChannelConfig> channels;
    IncidentRules incidents;
    bool simulated = false; ///< set by the program when the simulated shop is what is watched, never by a file

    friend bool operator==(const Config &, const Config &) = default;
};

/// The kinds that the configuration may name, with their keys: handed in from the registries, so that a new kind touches
/// nothing here (decision 19).
struct KindOfSection {
    std::string_view type;
    std::string_view help;
    KeyTable keys;
    /// Finds what a type cannot: a condition that does not parse. May be null.
    std::vector<SettingProblem> (*validate)(const Settings &) = nullptr;
    /// The name of a check that has none in the file, from its target. Null for sources, which must be named.
    std::string (*defaultName)(const Settings &) = nullptr;
};

struct Vocabulary {
    std::vector<KindOfSection> checks;
    std::vector<KindOfSection> sources;
    std::vector<KindOfSection> channels;
};

} // namespace tocsin
