// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/secret_references.h"

#include <set>

namespace tocsin {

std::vector<SecretReference> secretReferences(const Config &config)
{
    std::set<SecretReference> references;
    const auto collect = [&references](const Settings &settings) {
        for (SecretReference &reference : settings.secrets())
            references.insert(std::move(reference));
    };
    for (const SourceConfig &source : config.sources)
        collect(source.settings);
    for (const ChannelConfig &channel : config.channels)
        collect(channel.settings);
    for (const ServiceConfig &service : config.services) {
        for (const CheckConfig &check : service.checks)
            collect(check.settings);
    }
    return {references.begin(), references.end()};
}

} // namespace tocsin
