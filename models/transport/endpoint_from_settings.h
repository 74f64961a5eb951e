// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/secrets_lookup.h"
#include "models/domain/settings.h"
#include "models/transport/http.h"

namespace tocsin {

/// What every request to one server has in common, from the keys that all HTTP kinds share (`httpKeys` in models/config):
/// tls, proxy, headers, secret_headers, basic_auth, bearer_token. Never blocks; any thread. A secret that is not there is
/// the lookup's Error of kind Secret. Call it anew for each request or poll, so that a renewed secret is used.
Result<Endpoint> endpointFromSettings(const Settings &settings, const SecretsLookup &secrets, Duration timeout);

} // namespace tocsin
