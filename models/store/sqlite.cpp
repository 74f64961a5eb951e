// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sqlite.h"

#include <QtGlobal>

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kDiskFull{"store.disk_full", QT_TRANSLATE_NOOP("Phrase", "The disk is full: nothing more can be recorded")};
constexpr Phrase kDamaged{"store.damaged", QT_TRANSLATE_NOOP("Phrase", "The journal is damaged: %1")};
constexpr Phrase kReadOnly{"store.not_writable", QT_TRANSLATE_NOOP("Phrase", "The journal cannot be written: %1")};
constexpr Phrase kCannotOpen{"store.cannot_open", QT_TRANSLATE_NOOP("Phrase", "The journal cannot be opened: %1")};
constexpr Phrase kRefused{"store.refused", QT_TRANSLATE_NOOP("Phrase", "The journal refused the entry: %1")};
constexpr Phrase kFailed{"store.failed", QT_TRANSLATE_NOOP("Phrase", "The journal failed: %1")};

constexpr int kBusyTimeoutMs = 2000;

const Phrase &phraseOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return kDiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return kDamaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return kReadOnly;
    case SQLITE_CANTOPEN:
        return kCannotOpen;
    case SQLITE_CONSTRAINT:
        return kRefused;
    default:
        return kFailed;
    }
}

} // namespace

Error storageError(int code, std::string_view detail)
{
    return Error{ErrorKind::Storage, Reason(phraseOf(code), {std::string(detail)}), {}};
}

bool meansDamage(const Error &error)
{
    return error.reason.code() == kDamaged.code;
}

namespace {

Error errorOf(sqlite3 *handle)
{
    // Some writes, that of the shared memory among them, fail with a plain I/O error when the disk is full. SQLite does not
    // keep the cause of a commit that failed; then the last failed call of this thread was the write.
    const int lastCall = errno;
    const int code = sqlite3_extended_errcode(handle);
    const int known = sqlite3_system_errno(handle);
    const int cause = known != 0 ? known : lastCall;
    const bool isFull = (code & 0xff) == SQLITE_IOERR && (cause == ENOSPC || cause == EDQUOT);
    return storageError(isFull ? SQLITE_FULL : code, sqlite3_errmsg(handle));
}

} // namespace

Statement::Statement(sqlite3_stmt *statement)
    : m_statement(statement)
{
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::bind(int position, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), position, value);
    return *this;
}

Statement &Statement::bind(int position, std::string_view text)
{
    // An empty view may carry a null pointer, which SQLite would take as NULL.
    const char *bytes = text.empty() ? "" : text.data();
    sqlite3_bind_text64(m_statement.get(), position, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = errorOf(sqlite3_db_handle(m_statement.get()));
    reset();
    return Failure(std::move(error));
}

Result<void> Statement::run()
{
    auto stepped = step();
    if (!stepped)
        return Failure(std::move(stepped.error()));
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    if (!bytes)
        return {};
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)));
}

namespace {

/// The path as a URI, so that `immutable` can be said; everything but plain characters is escaped.
std::string uriOf(const std::string &path, bool isImmutable)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.'
            || c == '-' || c == '_';
        if (isPlain) {
            uri += c;
        } else {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 15];
        }
    }
    return isImmutable ? uri + "?immutable=1" : uri;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string &path, Mode mode)
{
    sqlite3 *handle = nullptr;
    const int access = mode == Mode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int flags = access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(uriOf(path, mode == Mode::Immutable).c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return Failure(storageError(code, handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return database;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Error Database::lastError() const
{
    return errorOf(m_handle);
}

Result<void> Database::run(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return Failure(lastError());
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code
        = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return Failure(lastError());
    return Statement(statement);
}

Result<std::int64_t> Database::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return Failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return Failure(row.error());
    return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return Failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return Failure(row.error());
    return *row ? statement->text(0) : std::string();
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

Result<Transaction> Transaction::begin(Database &database)
{
    auto begun = database.run("BEGIN IMMEDIATE");
    if (!begun)
        return Failure(std::move(begun.error()));
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself after an error; then this is an error without consequence.
    if (m_database)
        static_cast<void>(m_database->run("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    auto committed = m_database->run("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace tocsin
