// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tocsin::bench {

/// What `/api/v2/alerts` of an Alertmanager answers that holds so many alerts, as rules of a Kubernetes shop make them: about
/// 1,100 bytes each. The first of them is a critical one.
std::string alertList(int count);

/// The same list with another summary in the first alert.
std::string withFirstChanged(std::string list);

/// What `/api/v2/status` answers.
std::string alertmanagerStatus();

} // namespace tocsin::bench
