// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"
#include "tests/support/scripted_tcp.h"

#include <map>
#include <stdexcept>

namespace tocsin::test {

/// Secrets that a test hands out; anything else is missing.
class FixedSecrets final : public SecretsLookup
{
public:
    std::map<std::string, std::string> values;

    Result<Secret> secret(const SecretReference &reference) const override
    {
        const auto it = values.find(reference.name);
        if (it == values.end())
            return Failure(scriptedError(ErrorKind::Secret));
        return Secret(it->second);
    }
};

/// A registered kind by its name; throws when nobody registered it.
inline const CheckKind &checkKind(std::string_view type)
{
    for (const CheckKind &kind : checkKinds()) {
        if (kind.section.type == type)
            return kind;
    }
    throw std::logic_error("no such kind of check");
}

/// Everything that a check needs, scripted.
struct CheckBench {
    ManualClock clock;
    ScriptedHttp http{&clock};
    ScriptedTcp tcp;
    FixedSecrets secrets;

    std::unique_ptr<Check> make(std::string_view type, Settings settings)
    {
        CheckConfig config;
        config.type = type;
        config.policy.timeout = std::chrono::seconds(3);
        config.settings = std::move(settings);
        return checkKind(type).make(config, CheckTools{http, tcp, clock, secrets});
    }
};

} // namespace tocsin::test
