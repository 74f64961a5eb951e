// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/event_factory.h"
#include "models/store/store_thread.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/store/full_disk.h"
#include "tests/unit/store/journal_support.h"

#include <QtTest>

#include <future>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

/// Waits for the store thread to answer; the disk is real, so the wait is.
template<typename T> T answerOf(std::future<T> future)
{
    if (future.wait_for(20s) != std::future_status::ready)
        qFatal("The store thread does not answer");
    return future.get();
}

Result<void> appendTo(StoreThread &store, std::vector<Event> events)
{
    auto promise = std::make_shared<std::promise<Result<void>>>();
    store.append(std::move(events), [promise](const Result<void> &done) { promise->set_value(done); });
    return answerOf(promise->get_future());
}

Result<std::vector<Event>> eventsOf(StoreThread &store, EventFilter filter = {})
{
    auto promise = std::make_shared<std::promise<Result<std::vector<Event>>>>();
    store.loadEvents(std::move(filter), [promise](Result<std::vector<Event>> events) { promise->set_value(std::move(events)); });
    return answerOf(promise->get_future());
}

Result<std::vector<LatencySample>> samplesOf(StoreThread &store, const std::string &check)
{
    auto promise = std::make_shared<std::promise<Result<std::vector<LatencySample>>>>();
    store.loadSamples(CheckId(check), at(-100'000'000'000), at(100'000'000'000),
        [promise](Result<std::vector<LatencySample>> samples) { promise->set_value(std::move(samples)); });
    return answerOf(promise->get_future());
}

LatencySample sampleAt(std::int64_t milliseconds, const std::string &check = "Cart/page")
{
    return LatencySample{CheckId(check), at(milliseconds), State::Ok, 1, 2, 3, 4, 5};
}

/// Holds the store thread in a Done until it is let go: what is given meanwhile waits, and is one group.
class Holdup
{
public:
    explicit Holdup(StoreThread &store)
    {
        auto isHeld = std::make_shared<std::promise<bool>>();
        auto released = std::make_shared<std::future<void>>(m_release.get_future());
        store.append({makeEvent(1)}, [isHeld, released](const Result<void> &) {
            isHeld->set_value(true);
            released->wait();
        });
        answerOf(isHeld->get_future());
    }
    void letGo() { m_release.set_value(); }

private:
    std::promise<void> m_release;
};

/// What the store said of itself, in order.
class States
{
public:
    StoreThread::StateChanged recorder()
    {
        return [this](const StoreState &state) {
            const MutexLock lock(m_mutex);
            m_states.push_back(state);
        };
    }
    std::vector<StoreState> all()
    {
        const MutexLock lock(m_mutex);
        return m_states;
    }

private:
    Mutex m_mutex;
    std::vector<StoreState> m_states TOCSIN_GUARDED_BY(m_mutex);
};

} // namespace

class StoreThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void saysDoneWhenItIsOnDisk();
    void sharesOneTransaction();
    void refusesOneAndKeepsTheOthers();
    void finishesWhatItWasGiven();
    void loadsWhatWasGivenBefore();
    void dropsTheOldestSamples();
    void forgetsSamplesAfterTheRetention();
    void tellsHowItStands();
    void saysThatTheDiskIsFull();
    void opensWhenItCanAgain();
    void takesTheProblemBackWithTheNextSamples();
    void followsAnotherProgram();
    void tellsTheEventsWhenItCanAtLast();
    void startsAndStops();
};

void StoreThreadTest::saysDoneWhenItIsOnDisk()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    StoreThread store(pathOf(folder), clock);
    const Event event = makeEvent(1);
    QVERIFY(appendTo(store, {event}));
    const auto reader = Journal::open(pathOf(folder), Journal::Access::ReadOnly);
    QVERIFY(reader);
    QVERIFY(allEvents(**reader) == (std::vector<Event>{event}));
}

void StoreThreadTest::sharesOneTransaction()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    StoreThread store(pathOf(folder), clock);
    Holdup holdup(store);
    auto seen = std::make_shared<std::promise<std::size_t>>();
    const auto path = pathOf(folder);
    for (int i = 2; i < 1002; ++i) {
        store.append({makeEvent(i)}, [i, seen, path](const Result<void> &) {
            if (i == 2)
                seen->set_value(allEvents(**Journal::open(path, Journal::Access::ReadOnly)).size());
        });
    }
    holdup.letGo();
    // When the first of them is reported, the last is on disk.
    QCOMPARE(answerOf(seen->get_future()), 1001u);
}

void StoreThreadTest::refusesOneAndKeepsTheOthers()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    StoreThread store(pathOf(folder), clock);
    Holdup holdup(store);
    Event broken = makeEvent(3);
    broken.payload = "no JSON";
    std::vector<std::future<bool>> done;
    for (const Event &event : {makeEvent(2), broken, makeEvent(4)}) {
        auto promise = std::make_shared<std::promise<bool>>();
        done.push_back(promise->get_future());
        store.append({event}, [promise](const Result<void> &result) { promise->set_value(result.has_value()); });
    }
    holdup.letGo();
    QVERIFY(answerOf(std::move(done[0])));
    QVERIFY(!answerOf(std::move(done[1])));
    QVERIFY(answerOf(std::move(done[2])));
    QCOMPARE(eventsOf(store)->size(), 3u);
}

