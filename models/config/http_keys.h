// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/key_table.h"
#include "models/domain/settings.h"

#include <array>
#include <vector>

namespace tocsin {

inline constexpr std::array tlsKeys{
    Key{.name = "ca_file", .type = KeyType::Path, .help = "PEM file with the authorities to trust instead of the system's."},
    Key{.name = "cert_file", .type = KeyType::Path, .help = "Client certificate, PEM; needs key_file too."},
    Key{.name = "key_file", .type = KeyType::Path, .help = "Private key of the client certificate, PEM."},
};

inline constexpr std::array basicAuthKeys{
    Key{.name = "username", .type = KeyType::Text, .help = "Name to log in with.", .required = true},
    Key{.name = "password", .type = KeyType::Secret, .help = "Where the password is kept.", .required = true},
};

inline constexpr std::array secretHeaderKeys{
    Key{.name = "name", .type = KeyType::Text, .help = "Name of the header, such as X-Api-Key.", .required = true},
    Key{.name = "value", .type = KeyType::Secret, .help = "Where the value is kept.", .required = true},
};

/// What every kind that speaks HTTP understands. `endpointFromSettings` in models/transport reads them.
inline constexpr std::array httpKeys{
    Key{.name = "tls",
        .type = KeyType::Section,
        .help = "Authorities and client certificate; verification is always on.",
        .section = tlsKeys},
    Key{.name = "proxy",
        .type = KeyType::Text,
        .help = "Proxy to go through: http://host:port, https:// or socks5h://.",
        .fallback = "none"},
    Key{.name = "headers", .type = KeyType::TextMap, .help = "Headers sent with every request; no secrets here."},
    Key{.name = "secret_headers",
        .type = KeyType::SectionList,
        .help = "Headers whose value is a secret.",
        .section = secretHeaderKeys},
    Key{.name = "basic_auth", .type = KeyType::Section, .help = "User name and password.", .section = basicAuthKeys},
    Key{.name = "bearer_token", .type = KeyType::Secret, .help = "Token sent as Authorization: Bearer."},
};

/// A kind's own keys followed by httpKeys, for a table with static storage:
/// `inline constexpr std::array kKeys = withHttpKeys(std::array{Key{...}, ...});`
template<std::size_t N> constexpr std::array<Key, N + httpKeys.size()> withHttpKeys(const std::array<Key, N> &own)
{
    std::array<Key, N + httpKeys.size()> all{};
    for (std::size_t i = 0; i < N; ++i)
        all[i] = own[i];
    for (std::size_t i = 0; i < httpKeys.size(); ++i)
        all[N + i] = httpKeys[i];
    return all;
}

/// What the types of httpKeys cannot say: both kinds of login at once, a certificate without its key, a header that is none.
/// The reader of the configuration asks this for every section; a kind's `validate` need not.
std::vector<SettingProblem> httpKeyProblems(const Settings &settings);

} // namespace tocsin
