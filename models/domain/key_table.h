// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

namespace tocsin {

struct Key;

/// The keys that a section of the configuration may have. Tables are constants with static storage.
using KeyTable = std::span<const Key>;

// GCC sees the names Duration and Instant of a scoped enumeration as shadowing the types.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// What a key's value must be; the name in the comment is what the JSON Schema calls it.
enum class KeyType {
    Text,        ///< string
    Integer,     ///< integer
    Number,      ///< number
    Boolean,     ///< boolean
    Duration,    ///< string, `parseDuration`
    Instant,     ///< string, RFC 3339
    Url,         ///< string, http or https, without user information
    Address,     ///< string, `host:port`
    Path,        ///< string; relative ones are resolved against the file that names them
    Matchers,    ///< string, `parseMatchers`
    TextList,    ///< array of strings; a single string is taken as a list of one
    TextMap,     ///< object of strings (headers)
    Secret,      ///< object with exactly one of env, file, keyring, command
    Section,     ///< object with the keys of `section`
    SectionList, ///< array of such objects
};

#pragma GCC diagnostic pop

/// One key: the single place that configuration, JSON Schema and docs are made from (decision 19).
struct Key {
    std::string_view name;
    KeyType type = KeyType::Text;
    std::string_view help; ///< one English sentence for the schema and the docs
    bool required = false;
    std::string_view fallback = {}; ///< the default as it would be written, for schema and docs; applied by the reader
    std::span<const std::string_view> choices = {};
    KeyTable section = {};
    double minimum = -1e18; ///< of numbers; of a Duration in seconds
    double maximum = 1e18;
};

} // namespace tocsin
