// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sqlite_journal.h"

#include "models/store/event_row.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kReadsOnly{"store.reads_only", QT_TRANSLATE_NOOP("Phrase", "Nothing is recorded here: %1")};
constexpr Phrase kOpenedToRead{"store.opened_to_read", QT_TRANSLATE_NOOP("Phrase", "The journal was opened for reading only")};

LatencySample sampleOf(const Statement &row, const CheckId &check)
{
    const auto micros = [&row](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
    const auto state = std::clamp<std::int64_t>(row.integer(1), 0, static_cast<std::int64_t>(State::Down));
    return LatencySample{check, Instant(Duration(row.integer(0))), static_cast<State>(state), micros(2), micros(3), micros(4),
        micros(5), micros(6)};
}

/// What an EventFilter is in SQL: the text and the values for its question marks, all bound as text or number in order.
struct Where {
    std::string join;
    std::string sql = "WHERE row > ?1";
    std::vector<std::string> texts; // bound from position 10
    std::int64_t from = 0;
    std::int64_t to = 0;

    std::string next(std::string text)
    {
        texts.push_back(std::move(text));
        return "?" + std::to_string(9 + texts.size());
    }
};

/// Who goes on from a row mostly wants the little that was added since. The index of kinds would lead SQLite through all that
/// was ever written of them, at each commit; a plus before a column takes its index out of the choice.
Where whereOf(const EventFilter &filter, bool goesOn)
{
    Where where;
    const std::string kindColumn = goesOn ? "+kind" : "kind";
    const std::string timeColumn = goesOn ? "+wall_ms" : "wall_ms";
    std::string kinds;
    for (const std::string &kind : filter.kinds) {
        kinds += kinds.empty() ? "" : " OR ";
        // A family is a range of the index: everything that begins with its name and the dot.
        if (kind.ends_with(".*")) {
            const std::string family = kind.substr(0, kind.size() - 2);
            kinds += "(" + kindColumn + " >= " + where.next(family + ".") + " AND " + kindColumn + " < "
                + where.next(family + "/") + ")";
        } else {
            kinds += kindColumn + " = " + where.next(kind);
        }
    }
    if (!kinds.empty())
        where.sql += " AND (" + kinds + ")";
    if (!filter.subject.empty())
        where.sql += " AND subject = " + where.next(filter.subject);
    if (!filter.afterLast.empty()) {
        where.join = "LEFT JOIN (SELECT subject AS about, max(row) AS last FROM events WHERE kind = "
            + where.next(filter.afterLast) + " GROUP BY subject) ON about = subject ";
        where.sql += " AND row > ifnull(last, 0)";
    }
    if (filter.from)
        where.sql += " AND " + timeColumn + " >= ?3";
    if (filter.to)
        where.sql += " AND " + timeColumn + " < ?4";
    where.from = filter.from ? filter.from->time_since_epoch().count() : 0;
    where.to = filter.to ? filter.to->time_since_epoch().count() : 0;
    return where;
}

} // namespace

SqliteJournal::SqliteJournal(
    std::unique_ptr<JournalFolder> folder, std::unique_ptr<Database> database, Access access, Reason remark)
    : m_folder(std::move(folder))
    , m_database(std::move(database))
    , m_access(access)
    , m_remark(std::move(remark))
{
}

Result<void> SqliteJournal::prepare()
{
    if (m_access == Access::ReadOnly)
        return {};
    struct Wanted {
        Statement &statement;
        const char *sql;
    };
    const Wanted all[] = {
        {m_insertEvent,
            "INSERT INTO events (id, wall_ms, counter, station, author, subject, kind, payload, drill) VALUES "
            "(?,?,?,?,?,?,?,?,?)"},
        {m_insertSample, "INSERT OR REPLACE INTO samples VALUES (?,?,?,?,?,?,?,?)"},
        {m_insertCheck, "INSERT INTO checks (name) VALUES (?) RETURNING number"},
        {m_findCheck, "SELECT number FROM checks WHERE name = ?"},
    };
    for (const Wanted &wanted : all) {
        auto prepared = m_database->prepare(wanted.sql);
        if (!prepared)
            return Failure(std::move(prepared.error()));
        wanted.statement = std::move(*prepared);
    }
    return {};
}

Result<void> SqliteJournal::refuseReadOnly() const
{
    if (m_access == Access::ReadWrite)
        return {};
    if (m_remark.isEmpty())
        return failure(ErrorKind::Storage, Reason(kOpenedToRead));
    return failure(ErrorKind::Storage, Reason(kReadsOnly, {m_remark}));
}

Result<void> SqliteJournal::append(const std::vector<Event> &events)
{
    if (auto refused = refuseReadOnly(); !refused || events.empty())
        return refused;
    if (auto set = m_database->run("PRAGMA synchronous = FULL"); !set)
        return set;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return Failure(std::move(transaction.error()));
    for (const Event &event : events) {
        if (auto inserted = insert(event); !inserted)
            return inserted;
    }
    return transaction->commit();
}

Result<void> SqliteJournal::insert(const Event &event)
{
    // An id that is there already is skipped by the trigger.
    m_insertEvent.bind(1, event.id.text()).bind(2, event.time.wallMs).bind(3, std::int64_t(event.time.counter));
    m_insertEvent.bind(4, event.station).bind(5, event.author).bind(6, event.subject).bind(7, event.kind);
    m_insertEvent.bind(8, event.payload).bind(9, std::int64_t(event.drill ? 1 : 0));
    return m_insertEvent.run();
}

