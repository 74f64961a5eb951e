// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/secret.h"
#include "models/domain/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin {

/// Where something stands in the configuration, for messages. Line and column count from 1; 0 means unknown.
struct FilePosition {
    std::string file;
    int line = 0;
    int column = 0;

    friend bool operator==(const FilePosition &, const FilePosition &) = default;
};

/// The values of one section after they were checked against its KeyTable: what a check or source is built from.
/// Matchers, URLs and addresses are kept as text that is known to parse. An immutable value; any thread.
class Settings
{
public:
    using TextMap = std::map<std::string, std::string>;
    using Value = std::variant<bool, std::int64_t, double, std::string, Duration, Instant, std::vector<std::string>, TextMap,
        SecretReference, std::vector<Settings>>; // a Section is a list of one

    void set(std::string key, Value value, FilePosition position = {});

    bool contains(std::string_view key) const { return find(key) != nullptr; }
    std::string text(std::string_view key, std::string fallback = {}) const;
    std::int64_t integer(std::string_view key, std::int64_t fallback) const;
    double number(std::string_view key, double fallback) const;
    bool boolean(std::string_view key, bool fallback) const;
    Duration duration(std::string_view key, Duration fallback) const;
    std::optional<Instant> instant(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    TextMap textMap(std::string_view key) const;
    std::optional<SecretReference> secret(std::string_view key) const;
    Settings section(std::string_view key) const;
    std::vector<Settings> sections(std::string_view key) const;

    /// Every secret that this section and the sections below it refer to.
    std::vector<SecretReference> secrets() const;

    /// Where the key stands, or where the section begins when there is no such key.
    FilePosition position(std::string_view key) const;
    void setPosition(FilePosition position) { m_position = std::move(position); }
    const FilePosition &position() const { return m_position; }

    friend bool operator==(const Settings &, const Settings &);

private:
    struct Entry;
    const Entry *find(std::string_view key) const;

    std::map<std::string, Entry, std::less<>> m_entries;
    FilePosition m_position;
};

struct Settings::Entry {
    Value value;
    FilePosition position;
    /// Where it stands does not matter: a line that moved changes nothing.
    friend bool operator==(const Entry &a, const Entry &b) { return a.value == b.value; }
};

inline bool operator==(const Settings &a, const Settings &b)
{
    return a.m_entries == b.m_entries;
}

/// A value that is of the right type and still wrong, found by whoever understands it: `[STATUS] => 200`.
struct SettingProblem {
    std::string key;
    std::string message; ///< English, one sentence
    std::string suggestion;
};

} // namespace tocsin
