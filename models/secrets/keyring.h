// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/secret.h"
#include "models/domain/time.h"

#include <stop_token>
#include <string>

namespace tocsin {

/// Reads an entry of the service "tocsin" from the system's keyring. Blocks until the keyring answers (it may ask the user
/// to unlock it), until `timeout` or until `stop`; for a thread of its own only. Without a D-Bus session an Error at once.
Result<Secret> readKeyring(const std::string &entry, Duration timeout, const std::stop_token &stop);

} // namespace tocsin