Result<void> SqliteJournal::appendSamples(const std::vector<LatencySample> &samples)
{
    if (auto refused = refuseReadOnly(); !refused || samples.empty())
        return refused;
    if (auto set = m_database->run("PRAGMA synchronous = NORMAL"); !set)
        return set;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return Failure(std::move(transaction.error()));
    Result<void> done;
    for (const LatencySample &sample : samples) {
        done = insert(sample);
        if (!done)
            break;
    }
    if (done)
        done = transaction->commit();
    if (!done)
        m_checkNumbers.clear(); // numbers given out in a transaction that was rolled back name nothing
    return done;
}

Result<void> SqliteJournal::insert(const LatencySample &sample)
{
    const auto number = numberOf(sample.check);
    if (!number)
        return Failure(number.error());
    m_insertSample.bind(1, *number).bind(2, std::int64_t(sample.at.time_since_epoch().count()));
    m_insertSample.bind(3, std::int64_t(sample.state))
        .bind(4, std::int64_t(sample.dnsUs))
        .bind(5, std::int64_t(sample.connectUs));
    m_insertSample.bind(6, std::int64_t(sample.tlsUs))
        .bind(7, std::int64_t(sample.firstByteUs))
        .bind(8, std::int64_t(sample.totalUs));
    return m_insertSample.run();
}

Result<std::int64_t> SqliteJournal::numberOf(const CheckId &check)
{
    if (const auto known = m_checkNumbers.find(check); known != m_checkNumbers.end())
        return known->second;
    auto row = m_findCheck.bind(1, check.text()).step();
    const bool isNew = row && !*row;
    Statement &statement = isNew ? m_insertCheck : m_findCheck;
    if (isNew)
        row = m_insertCheck.bind(1, check.text()).step();
    if (!row)
        return Failure(row.error());
    const std::int64_t number = statement.integer(0);
    statement.reset();
    m_checkNumbers.emplace(check, number);
    return number;
}

Result<void> SqliteJournal::pruneSamples(Instant limit)
{
    if (auto refused = refuseReadOnly(); !refused)
        return refused;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return Failure(std::move(transaction.error()));
    // One range of the primary key for each check, instead of a walk over everything.
    auto statement = m_database->prepare("DELETE FROM samples WHERE check_number = ?1 AND at_ms < ?2");
    auto numbers = m_database->prepare("SELECT number FROM checks");
    if (!statement || !numbers)
        return Failure(statement ? numbers.error() : statement.error());
    while (true) {
        const auto row = numbers->step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return transaction->commit();
        statement->bind(1, numbers->integer(0)).bind(2, std::int64_t(limit.time_since_epoch().count()));
        if (auto deleted = statement->run(); !deleted)
            return deleted;
    }
}

Result<Journal::Page> SqliteJournal::events(std::int64_t afterRow, int limit) const
{
    return events(EventFilter{}, afterRow, limit);
}

Result<Journal::Page> SqliteJournal::events(const EventFilter &filter, std::int64_t afterRow, int limit) const
{
    const Where where = whereOf(filter, afterRow > 0);
    auto statement = m_database->prepare(eventColumns + where.join + where.sql + " ORDER BY row LIMIT ?2");
    if (!statement)
        return Failure(std::move(statement.error()));
    statement->bind(1, afterRow).bind(2, std::int64_t(limit));
    if (filter.from)
        statement->bind(3, where.from);
    if (filter.to)
        statement->bind(4, where.to);
    for (std::size_t i = 0; i < where.texts.size(); ++i)
        statement->bind(static_cast<int>(10 + i), where.texts[i]);
    Page page;
    page.lastRow = afterRow;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return page;
        page.events.push_back(eventOfRow(*statement));
        page.lastRow = statement->integer(0);
    }
}

Result<std::int64_t> SqliteJournal::lastRow() const
{
    auto statement = m_database->prepare("SELECT ifnull(max(row), 0) FROM events");
    if (!statement)
        return Failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return Failure(row.error());
    return statement->integer(0);
}

Result<LogicalTime> SqliteJournal::newestTime() const
{
    auto statement = m_database->prepare("SELECT wall_ms, counter FROM events ORDER BY wall_ms DESC, counter DESC LIMIT 1");
    if (!statement)
        return Failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return Failure(row.error());
    return *row ? LogicalTime{statement->integer(0), static_cast<std::uint32_t>(statement->integer(1))} : LogicalTime{};
}

Result<std::vector<LatencySample>> SqliteJournal::samples(const CheckId &check, Instant from, Instant to) const
{
    auto statement
        = m_database->prepare("SELECT at_ms, state, dns_us, connect_us, tls_us, first_byte_us, total_us FROM samples "
                              "WHERE check_number = (SELECT number FROM checks WHERE name = ?1) AND at_ms >= ?2 AND at_ms < ?3 "
                              "ORDER BY at_ms");
    if (!statement)
        return Failure(std::move(statement.error()));
    statement->bind(1, check.text())
        .bind(2, std::int64_t(from.time_since_epoch().count()))
        .bind(3, std::int64_t(to.time_since_epoch().count()));
    std::vector<LatencySample> samples;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return Failure(row.error());
        if (!*row)
            return samples;
        samples.push_back(sampleOf(*statement, check));
    }
}

} // namespace tocsin
