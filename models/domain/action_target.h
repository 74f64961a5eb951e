// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"

#include <vector>

namespace tocsin {

/// What an acknowledgement is aimed at: exact alerts, and checks of our own.
struct ActionTarget {
    std::vector<AlertKey> alerts;
    std::vector<CheckId> checks;
};

inline bool isEmpty(const ActionTarget &target)
{
    return target.alerts.empty() && target.checks.empty();
}

} // namespace tocsin
