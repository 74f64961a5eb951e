// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/event_row.h"

#include "models/store/sqlite.h"

namespace tocsin {

Event eventOfRow(const Statement &row)
{
    Event event;
    event.id = EventId(row.text(1));
    event.time = LogicalTime{row.integer(2), static_cast<std::uint32_t>(row.integer(3))};
    event.station = row.text(4);
    event.author = row.text(5);
    event.subject = row.text(6);
    event.kind = row.text(7);
    event.payload = row.text(8);
    event.drill = row.integer(9) != 0;
    return event;
}

} // namespace tocsin
