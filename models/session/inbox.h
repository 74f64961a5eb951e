// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tocsin {

/// The only door between threads: any thread puts values in, one thread takes them out. A wake-up is a readable file
/// descriptor, so that both a QSocketNotifier and a poll loop can wait for it. Owned by the thread that takes.
template<typename T> class Inbox
{
public:
    Inbox()
        : m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
    }
    ~Inbox()
    {
        if (m_wakeUp >= 0)
            ::close(m_wakeUp);
    }
    Inbox(const Inbox &) = delete;
    Inbox &operator=(const Inbox &) = delete;

    /// Any thread. `fold(last, value)` may add the value to the last one waiting and return true: then nothing is queued.
    template<typename Fold> void put(T value, Fold fold)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_waiting.empty() && fold(m_waiting.back(), value))
                return;
            m_waiting.push_back(std::move(value));
        }
        wake();
    }

    /// Any thread.
    void put(T value)
    {
        put(std::move(value), [](T &, T &) { return false; });
    }

    /// The taking thread: everything that waits, in order; resets the wake-up.
    std::vector<T> take()
    {
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t read = ::read(m_wakeUp, &count, sizeof count);
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_waiting, {});
    }

    /// Readable while something may wait.
    int wakeUpDescriptor() const { return m_wakeUp; }

private:
    void wake()
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_wakeUp, &one, sizeof one);
    }

    std::mutex m_mutex;
    std::vector<T> m_waiting;
    const int m_wakeUp;
};

} // namespace tocsin
