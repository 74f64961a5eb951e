// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/salvage.h"

#include "models/store/event_row.h"
#include "models/store/sqlite.h"

#include <algorithm>
#include <map>

namespace tocsin {

std::vector<Event> salvageEvents(const std::string &databasePath)
{
    std::map<std::int64_t, Event> found;
    auto database = Database::open(databasePath, Database::Mode::Read);
    if (!database)
        return {};
    for (const char *order : {" ORDER BY row", " ORDER BY row DESC"}) {
        auto statement = (*database)->prepare(std::string(eventColumns) + order);
        if (!statement)
            continue;
        auto row = statement->step();
        for (; row && *row; row = statement->step())
            found.emplace(statement->integer(0), eventOfRow(*statement));
        if (row)
            break; // read to its end: there is nothing behind the damage
    }
    std::vector<Event> events;
    for (auto &[row, event] : found)
        events.push_back(std::move(event));
    return events;
}

} // namespace tocsin
