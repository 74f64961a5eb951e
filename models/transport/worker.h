// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin {

/// Runs jobs one after the other on a thread of its own. `submit`, `takeFinished` and `finish` are for the watch thread;
/// `onFinished` is called on the worker and must only wake somebody. Owned by the engine.
class Worker
{
public:
    explicit Worker(std::function<void()> onFinished);
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    ~Worker();

    void submit(std::function<void()> job, std::function<void()> done);
    std::vector<std::function<void()>> takeFinished(); ///< the `done`s of finished jobs, in order
    void finish();                                     ///< waits until every submitted job has run; submit no more after it

private:
    struct Item {
        std::function<void()> job;
        std::function<void()> done;
    };
    void run();

    const std::function<void()> m_onFinished;
    std::mutex m_mutex; // guards everything below but the thread
    std::condition_variable m_changed;
    std::deque<Item> m_waiting;
    std::vector<std::function<void()>> m_finished;
    bool m_ending = false;
    std::jthread m_thread; // started with the first job: most one-shot commands never need it
};

} // namespace tocsin
