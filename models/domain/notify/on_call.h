// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/rota.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// Who is on call, and for how long.
struct OnCall {
    std::vector<std::string> people; ///< each once, as the rota lists them; empty: nobody
    std::optional<Instant> since;    ///< nothing: for longer than the rota tells
    std::optional<Instant> until;    ///< nothing: for longer than anybody looks ahead

    friend bool operator==(const OnCall &, const OnCall &) = default;
};

/// A time during which nobody is on call.
struct RotaGap {
    Instant from{};
    std::optional<Instant> until; ///< nothing: it does not end within the time that was looked at

    friend bool operator==(const RotaGap &, const RotaGap &) = default;
};

/// Who is on call at this moment. Pure and total: an impossible rota has nobody.
std::vector<std::string> onCallAt(const Rota &rota, Instant at);

/// The same with the change before and the next one. Looks some months back and ahead at the most.
OnCall onCall(const Rota &rota, Instant at);

/// The gaps between two moments, in order, `most` of them.
std::vector<RotaGap> gapsOf(const Rota &rota, Instant from, Instant until, std::size_t most);

} // namespace tocsin
