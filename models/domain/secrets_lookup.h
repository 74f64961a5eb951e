// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/secret.h"

namespace tocsin {

/// Looks a secret up among those already fetched: never blocks. Any thread.
class SecretsLookup
{
public:
    virtual ~SecretsLookup() = default;
    /// An Error of kind Secret names the place, never the value.
    virtual Result<Secret> secret(const SecretReference &reference) const = 0;
};

} // namespace tocsin
