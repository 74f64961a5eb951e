// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>

namespace tocsin {

/// The board as a table for a terminal: one line for each service, its checks below it, then the sources with their alerts.
/// Plain text in fixed columns; control characters from outside are replaced.
QString checkTable(const Board &board, Instant now);

} // namespace tocsin
