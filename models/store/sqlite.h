// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tocsin {

/// The reason for a SQLite result code: a full disk, a damaged file, no permission, or SQLite's own words.
Error storageError(int code, std::string_view detail);
/// Whether the file itself is at fault, not the disk or the moment.
bool meansDamage(const Error &error);

/// A prepared statement: bound by position from 1, read by column from 0. Owned by who prepared it; thread of its database;
/// must not outlive it.
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *statement);

    explicit operator bool() const { return m_statement != nullptr; }
    Statement &bind(int position, std::int64_t value);
    Statement &bind(int position, std::string_view text);

    /// True: there is a row to read. False: done, and ready to be bound again.
    Result<bool> step();
    /// Runs a statement that returns no rows.
    Result<void> run();
    void reset();

    std::int64_t integer(int column) const;
    std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection to one SQLite file. One thread at a time; owned by the journal.
class Database
{
public:
    enum class Mode {
        Create,    ///< read and write, made when missing
        Read,      ///< beside a writer
        Immutable, ///< nobody writes, and no file may be made beside it
    };

    static Result<std::unique_ptr<Database>> open(const std::string &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<void> run(const char *sql);
    Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row.
    Result<std::int64_t> integer(std::string_view sql);
    Result<std::string> text(std::string_view sql);
    std::int64_t changes() const;

private:
    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    {
    }
    Error lastError() const;

    sqlite3 *m_handle;
};

/// A transaction that rolls back unless it was committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database;
};

} // namespace tocsin
