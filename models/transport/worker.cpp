// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/worker.h"

#include <utility>

namespace tocsin {

Worker::Worker(std::function<void()> onFinished)
    : m_onFinished(std::move(onFinished))
{
}

Worker::~Worker()
{
    finish();
}

void Worker::submit(std::function<void()> job, std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({std::move(job), std::move(done)});
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this] { run(); });
    m_changed.notify_one();
}

std::vector<std::function<void()>> Worker::takeFinished()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_finished, {});
}

void Worker::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Item item = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        item.job();
        // What the job captured is freed here, not while the lock is held.
        item.job = nullptr;
        lock.lock();
        m_finished.push_back(std::move(item.done));
        lock.unlock();
        m_onFinished();
        lock.lock();
    }
}

} // namespace tocsin
