// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/schema.h"

#include <sqlite3.h>

namespace tocsin {

namespace {

constexpr std::int64_t kApplicationId = 0x544F4353; // "TOCS"

constexpr const char *kSchema = R"sql(
PRAGMA application_id = 0x544F4353;
PRAGMA user_version = 1;
CREATE TABLE events (
    row     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    wall_ms INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    station TEXT NOT NULL,
    author  TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind <> ''),
    payload TEXT NOT NULL CHECK (json_valid(payload) AND json_type(payload) = 'object'),
    drill   INTEGER NOT NULL CHECK (drill IN (0, 1))
) STRICT;
CREATE INDEX events_by_time ON events (wall_ms, counter);
CREATE INDEX events_by_kind ON events (kind);
CREATE INDEX events_by_subject ON events (subject);
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR row = NEW.row) BEGIN
    SELECT RAISE(IGNORE);
END;
CREATE TABLE checks (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE samples (
    check_number  INTEGER NOT NULL REFERENCES checks (number),
    at_ms         INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    dns_us        INTEGER NOT NULL,
    connect_us    INTEGER NOT NULL,
    tls_us        INTEGER NOT NULL,
    first_byte_us INTEGER NOT NULL,
    total_us      INTEGER NOT NULL,
    PRIMARY KEY (check_number, at_ms)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace

Result<FileVerdict> judgeFile(Database &database)
{
    const auto application = database.integer("PRAGMA application_id");
    if (!application)
        return Failure(application.error());
    const auto format = database.integer("PRAGMA user_version");
    if (!format)
        return Failure(format.error());
    const auto objects = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return Failure(objects.error());
    if (*application == kApplicationId)
        return *format > journalFormat ? FileVerdict::Newer : FileVerdict::Ours;
    const bool isEmpty = *application == 0 && *format == 0 && *objects == 0;
    return isEmpty ? FileVerdict::Empty : FileVerdict::Foreign;
}

Result<void> createSchema(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    if (auto made = database.run(kSchema); !made)
        return made;
    return transaction->commit();
}

Result<void> checkIntegrity(Database &database)
{
    const auto verdict = database.text("PRAGMA quick_check(1)");
    if (!verdict)
        return Failure(verdict.error());
    if (*verdict != "ok")
        return Failure(storageError(SQLITE_CORRUPT, *verdict));
    return {};
}

} // namespace tocsin
