// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace tocsin {

/// The state of a check, a source, a service or the shop, in the order of decision 2: a later one is worse.
enum class State { Ok, Maintenance, Pending, Unknown, Degraded, Down };

/// The worse of two states.
constexpr State worst(State a, State b)
{
    return a < b ? b : a;
}

/// The word in JSON, journal and exit codes: `ok`, `maintenance`, `pending`, `unknown`, `degraded`, `down`.
std::string_view stateWord(State state);
std::optional<State> stateFromWord(std::string_view word);

} // namespace tocsin
