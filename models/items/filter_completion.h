// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>
#include <QStringList>

namespace tocsin {

/// What may stand at the cursor of a filter line: `candidates` replace the characters from `begin` to `end`.
struct FilterCompletion {
    int begin = 0;
    int end = 0;
    QStringList candidates; ///< sorted, at most 200
};

/// Looks through the alerts that are there now for label names, or for the values of the name before the cursor. Takes
/// some milliseconds with 20,000 alerts: call it when somebody types, not when something changed.
FilterCompletion completeFilter(const Board &board, const QString &line, int cursor);

} // namespace tocsin
