// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/state.h"

#include <array>

namespace tocsin {

namespace {
constexpr std::array<std::string_view, 6> kWords{"ok", "maintenance", "pending", "unknown", "degraded", "down"};
}

std::string_view stateWord(State state)
{
    return kWords.at(static_cast<std::size_t>(state));
}

std::optional<State> stateFromWord(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == word)
            return static_cast<State>(i);
    }
    return std::nullopt;
}

} // namespace tocsin
