// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/rota.h"
#include "models/domain/reason.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What makes a rota impossible, or (no error) worth a look.
struct RotaProblem {
    std::string_view list; ///< `shifts` or `overrides`; empty: the rota itself
    std::size_t index = 0; ///< within the list
    std::string_view key;  ///< what is wrong, as the configuration names it; empty: the whole
    std::string person;    ///< of an unknown one
    bool isError = true;
    Reason reason;
};

/// All of them, those of the rota itself first. `people` are the names that exist. Whether there are gaps is said only when
/// nothing else is wrong. Pure.
std::vector<RotaProblem> problemsOf(const Rota &rota, const std::set<std::string> &people);

} // namespace tocsin