void StoreThreadTest::finishesWhatItWasGiven()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    std::atomic<int> done = 0;
    {
        StoreThread store(pathOf(folder), clock);
        for (int i = 0; i < 50; ++i)
            store.append({makeEvent(i)}, [&done](const Result<void> &result) { done += result ? 1 : 0; });
        store.addSamples({sampleAt(1)});
        store.loadEvents({}, [&done](const Result<std::vector<Event>> &events) { done += events ? 100 : 0; });
    }
    QCOMPARE(done, 150);
    const auto journal = openJournal(pathOf(folder));
    QCOMPARE(allEvents(*journal).size(), 50u);
    QCOMPARE(journal->samples(CheckId("Cart/page"), at(0), at(2))->size(), 1u);
}

void StoreThreadTest::loadsWhatWasGivenBefore()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    StoreThread store(pathOf(folder), clock);
    std::vector<LatencySample> samples;
    for (int i = 0; i < 1234; ++i)
        samples.push_back(sampleAt(i));
    store.addSamples(samples);
    QVERIFY(samplesOf(store, "Cart/page") == samples);

    std::vector<Event> events;
    for (int i = 0; i < 2500; ++i)
        events.push_back(makeEvent(i, i % 2 ? "ack.requested" : "state.changed"));
    store.append(events, {});
    QVERIFY(eventsOf(store) == events);
    QCOMPARE(eventsOf(store, {{"ack.*"}, {}, {}, {}})->size(), 1250u);
}

void StoreThreadTest::dropsTheOldestSamples()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    StoreThread::Options options;
    options.samplesWaiting = 10;
    StoreThread store(pathOf(folder), clock, {}, options);
    std::vector<LatencySample> samples;
    for (int i = 0; i < 25; ++i)
        samples.push_back(sampleAt(i));
    store.addSamples(samples);
    const auto kept = samplesOf(store, "Cart/page");
    QVERIFY(kept == (std::vector<LatencySample>(samples.end() - 10, samples.end())));
    QCOMPARE(store.droppedSamples(), 15u);
}

void StoreThreadTest::forgetsSamplesAfterTheRetention()
{
    const QTemporaryDir folder;
    ManualClock clock;
    StoreThread::Options options;
    options.retention = 24h;
    options.samplesPerGroup = 1;
    {
        StoreThread store(pathOf(folder), clock, {}, options);
        store.addSamples({sampleAt(0)});
        clock.advance(23h);
        store.addSamples({sampleAt(3'600'000)});
        QCOMPARE(samplesOf(store, "Cart/page")->size(), 2u);
        clock.advance(90min);
        store.addSamples({sampleAt(7'200'000)});
        QCOMPARE(samplesOf(store, "Cart/page")->size(), 2u);
    }
    clock.advance(24h);
    StoreThread store(pathOf(folder), clock, {}, options);
    QVERIFY(samplesOf(store, "Cart/page")->empty());
}

void StoreThreadTest::tellsHowItStands()
{
    const QTemporaryDir folder;
    ManualClock clock;
    States first;
    States second;
    const Event event = makeEvent(7);
    auto store = std::make_unique<StoreThread>(pathOf(folder), clock, first.recorder());
    QVERIFY(appendTo(*store, {event}));
    StoreThread reader(pathOf(folder), clock, second.recorder());
    const auto refused = appendTo(reader, {makeEvent(8)});
    QVERIFY(!refused);
    QCOMPARE(first.all().size(), 1u);
    QVERIFY(first.all()[0] == (StoreState{StoreState::Access::ReadWrite, {}, {}}));
    QCOMPARE(second.all().size(), 1u);
    QCOMPARE(second.all()[0].access, StoreState::Access::ReadOnly);
    QVERIFY(second.all()[0].problem.code() == "store.other_writer");
    QVERIFY(second.all()[0].newest == event.time);
    // The writer goes: after a while the reader takes over.
    store.reset();
    clock.advance(11s);
    QVERIFY(appendTo(reader, {makeEvent(9)}));
    QCOMPARE(second.all().back().access, StoreState::Access::ReadWrite);
    QVERIFY(second.all().back().problem.isEmpty());
}

void StoreThreadTest::saysThatTheDiskIsFull()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    FullDisk disk;
    States states;
    StoreThread store(pathOf(folder), clock, states.recorder());
    QVERIFY(appendTo(store, {makeEvent(1)}));
    disk.fill();
    QVERIFY(!appendTo(store, {makeEvent(2)}));
    QCOMPARE(eventsOf(store)->size(), 1u);
    disk.free();
    QVERIFY(appendTo(store, {makeEvent(3)}));
    QCOMPARE(eventsOf(store)->size(), 2u);
    const auto all = states.all();
    QCOMPARE(all.size(), 3u);
    QVERIFY(all[0].problem.isEmpty());
    QVERIFY(all[1].problem.code() == "store.disk_full");
    QVERIFY(all[2].problem.isEmpty());
}

