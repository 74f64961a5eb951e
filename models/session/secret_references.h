// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"

#include <vector>

namespace tocsin {

/// Every place that a configuration names a secret in, each once.
std::vector<SecretReference> secretReferences(const Config &config);

} // namespace tocsin
