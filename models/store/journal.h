// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/event.h"
#include "models/domain/latency_sample.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// Which events a reader wants; what is empty does not restrict.
struct EventFilter {
    std::vector<std::string> kinds; ///< whole kinds, or a family with a star at its end: `ack.*`
    std::string subject;
    std::optional<Instant> from; ///< inclusive, by the wall time of the event
    std::optional<Instant> to;   ///< exclusive
    std::string afterLast = {};  ///< a kind: only what follows the last event of it about the same subject
};

/// The append-only journal and the latency history of one station, in one SQLite file; the format is specified in
/// README.md beside this file. Store thread only: every call may wait for the disk. Two programs may have the file open;
/// whether this one may write is decided by a file lock at opening (decision 20).
class Journal
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens or creates `folder/journal.db`. A damaged file is set aside as a copy and a new one begun; `openingRemark`
    /// then says so. A file of a newer format is refused. Read-only access takes no lock and makes no file.
    static Result<std::unique_ptr<Journal>> open(const std::filesystem::path &folder, Access wanted = Access::ReadWrite);
    virtual ~Journal() = default;

    virtual Access access() const = 0;
    virtual Reason openingRemark() const = 0;

    /// Writes all of them in one transaction. Success means that they are on disk (synchronous=FULL). An event whose id is
    /// already there is not written again and is not an error.
    virtual Result<void> append(const std::vector<Event> &events) = 0;
    /// Samples may be lost in a crash; they are written in groups.
    virtual Result<void> appendSamples(const std::vector<LatencySample> &samples) = 0;
    /// Deletes the samples before `limit`. Events are never deleted.
    virtual Result<void> pruneSamples(Instant limit) = 0;

    /// Events from `after` (exclusive) in the order of writing, at most `limit`; the row number of the last comes with them.
    struct Page {
        std::vector<Event> events;
        std::int64_t lastRow = 0;
    };
    virtual Result<Page> events(std::int64_t afterRow, int limit) const = 0;
    virtual Result<Page> events(const EventFilter &filter, std::int64_t afterRow, int limit) const = 0;
    /// The row of the last event; 0 when there is none.
    virtual Result<std::int64_t> lastRow() const = 0;
    /// The latest logical time among all events: what this station's clock must have seen. Zero when there is none.
    virtual Result<LogicalTime> newestTime() const = 0;
    virtual Result<std::vector<LatencySample>> samples(const CheckId &check, Instant from, Instant to) const = 0;
};

/// Whether another program holds the journal, and adds to it.
bool isWrittenByAnother(const Journal &journal);

} // namespace tocsin
