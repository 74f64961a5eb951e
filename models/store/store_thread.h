// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/thread_annotations.h"
#include "models/store/journal.h"
#include "models/store/journal_tail.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <thread>

namespace tocsin {

/// How the journal stands. `problem` is empty when all is well; with ReadWrite it is the opening remark, or why the last
/// write failed.
struct StoreState {
    enum class Access { ReadWrite, ReadOnly, Failed };

    Access access = Access::Failed;
    Reason problem;
    LogicalTime newest; ///< of all events at opening; EventFactory::observe wants it

    friend bool operator==(const StoreState &, const StoreState &) = default;
};

/// Owns the store thread and the Journal on it. Any thread may call; nothing here waits for the disk but the destructor,
/// which finishes what was given and joins. All callbacks are called on the store thread. Owned by the session.
class StoreThread
{
public:
    using Done = std::function<void(Result<void>)>;
    using EventsLoaded = std::function<void(Result<std::vector<Event>>)>;
    using EventsFollowed = std::function<void(std::vector<Event>, bool asWriter)>;
    using SamplesLoaded = std::function<void(Result<std::vector<LatencySample>>)>;
    using StateChanged = std::function<void(StoreState)>;

    struct Options {
        Journal::Access wanted = Journal::Access::ReadWrite;
        Duration retention = std::chrono::hours(31 * 24); ///< of samples
        std::size_t samplesPerGroup = 500;
        std::size_t samplesWaiting = 100'000; ///< more than these are dropped, oldest first: the disk does not keep up
    };

    /// Begins to open the journal; `stateChanged` tells how that went, and every later change. `clock` must outlive this.
    StoreThread(std::filesystem::path folder, const Clock &clock, StateChanged stateChanged, Options options);
    StoreThread(std::filesystem::path folder, const Clock &clock, StateChanged stateChanged = {});
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// All events that wait share one transaction. Success: these are on disk. One append's events stand or fall together.
    void append(std::vector<Event> events, Done done) TOCSIN_EXCLUDES(m_mutex);
    /// Written in groups: each second, or when enough wait.
    void addSamples(std::vector<LatencySample> samples) TOCSIN_EXCLUDES(m_mutex);
    /// Sees every sample that was added before.
    void loadSamples(CheckId check, Instant from, Instant to, SamplesLoaded done) TOCSIN_EXCLUDES(m_mutex);
    /// In the order of writing; sees every event that was appended before.
    void loadEvents(EventFilter filter, EventsLoaded done) TOCSIN_EXCLUDES(m_mutex);

    /// Loads events as soon as the journal can be read. While another program writes the journal (`asWriter` false), goes on
    /// with what that one adds, each second; when it is gone, all are told once more with `asWriter` true. One at a time.
    void followEvents(EventFilter filter, EventsFollowed seen) TOCSIN_EXCLUDES(m_mutex);

    /// Hands over each event that is written, from now on or from the beginning: of this program as soon as it is on disk, of
    /// another within a second while `followEvents` looks for that one. Any number may follow.
    void tail(EventFilter filter, JournalTail::From from, JournalTail::Seen seen) TOCSIN_EXCLUDES(m_mutex);
    /// Runs this on the store thread, after what was asked for before.
    void post(std::function<void()> job) TOCSIN_EXCLUDES(m_mutex);

    /// How many samples were dropped because the disk did not keep up.
    std::uint64_t droppedSamples() const TOCSIN_EXCLUDES(m_mutex);

private:
    struct Append {
        std::vector<Event> events;
        Done done;
    };
    using Load = std::function<void(Result<Journal *>)>;
    /// What the store thread takes in one go.
    struct Work {
        std::vector<Append> appends;
        std::vector<LatencySample> samples;
        std::vector<Load> loads;
        bool isLast = false;
    };

    struct Followed {
        EventFilter filter;
        EventsFollowed seen;
        std::optional<bool> asWriter; ///< as what they were told last
        std::int64_t afterRow = 0;
        Monotonic looked{};
    };

    void run(const std::stop_token &stop);
    void follow();
    void lookAtTails();
    Work takeWork(const std::stop_token &stop) TOCSIN_EXCLUDES(m_mutex);
    bool hasUrgentWork() const TOCSIN_REQUIRES(m_mutex);
    void openJournal();
    void reopenIfDue();
    void writeEvents(const std::vector<Append> &appends);
    void writeSamples(const std::vector<LatencySample> &samples);
    void prune();
    Result<void> write(const std::vector<Event> &events);
    void setProblem(Reason problem);
    void publish(StoreState state);

    // The store thread's own.
    const std::filesystem::path m_folder;
    const Clock &m_clock;
    const StateChanged m_stateChanged;
    const Options m_options;
    std::unique_ptr<Journal> m_journal;
    StoreState m_state;
    bool m_wasPublished = false;
    Monotonic m_lastOpening{};
    Monotonic m_lastPruning{};
    Followed m_followed;
    bool m_isFollowing = false;
    std::vector<JournalTail> m_tails;

    // Shared.
    mutable Mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Append> m_appends TOCSIN_GUARDED_BY(m_mutex);
    std::deque<LatencySample> m_samples TOCSIN_GUARDED_BY(m_mutex);
    std::vector<Load> m_loads TOCSIN_GUARDED_BY(m_mutex);
    std::uint64_t m_dropped TOCSIN_GUARDED_BY(m_mutex) = 0;

    std::jthread m_thread; // last: starts when all else is there, and is joined first
};

} // namespace tocsin
