// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tocsin {

/// A value that must never be printed. There is no conversion to text and no stream operator; `reveal()` stands only
/// where the value goes on the wire.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string value)
        : m_value(std::move(value))
    {
    }
    const std::string &reveal() const { return m_value; }
    bool isEmpty() const { return m_value.empty(); }
    friend bool operator==(const Secret &, const Secret &) = default;

private:
    std::string m_value;
};

/// Where a secret is kept. The configuration holds only this, never the value.
struct SecretReference {
    enum class Place { Environment, File, Keyring, Command };

    Place place = Place::Environment;
    std::string name;                 ///< variable, absolute path, or keyring entry
    std::vector<std::string> command; ///< program and arguments; no shell

    friend auto operator<=>(const SecretReference &, const SecretReference &) = default;
};

} // namespace tocsin
