// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"

namespace tocsin {

class Statement;

/// The columns of an event, in the order that eventOfRow reads them; column 0 is the row number.
inline constexpr const char *eventColumns
    = "SELECT row, id, wall_ms, counter, station, author, subject, kind, payload, drill FROM events ";

Event eventOfRow(const Statement &row);

} // namespace tocsin
