// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/items/alert_roles.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace tocsin {

/// By which column alerts are listed. Each column has a natural direction: worst first, newest first, texts from A to Z,
/// who has it with nobody first. Ties are always broken worst first, then newest, then by key: the order is stable.
struct AlertOrder {
    AlertColumn column = AlertColumn::State;
    bool isReversed = false;

    friend bool operator==(const AlertOrder &, const AlertOrder &) = default;

    /// What a click on this column means: another column in its natural direction, or the same one the other way round.
    AlertOrder clicked(AlertColumn other) const { return {other, other == column && !isReversed}; }
    /// Whether larger values stand on top, as the arrow in a header says.
    bool isDescending() const;
};

/// A stable word for a state file: "since", "-name" when it is reversed.
QString orderWord(const AlertOrder &order);
/// Nothing for a word that is none.
std::optional<AlertOrder> orderFromWord(const QString &word);

/// What an alert is compared by: its place in the usual order, and the value of the chosen column.
struct AlertPlace {
    int rank = 0;                ///< higher is worse
    std::int64_t startsAtMs = 0; ///< later comes first
    std::uint64_t tie = 0;       ///< the beginning of its key
    std::int64_t number = 0;     ///< of the chosen column
    std::string text;            ///< of the chosen column, without regard to case

    friend bool operator==(const AlertPlace &, const AlertPlace &) = default;
};

AlertPlace placeOf(const Alert &alert, const AlertOrder &order);

/// Worst first, then newest, then by key.
bool isWorse(const AlertPlace &a, const AlertKey &keyA, const AlertPlace &b, const AlertKey &keyB);
/// A strict total order of alerts with different keys, when both places were made for this order.
bool isAhead(const AlertOrder &order, const AlertPlace &a, const AlertKey &keyA, const AlertPlace &b, const AlertKey &keyB);

} // namespace tocsin
