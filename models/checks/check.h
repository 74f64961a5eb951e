// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/observation.h"
#include "models/domain/secrets_lookup.h"
#include "models/transport/dns_resolver.h"
#include "models/transport/http.h"

#include <memory>
#include <span>

namespace tocsin {

/// What a check may use. Outlives every check that was built from it.
struct CheckTools {
    Http &http;
    TcpConnector &tcp;
    const Clock &clock;
    const SecretsLookup &secrets;
    DnsResolver *dns = nullptr; ///< without one, dns checks prove nothing
};

/// Tocsin's own test of one endpoint. Lives on the watch thread; owned by the watch. `run` is not called again before
/// the task of the last call has completed, and it always completes.
class Check
{
public:
    virtual ~Check() = default;
    /// Fills everything of the Observation but `check`, `at` and `moment`, which the watch sets.
    virtual QCoro::Task<Observation> run() = 0;
};

/// How much a kind claims when it says Good, and so what must not be able to deceive it.
enum class Claim {
    Connection, ///< somebody accepts connections there
    Handshake,  ///< the server has shown that it is who it should be
    Content,    ///< it answers, and with what was expected
};

/// One kind of check: its one line in the registry.
struct CheckKind {
    KindOfSection section;
    std::unique_ptr<Check> (*make)(const CheckConfig &config, const CheckTools &tools);
    Claim claim = Claim::Content; ///< the test of proven calm sends every lie that contradicts this claim
};

/// All kinds, in the order in which docs list them.
std::span<const CheckKind> checkKinds();

} // namespace tocsin