void StoreThreadTest::opensWhenItCanAgain()
{
    const QTemporaryDir folder;
    ManualClock clock;
    FullDisk disk;
    disk.fill();
    States states;
    StoreThread store(pathOf(folder), clock, states.recorder());
    const auto refused = appendTo(store, {makeEvent(1)});
    QVERIFY(!refused);
    QVERIFY(refused.error().reason.code() == "store.disk_full");
    QVERIFY(!eventsOf(store));
    QCOMPARE(states.all().back().access, StoreState::Access::Failed);
    disk.free();
    QVERIFY(!appendTo(store, {makeEvent(2)})); // it does not try with every single event
    clock.advance(11s);
    QVERIFY(appendTo(store, {makeEvent(3)}));
    QCOMPARE(states.all().back().access, StoreState::Access::ReadWrite);
    QCOMPARE(eventsOf(store)->size(), 1u);
}

void StoreThreadTest::takesTheProblemBackWithTheNextSamples()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    FullDisk disk;
    States states;
    StoreThread store(pathOf(folder), clock, states.recorder());
    QVERIFY(appendTo(store, {makeEvent(1)}));
    disk.fill();
    QVERIFY(!appendTo(store, {makeEvent(2)}));
    QTRY_VERIFY(!states.all().back().problem.isEmpty());
    disk.free();
    store.addSamples({sampleAt(1)});
    QTRY_VERIFY(states.all().back().problem.isEmpty());
}

namespace {

/// What followEvents told, in order.
class Told
{
public:
    StoreThread::EventsFollowed recorder()
    {
        return [this](const std::vector<Event> &events, bool asWriter) {
            const MutexLock lock(m_mutex);
            m_events.insert(m_events.end(), events.begin(), events.end());
            m_wasWriter.push_back(asWriter);
        };
    }
    std::vector<Event> events()
    {
        const MutexLock lock(m_mutex);
        return m_events;
    }
    std::vector<bool> wasWriter()
    {
        const MutexLock lock(m_mutex);
        return m_wasWriter;
    }

private:
    Mutex m_mutex;
    std::vector<Event> m_events TOCSIN_GUARDED_BY(m_mutex);
    std::vector<bool> m_wasWriter TOCSIN_GUARDED_BY(m_mutex);
};

} // namespace

void StoreThreadTest::followsAnotherProgram()
{
    const QTemporaryDir folder;
    ManualClock clock;
    auto desk = std::make_unique<StoreThread>(pathOf(folder), clock);
    const Event first = makeEvent(1, "ack.requested", "alert/am/1");
    const Event ended = makeEvent(3, "ack.ended", "alert/am/1");
    const Event later = makeEvent(4, "ack.requested", "alert/am/2");
    QVERIFY(appendTo(*desk, {first}));
    Told told;
    StoreThread wall(pathOf(folder), clock);
    wall.followEvents({{"ack.*"}, {}, {}, {}, "ack.ended"}, told.recorder());
    QTRY_VERIFY(told.events() == std::vector<Event>{first});
    QVERIFY(appendTo(*desk, {makeEvent(2), ended}));
    clock.advance(1s);
    QTRY_VERIFY(told.events() == (std::vector<Event>{first, ended}));
    QVERIFY(appendTo(*desk, {later}));
    clock.advance(1s);
    QTRY_VERIFY(told.events() == (std::vector<Event>{first, ended, later}));
    QCOMPARE(told.wasWriter(), (std::vector<bool>{false, false, false}));

    desk.reset(); // the wall takes the journal over, and has to know all that stands
    clock.advance(11s);
    QTRY_VERIFY(told.wasWriter().back());
    QVERIFY(told.events() == (std::vector<Event>{first, ended, later, later}));
    QVERIFY(appendTo(wall, {makeEvent(5, "ack.requested", "alert/am/3")}));
    clock.advance(2s);
    QVERIFY(eventsOf(wall));
    QCOMPARE(told.events().size(), 4u); // its own is no news to it
}

void StoreThreadTest::tellsTheEventsWhenItCanAtLast()
{
    const QTemporaryDir folder;
    ManualClock clock;
    FullDisk disk;
    disk.fill();
    Told told;
    StoreThread store(pathOf(folder), clock);
    store.followEvents({{"ack.*"}, {}, {}, {}, "ack.ended"}, told.recorder());
    QVERIFY(!eventsOf(store));
    QVERIFY(told.wasWriter().empty());
    disk.free();
    clock.advance(11s);
    QTRY_COMPARE(told.wasWriter(), std::vector<bool>{true});
}

void StoreThreadTest::startsAndStops()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    std::atomic<int> done = 0;
    for (int i = 0; i < 100; ++i) {
        StoreThread store(pathOf(folder), clock);
        if (i % 2)
            store.append({makeEvent(i)}, [&done](const Result<void> &result) { done += result ? 1 : 0; });
    }
    QCOMPARE(done, 50);
    QCOMPARE(allEvents(*openJournal(pathOf(folder))).size(), 50u);
}

QTEST_GUILESS_MAIN(StoreThreadTest)
#include "tst_store_thread.moc"
