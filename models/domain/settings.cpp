// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/settings.h"

namespace tocsin {

void Settings::set(std::string key, Value value, FilePosition position)
{
    m_entries.insert_or_assign(std::move(key), Entry{std::move(value), std::move(position)});
}

const Settings::Entry *Settings::find(std::string_view key) const
{
    const auto it = m_entries.find(key);
    return it == m_entries.end() ? nullptr : &it->second;
}

std::string Settings::text(std::string_view key, std::string fallback) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<std::string>(&entry->value) : nullptr;
    if (value)
        return *value;
    return fallback;
}

std::int64_t Settings::integer(std::string_view key, std::int64_t fallback) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<std::int64_t>(&entry->value) : nullptr;
    return value ? *value : fallback;
}

double Settings::number(std::string_view key, double fallback) const
{
    const Entry *entry = find(key);
    if (!entry)
        return fallback;
    if (const auto *whole = std::get_if<std::int64_t>(&entry->value))
        return static_cast<double>(*whole);
    const auto *value = std::get_if<double>(&entry->value);
    return value ? *value : fallback;
}

bool Settings::boolean(std::string_view key, bool fallback) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<bool>(&entry->value) : nullptr;
    return value ? *value : fallback;
}

Duration Settings::duration(std::string_view key, Duration fallback) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<Duration>(&entry->value) : nullptr;
    return value ? *value : fallback;
}

std::optional<Instant> Settings::instant(std::string_view key) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<Instant>(&entry->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

std::vector<std::string> Settings::texts(std::string_view key) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<std::vector<std::string>>(&entry->value) : nullptr;
    return value ? *value : std::vector<std::string>();
}

Settings::TextMap Settings::textMap(std::string_view key) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<TextMap>(&entry->value) : nullptr;
    return value ? *value : TextMap();
}

std::optional<SecretReference> Settings::secret(std::string_view key) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<SecretReference>(&entry->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

Settings Settings::section(std::string_view key) const
{
    const std::vector<Settings> all = sections(key);
    return all.empty() ? Settings() : all.front();
}

std::vector<Settings> Settings::sections(std::string_view key) const
{
    const Entry *entry = find(key);
    const auto *value = entry ? std::get_if<std::vector<Settings>>(&entry->value) : nullptr;
    return value ? *value : std::vector<Settings>();
}

std::vector<SecretReference> Settings::secrets() const
{
    std::vector<SecretReference> all;
    for (const auto &[key, entry] : m_entries) {
        if (const auto *reference = std::get_if<SecretReference>(&entry.value))
            all.push_back(*reference);
        const auto *below = std::get_if<std::vector<Settings>>(&entry.value);
        if (!below)
            continue;
        for (const Settings &section : *below) {
            const std::vector<SecretReference> found = section.secrets();
            all.insert(all.end(), found.begin(), found.end());
        }
    }
    return all;
}

FilePosition Settings::position(std::string_view key) const
{
    const Entry *entry = find(key);
    return entry ? entry->position : m_position;
}

} // namespace tocsin
