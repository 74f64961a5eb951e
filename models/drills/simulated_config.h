// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace tocsin {

/// The configuration that watches the simulated shop, as YAML: its services with their checks, alerts and metrics, and its
/// two sources. `port` is where the shop answers on 127.0.0.1. Pure.
std::string simulatedConfigYaml(std::uint16_t port);

/// Path prefixes of the two simulated sources.
inline constexpr const char *alertmanagerPrefix = "/alertmanager";
inline constexpr const char *prometheusPrefix = "/prometheus";

/// `http://127.0.0.1:port`
std::string shopUrl(std::uint16_t port);

} // namespace tocsin
