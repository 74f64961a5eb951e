// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace tocsin::bench {

/// The median of several runs, in seconds.
double medianSeconds(const std::function<void()> &work);

/// What anybody needs who wants the texts of a list of alerts as values: simdjson into plain structs. Returns how many there are.
std::size_t readPlainAlerts(const std::string &body);

/// How long that takes for so many alerts, in seconds: measured in a process of its own, whose memory nobody counts. Before the
/// program has any thread.
double plainAlertsSeconds(int alerts);

} // namespace tocsin::bench
