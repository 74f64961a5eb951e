// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <QString>

#include <vector>

namespace tocsin {

/// One line of the list of checks and alerts: exactly one of `check` and `alert` is set, or neither for a part of a health
/// answer. A value.
struct ItemRow {
    State state = State::Pending;
    bool owned = false;
    QString name;
    QString figure;
    QString detail;
    CheckId check;
    AlertKey alert;

    friend bool operator==(const ItemRow &, const ItemRow &) = default;
};

/// Of thousands of alerts so many are listed under one service; all of them are in the table of alerts.
inline constexpr std::size_t mostAlertRows = 200;

/// Checks first, then alerts, each worst first.
std::vector<ItemRow> itemRows(const Board &board, const ServiceStatus &service, Instant now);
/// The parts that a health answer named.
std::vector<ItemRow> partRows(const Observation &observation);
/// What an acknowledgement of this row is aimed at.
ActionTarget targetOf(const ItemRow &row);

} // namespace tocsin
