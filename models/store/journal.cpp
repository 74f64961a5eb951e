// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/journal.h"

#include "models/store/salvage.h"
#include "models/store/schema.h"
#include "models/store/sqlite_journal.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kNewerFormat{"store.newer_format",
    QT_TRANSLATE_NOOP("Phrase",
        "The journal %1 has format %2, written by a newer Tocsin; this one knows formats up to %3. Nothing was changed")};
constexpr Phrase kForeignFile{
    "store.foreign_file", QT_TRANSLATE_NOOP("Phrase", "%1 is not a journal of Tocsin. Nothing was changed")};
constexpr Phrase kOtherWriter{"store.other_writer",
    QT_TRANSLATE_NOOP("Phrase", "Another Tocsin on this computer writes the journal; this one only reads it")};
constexpr Phrase kNoJournal{"store.no_journal", QT_TRANSLATE_NOOP("Phrase", "There is no journal in %1 yet")};
constexpr Phrase kSetAside{"store.set_aside",
    QT_TRANSLATE_NOOP(
        "Phrase", "The journal was damaged (%1). It is kept as %2; a new one was begun with %3 events that could be read")};

using Opened = Result<std::unique_ptr<Journal>>;
using Folder = std::unique_ptr<JournalFolder>;

Opened makeJournal(Folder folder, std::unique_ptr<Database> database, Journal::Access access, Reason remark)
{
    auto journal = std::make_unique<SqliteJournal>(std::move(folder), std::move(database), access, std::move(remark));
    if (auto prepared = journal->prepare(); !prepared)
        return Failure(std::move(prepared.error()));
    return journal;
}

Failure refuse(Database &database, FileVerdict verdict, const JournalFolder &folder)
{
    if (verdict == FileVerdict::Foreign)
        return failure(ErrorKind::Storage, Reason(kForeignFile, {folder.databasePath()}));
    const auto format = database.integer("PRAGMA user_version");
    return failure(ErrorKind::Unsupported,
        Reason(kNewerFormat, {folder.databasePath(), std::to_string(format.value_or(0)), std::to_string(journalFormat)}));
}

/// Reads what is there without the right or the room to write; `remark` says why.
Opened openToRead(Folder folder, Reason remark)
{
    Reason whyNothing = remark.isEmpty() ? Reason(kNoJournal, {folder->databasePath()}) : remark;
    if (!folder->hasDatabase())
        return failure(ErrorKind::Storage, std::move(whyNothing));
    std::string path = folder->databasePath();
    Database::Mode mode = Database::Mode::Read;
    for (int attempt = 0;; ++attempt) {
        auto database = Database::open(path, mode);
        auto verdict = database ? judgeFile(**database) : Result<FileVerdict>(Failure(database.error()));
        if (verdict && *verdict == FileVerdict::Empty)
            return failure(ErrorKind::Storage, std::move(whyNothing));
        if (verdict && *verdict == FileVerdict::Ours)
            return makeJournal(std::move(folder), std::move(*database), Journal::Access::ReadOnly, std::move(remark));
        if (verdict)
            return refuse(**database, *verdict, *folder);
        if (attempt > 0)
            return Failure(std::move(verdict.error()));
        // SQLite cannot make its shared memory beside the file. Without a WAL the file is whole as it lies there; with one,
        // a copy is read where there is room.
        mode = folder->hasLog() ? Database::Mode::Read : Database::Mode::Immutable;
        if (mode == Database::Mode::Read) {
            auto copy = folder->privateCopy();
            if (!copy)
                return Failure(std::move(copy.error()));
            path = std::move(*copy);
        }
    }
}

/// Opens the file for writing and makes sure that it is sound.
Result<std::unique_ptr<Database>> openSound(const JournalFolder &folder)
{
    auto database = Database::open(folder.databasePath(), Database::Mode::Create);
    if (!database)
        return database;
    folder.restrictAccess();
    const auto verdict = judgeFile(**database);
    if (!verdict)
        return Failure(verdict.error());
    if (*verdict == FileVerdict::Newer || *verdict == FileVerdict::Foreign)
        return refuse(**database, *verdict, folder);
    if (auto set = (*database)->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"); !set)
        return Failure(std::move(set.error()));
    const auto sound = *verdict == FileVerdict::Empty ? createSchema(**database) : checkIntegrity(**database);
    if (!sound)
        return Failure(sound.error());
    folder.restrictAccess(); // the WAL has come to be by now
    return database;
}

/// Takes over what was read from a damaged file; returns how many events the new journal accepted.
std::size_t takeOver(Journal &journal, const std::vector<Event> &events)
{
    if (journal.append(events))
        return events.size();
    if (events.size() < 2)
        return 0;
    // Something in them is no event any more. Halving finds it with few transactions, each of which waits for the disk.
    const auto middle = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
    return takeOver(journal, std::vector<Event>(events.begin(), middle))
        + takeOver(journal, std::vector<Event>(middle, events.end()));
}

/// Keeps the damaged file under another name and begins a new one with what can still be read.
Opened startAnew(Folder folder, const Error &damage)
{
    const auto aside = folder->setAside();
    if (!aside)
        return Failure(aside.error());
    auto database = openSound(*folder);
    if (!database)
        return Failure(std::move(database.error()));
    auto journal = std::make_unique<SqliteJournal>(std::move(folder), std::move(*database), Journal::Access::ReadWrite, Reason());
    if (auto prepared = journal->prepare(); !prepared)
        return Failure(std::move(prepared.error()));
    const std::size_t count = takeOver(*journal, salvageEvents(aside->string()));
    journal->setOpeningRemark(Reason(kSetAside, {damage.reason, aside->string(), std::to_string(count)}));
    return journal;
}

} // namespace

bool isWrittenByAnother(const Journal &journal)
{
    return journal.access() == Journal::Access::ReadOnly && journal.openingRemark().code() == kOtherWriter.code;
}

Opened Journal::open(const std::filesystem::path &path, Access wanted)
{
    auto folder = std::make_unique<JournalFolder>(path);
    if (wanted == Access::ReadOnly)
        return openToRead(std::move(folder), {});
    const auto lock = folder->takeLock();
    if (!lock)
        return openToRead(std::move(folder), lock.error().reason);
    if (*lock == JournalFolder::Lock::Foreign)
        return openToRead(std::move(folder), Reason(kOtherWriter));
    auto database = openSound(*folder);
    if (database)
        return makeJournal(std::move(folder), std::move(*database), Access::ReadWrite, {});
    if (meansDamage(database.error()))
        return startAnew(std::move(folder), database.error());
    const bool isRefused = database.error().kind == ErrorKind::Unsupported || database.error().reason.code() == kForeignFile.code;
    if (isRefused)
        return Failure(std::move(database.error()));
    return openToRead(std::move(folder), database.error().reason);
}

} // namespace tocsin
