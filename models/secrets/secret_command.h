// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/secret.h"
#include "models/domain/time.h"

#include <stop_token>
#include <string>
#include <vector>

namespace tocsin {

/// No secret is longer than this, wherever it comes from.
inline constexpr std::size_t longestSecret = 64u << 10;

/// Runs a helper program and takes what it prints, without its last line end. No shell; standard input is empty, the
/// environment holds only what such programs need to find their agent, and what it prints as errors is dropped, for it may
/// name the secret. Blocks until it ends, until `timeout`, or until `stop`; then the program and what it started are killed.
/// Any thread but the UI's and the watch's.
Result<Secret> runSecretCommand(const std::vector<std::string> &command, Duration timeout, const std::stop_token &stop);

} // namespace tocsin
