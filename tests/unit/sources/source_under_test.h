// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/source.h"
#include "tests/support/inline_offload.h"
#include "tests/support/manual_clock.h"

#include <stdexcept>

namespace tocsin::test {

/// Holds no secret.
class NoSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &) const override { return failure(ErrorKind::Secret, Reason()); }
};

/// A source of one kind, built as the watch builds it from its settings.
inline std::unique_ptr<Source> makeSource(const std::string &type, const Settings &settings, const SourceTools &tools)
{
    SourceConfig config;
    config.name = type;
    config.type = type;
    config.settings = settings;
    for (const SourceKind &kind : sourceKinds()) {
        if (kind.section.type == type)
            return kind.make(config, tools);
    }
    throw std::logic_error("no such kind of source: " + type);
}

} // namespace tocsin::test
