// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/journal.h"
#include "models/store/journal_folder.h"
#include "models/store/sqlite.h"

#include <map>

namespace tocsin {

/// The Journal on SQLite. Store thread; owned by whoever opened it. It keeps the writer's lock for as long as it lives.
class SqliteJournal final : public Journal
{
public:
    SqliteJournal(std::unique_ptr<JournalFolder> folder, std::unique_ptr<Database> database, Access access, Reason remark);

    /// Prepares what is needed for the access; must succeed before anything else is called.
    Result<void> prepare();
    void setOpeningRemark(Reason remark) { m_remark = std::move(remark); }

    Access access() const override { return m_access; }
    Reason openingRemark() const override { return m_remark; }

    Result<void> append(const std::vector<Event> &events) override;
    Result<void> appendSamples(const std::vector<LatencySample> &samples) override;
    Result<void> pruneSamples(Instant limit) override;

    Result<Page> events(std::int64_t afterRow, int limit) const override;
    Result<Page> events(const EventFilter &filter, std::int64_t afterRow, int limit) const override;
    Result<std::int64_t> lastRow() const override;
    Result<LogicalTime> newestTime() const override;
    Result<std::vector<LatencySample>> samples(const CheckId &check, Instant from, Instant to) const override;

private:
    Result<void> refuseReadOnly() const;
    Result<void> insert(const Event &event);
    Result<void> insert(const LatencySample &sample);
    Result<std::int64_t> numberOf(const CheckId &check);

    std::unique_ptr<JournalFolder> m_folder; // outlives the database: the lock goes last
    std::unique_ptr<Database> m_database;
    Access m_access;
    Reason m_remark;
    Statement m_insertEvent;
    Statement m_insertSample;
    Statement m_insertCheck;
    Statement m_findCheck;
    std::map<CheckId, std::int64_t> m_checkNumbers; // a cache; forgotten when a group fails
};

} // namespace tocsin
