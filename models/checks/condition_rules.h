// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/condition.h"

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// What is wrong with a condition that reads well and still can never say anything: `[STATUS] == OK`, `200 == 200`.
struct Nonsense {
    std::string message;
    std::string suggestion;
};

std::optional<Nonsense> findNonsense(const Condition &condition);

/// The placeholder that somebody meant who wrote this one, in brackets; empty when nothing is near.
std::string nearestPlaceholder(std::string_view name);

} // namespace tocsin
