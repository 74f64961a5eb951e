// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/store_thread.h"

#include <pthread.h>

#include <algorithm>
#include <iterator>

namespace tocsin {

namespace {

constexpr std::chrono::seconds kSampleDelay(1);
constexpr std::chrono::seconds kOpenAgainAfter(10);
constexpr std::chrono::hours kPruneEvery(1);
constexpr std::chrono::seconds kFollowEvery(1);

} // namespace

StoreThread::StoreThread(std::filesystem::path folder, const Clock &clock, StateChanged stateChanged, Options options)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_stateChanged(std::move(stateChanged))
    , m_options(options)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

StoreThread::StoreThread(std::filesystem::path folder, const Clock &clock, StateChanged stateChanged)
    : StoreThread(std::move(folder), clock, std::move(stateChanged), Options())
{
}

StoreThread::~StoreThread()
{
    m_thread.request_stop();
    m_thread.join();
}

void StoreThread::append(std::vector<Event> events, Done done)
{
    {
        const MutexLock lock(m_mutex);
        m_appends.push_back(Append{std::move(events), std::move(done)});
    }
    m_wake.notify_one();
}

void StoreThread::addSamples(std::vector<LatencySample> samples)
{
    bool isWorthWaking = false;
    {
        const MutexLock lock(m_mutex);
        // The first one starts the delay, a full group ends it.
        isWorthWaking = m_samples.empty() || m_samples.size() + samples.size() >= m_options.samplesPerGroup;
        m_samples.insert(m_samples.end(), std::make_move_iterator(samples.begin()), std::make_move_iterator(samples.end()));
        while (m_samples.size() > m_options.samplesWaiting) {
            m_samples.pop_front();
            ++m_dropped;
        }
    }
    if (isWorthWaking)
        m_wake.notify_one();
}

void StoreThread::loadSamples(CheckId check, Instant from, Instant to, SamplesLoaded done)
{
    {
        const MutexLock lock(m_mutex);
        m_loads.push_back([check = std::move(check), from, to, done = std::move(done)](Result<Journal *> journal) {
            done(journal ? (*journal)->samples(check, from, to)
                         : Result<std::vector<LatencySample>>(Failure(std::move(journal.error()))));
        });
    }
    m_wake.notify_one();
}

void StoreThread::loadEvents(EventFilter filter, EventsLoaded done)
{
    {
        const MutexLock lock(m_mutex);
        m_loads.push_back([filter = std::move(filter), done = std::move(done)](Result<Journal *> journal) {
            std::int64_t fromTheFirst = 0;
            done(journal ? allPages(**journal, filter, fromTheFirst)
                         : Result<std::vector<Event>>(Failure(std::move(journal.error()))));
        });
    }
    m_wake.notify_one();
}

void StoreThread::followEvents(EventFilter filter, EventsFollowed seen)
{
    {
        const MutexLock lock(m_mutex);
        m_loads.push_back([this, filter = std::move(filter), seen = std::move(seen)](const Result<Journal *> &) {
            m_followed = Followed{filter, seen, {}, 0, {}};
            m_isFollowing = true;
        });
    }
    m_wake.notify_one();
}

void StoreThread::tail(EventFilter filter, JournalTail::From from, JournalTail::Seen seen)
{
    {
        const MutexLock lock(m_mutex);
        m_loads.push_back([this, filter = std::move(filter), from, seen = std::move(seen)](const Result<Journal *> &journal) {
            m_tails.emplace_back(filter, from, seen);
            if (journal)
                m_tails.back().look(**journal);
        });
    }
    m_wake.notify_one();
}

void StoreThread::post(std::function<void()> job)
{
    {
        const MutexLock lock(m_mutex);
        m_loads.push_back([job = std::move(job)](const Result<Journal *> &) { job(); });
    }
    m_wake.notify_one();
}

void StoreThread::lookAtTails()
{
    for (JournalTail &tail : m_tails) {
        if (m_journal)
            tail.look(*m_journal);
    }
}

void StoreThread::follow()
{
    if (!m_isFollowing)
        return;
    const bool isDue = m_clock.monotonic() - m_followed.looked >= kFollowEvery || !m_followed.asWriter;
    if (!isDue)
        return;
    m_followed.looked = m_clock.monotonic();
    reopenIfDue();
    if (!m_journal)
        return;
    const bool asWriter = !isWrittenByAnother(*m_journal);
    lookAtTails();
    if (m_followed.asWriter == asWriter && asWriter)
        return; // what this program writes itself is no news to it
    const bool isFirst = m_followed.asWriter != asWriter;
    std::int64_t afterRow = isFirst ? 0 : m_followed.afterRow;
    EventFilter filter = m_followed.filter;
    if (!isFirst)
        filter.afterLast.clear(); // an end is news as well
    auto events = allPages(*m_journal, filter, afterRow);
    if (!events)
        return; // again next time
    m_followed.afterRow = afterRow;
    m_followed.asWriter = asWriter;
    if (isFirst || !events->empty())
        m_followed.seen(std::move(*events), asWriter);
}

std::uint64_t StoreThread::droppedSamples() const
{
    const MutexLock lock(m_mutex);
    return m_dropped;
}

bool StoreThread::hasUrgentWork() const
{
    return !m_appends.empty() || !m_loads.empty() || m_samples.size() >= m_options.samplesPerGroup;
}

StoreThread::Work StoreThread::takeWork(const std::stop_token &stop)
{
    const MutexLock lock(m_mutex);
    // The lambdas are called with the mutex held, which clang cannot see through the condition variable.
    const auto isUrgent = [this]() TOCSIN_REQUIRES(m_mutex) { return hasUrgentWork(); };
    const auto isAny = [this]() TOCSIN_REQUIRES(m_mutex) { return hasUrgentWork() || !m_samples.empty(); };
    const bool mustLook = m_isFollowing && !(m_followed.asWriter && *m_followed.asWriter);
    if (mustLook)
        m_wake.wait_for(m_mutex, stop, kFollowEvery, isAny);
    else
        m_wake.wait(m_mutex, stop, isAny);
    if (!hasUrgentWork() && !m_samples.empty())
        m_wake.wait_for(m_mutex, stop, kSampleDelay, isUrgent);
    Work work;
    work.appends.swap(m_appends);
    work.loads.swap(m_loads);
    work.samples.assign(std::make_move_iterator(m_samples.begin()), std::make_move_iterator(m_samples.end()));
    m_samples.clear();
    work.isLast = stop.stop_requested();
    return work;
}

void StoreThread::run(const std::stop_token &stop)
{
    pthread_setname_np(pthread_self(), "tocsin-store");
    openJournal();
    for (bool isLast = false; !isLast;) {
        const Work work = takeWork(stop);
        isLast = work.isLast;
        if (!work.appends.empty()) {
            writeEvents(work.appends);
            lookAtTails();
        }
        if (!work.samples.empty())
            writeSamples(work.samples);
        for (const Load &load : work.loads)
            load(
                m_journal ? Result<Journal *>(m_journal.get()) : Result<Journal *>(failure(ErrorKind::Storage, m_state.problem)));
        follow();
    }
    m_journal.reset();
}

void StoreThread::openJournal()
{
    m_lastOpening = m_clock.monotonic();
    m_journal.reset();
    auto opened = Journal::open(m_folder, m_options.wanted);
    if (!opened) {
        publish(StoreState{StoreState::Access::Failed, std::move(opened.error().reason), {}});
        return;
    }
    m_journal = std::move(*opened);
    const bool mayWrite = m_journal->access() == Journal::Access::ReadWrite;
    publish(StoreState{mayWrite ? StoreState::Access::ReadWrite : StoreState::Access::ReadOnly, m_journal->openingRemark(),
        m_journal->newestTime().value_or(LogicalTime())});
    if (mayWrite)
        prune();
}

void StoreThread::reopenIfDue()
{
    const bool mayWrite = m_journal && m_journal->access() == Journal::Access::ReadWrite;
    const bool isWanted = m_options.wanted == Journal::Access::ReadWrite;
    if (!mayWrite && isWanted && m_clock.monotonic() - m_lastOpening >= kOpenAgainAfter)
        openJournal();
}

Result<void> StoreThread::write(const std::vector<Event> &events)
{
    if (!m_journal)
        return failure(ErrorKind::Storage, m_state.problem);
    return m_journal->append(events);
}

void StoreThread::writeEvents(const std::vector<Append> &appends)
{
    reopenIfDue();
    std::vector<Event> all;
    for (const Append &append : appends)
        all.insert(all.end(), append.events.begin(), append.events.end());
    const Result<void> together = write(all);
    // One that the journal refuses must not take the others with it.
    Result<void> last = together;
    for (const Append &append : appends) {
        if (!together && appends.size() > 1)
            last = write(append.events);
        if (append.done)
            append.done(last);
    }
    if (m_journal && m_journal->access() == Journal::Access::ReadWrite)
        setProblem(last ? Reason() : last.error().reason);
}

void StoreThread::writeSamples(const std::vector<LatencySample> &samples)
{
    reopenIfDue();
    if (!m_journal || m_journal->access() != Journal::Access::ReadWrite)
        return;
    // In groups, so that an event never waits for a long transaction.
    for (std::size_t begin = 0; begin < samples.size(); begin += m_options.samplesPerGroup) {
        const std::size_t end = std::min(samples.size(), begin + m_options.samplesPerGroup);
        const auto at = [&samples](std::size_t index) { return samples.begin() + static_cast<std::ptrdiff_t>(index); };
        if (const auto written = m_journal->appendSamples(std::vector<LatencySample>(at(begin), at(end))); !written)
            return setProblem(written.error().reason);
    }
    setProblem({});
    if (m_clock.monotonic() - m_lastPruning >= kPruneEvery)
        prune();
}

void StoreThread::prune()
{
    m_lastPruning = m_clock.monotonic();
    if (const auto pruned = m_journal->pruneSamples(m_clock.now() - m_options.retention); !pruned)
        setProblem(pruned.error().reason);
}

void StoreThread::setProblem(Reason problem)
{
    // What opening had to say stays until a write fails.
    if (problem.isEmpty() && m_journal)
        problem = m_journal->openingRemark();
    StoreState state = m_state;
    state.problem = std::move(problem);
    publish(std::move(state));
}

void StoreThread::publish(StoreState state)
{
    if (m_wasPublished && state == m_state)
        return;
    m_wasPublished = true;
    m_state = std::move(state);
    if (m_stateChanged)
        m_stateChanged(m_state);
}

} // namespace tocsin
