// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/state.h"

namespace tocsin {

/// What the programs end with (decision 2); the upper ones follow sysexits(3).
enum class ExitStatus {
    Ok = 0,
    Degraded = 1,
    Down = 2,
    Unknown = 3,
    BadConfiguration = 4,
    Usage = 64,
    NotInThisProgram = 69,
    InternalError = 70,
};

/// Any UNKNOWN denies 0, and so does what is not decided yet. A planned maintenance does not.
constexpr ExitStatus exitStatus(State overall)
{
    switch (overall) {
    case State::Ok:
    case State::Maintenance:
        return ExitStatus::Ok;
    case State::Degraded:
        return ExitStatus::Degraded;
    case State::Down:
        return ExitStatus::Down;
    case State::Pending:
    case State::Unknown:
        break;
    }
    return ExitStatus::Unknown;
}

} // namespace tocsin
