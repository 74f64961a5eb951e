// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/journal.h"
#include "models/store/uuid_v7.h"

#include <QTemporaryDir>

#include <sqlite3.h>

namespace tocsin {

inline Instant at(std::int64_t milliseconds)
{
    return Instant(Duration(1'795'235'843'000 + milliseconds));
}

/// An event that the journal takes; `number` tells them apart.
inline Event makeEvent(int number, const std::string &kind = "state.changed", const std::string &subject = "service/Payments")
{
    static UuidV7 ids;
    Event event;
    event.id = ids.next(at(number));
    event.time = LogicalTime{at(number).time_since_epoch().count(), 0};
    event.station = "desk-1";
    event.author = "ada";
    event.subject = subject;
    event.kind = kind;
    event.payload = R"({"number":)" + std::to_string(number) + "}";
    return event;
}

inline std::filesystem::path pathOf(const QTemporaryDir &folder)
{
    return std::filesystem::path(folder.path().toStdString()) / "data";
}

inline std::unique_ptr<Journal> openJournal(const std::filesystem::path &folder)
{
    auto journal = Journal::open(folder);
    if (!journal)
        qFatal("%s", english(journal.error().reason).c_str());
    return std::move(*journal);
}

inline std::vector<Event> allEvents(const Journal &journal)
{
    auto page = journal.events(0, 1'000'000);
    return page ? page->events : std::vector<Event>();
}

/// Runs SQL on the file behind the journal's back; the error message, or an empty text.
inline std::string runSql(const std::filesystem::path &folder, const std::string &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open((folder / "journal.db").c_str(), &handle);
    char *message = nullptr;
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    std::string text = message ? message : "";
    sqlite3_free(message);
    sqlite3_close(handle);
    return text;
}

} // namespace tocsin
