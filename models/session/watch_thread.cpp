// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/watch_thread.h"

#include <algorithm>

namespace tocsin {

namespace {

/// The longest sleep: a suspended machine or a leaping clock is noticed within this time.
constexpr Duration kLongestSleep = std::chrono::seconds(1);

} // namespace

WatchThread::WatchThread(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_transport(m_surroundings.clock)
{
}

WatchThread::~WatchThread()
{
    stop();
}

void WatchThread::start(Config config)
{
    beat();
    m_thread = std::jthread([this, config = std::move(config)](const std::stop_token &stop) {
        beginWatch(config);
        run(stop);
    });
}

void WatchThread::stop()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_transport.wake();
    m_thread.join();
}

void WatchThread::post(Job job)
{
    m_jobs.put([this, job = std::move(job)] { job(*m_watch, m_sender.person); });
    m_transport.wake();
}

void WatchThread::postMessages(MessageJob job)
{
    m_jobs.put([this, job = std::move(job)] {
        if (m_courier)
            job(*m_courier, m_sender);
    });
    m_transport.wake();
}

void WatchThread::replaceConfig(Config config)
{
    m_jobs.put([this, config = std::move(config)] { beginWatch(config); });
    m_transport.wake();
}

void WatchThread::beginWatch(const Config &config)
{
    const Clock &clock = m_surroundings.clock;
    Watch::Tools tools{{m_transport, m_transport, clock, m_surroundings.secrets, &m_transport},
        {m_transport, m_transport, clock, m_surroundings.secrets}, checkKinds(), sourceKinds(), m_surroundings.makeEvent,
        m_surroundings.redact};
    const Watch::Options options{.recordsFirst = true, .ackTimes = m_surroundings.ackTimes};
    if (m_watch) {
        m_surroundings.output(m_watch->takeOutput()); // an event that it made must not go with it
        m_watch->stop();
        m_retired.push_back(std::move(m_watch));
    }
    const WatchState before = m_retired.empty() ? WatchState() : m_retired.back()->carryOver();
    m_watch = std::make_unique<Watch>(config, std::move(tools), options, before);
    m_sender = {config.shop, config.person};
    if (!m_courier && m_surroundings.makeCourier)
        m_courier = m_surroundings.makeCourier(m_transport);
    if (m_courier)
        m_courier->setChannels(config.channels, config.simulated);
}

void WatchThread::takeJobs()
{
    for (const auto &job : m_jobs.take())
        job();
}

void WatchThread::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        beat();
        takeJobs();
        Monotonic next = m_watch->advance();
        if (m_courier)
            next = std::min(next, m_courier->advance());
        m_surroundings.output(m_watch->takeOutput());
        std::erase_if(m_retired, [](const std::unique_ptr<Watch> &watch) { return watch->idle(); });
        const Duration untilNext = next - m_surroundings.clock.monotonic();
        m_transport.runFor(std::clamp(untilNext, Duration(0), kLongestSleep));
    }
    drain();
}

void WatchThread::drain()
{
    takeJobs(); // a wish that was given before the end is at least written down
    m_surroundings.output(m_watch->takeOutput());
    m_watch->stop();
    if (m_courier)
        m_courier->stop();
    m_transport.stop();
    m_retired.clear();
    m_watch.reset();
    m_courier.reset();
}

} // namespace tocsin
