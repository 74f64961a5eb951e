// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <mutex>

/// What clang's -Wthread-safety checks; nothing elsewhere. Source: Clang documentation, "Thread Safety Analysis".
#if defined(__clang__)
#define TOCSIN_THREAD_ATTRIBUTE(x) __attribute__((x))
#else
#define TOCSIN_THREAD_ATTRIBUTE(x)
#endif

#define TOCSIN_GUARDED_BY(mutex) TOCSIN_THREAD_ATTRIBUTE(guarded_by(mutex))
#define TOCSIN_REQUIRES(mutex) TOCSIN_THREAD_ATTRIBUTE(requires_capability(mutex))
#define TOCSIN_EXCLUDES(mutex) TOCSIN_THREAD_ATTRIBUTE(locks_excluded(mutex))

namespace tocsin {

/// A std::mutex that clang can reason about; libstdc++'s own carries no annotations. Waits with condition_variable_any.
class TOCSIN_THREAD_ATTRIBUTE(capability("mutex")) Mutex
{
public:
    void lock() TOCSIN_THREAD_ATTRIBUTE(acquire_capability()) { m_mutex.lock(); }
    void unlock() TOCSIN_THREAD_ATTRIBUTE(release_capability()) { m_mutex.unlock(); }
    bool try_lock() TOCSIN_THREAD_ATTRIBUTE(try_acquire_capability(true)) { return m_mutex.try_lock(); }

private:
    std::mutex m_mutex;
};

/// Holds a Mutex for the length of a block.
class TOCSIN_THREAD_ATTRIBUTE(scoped_lockable) MutexLock
{
public:
    explicit MutexLock(Mutex &mutex) TOCSIN_THREAD_ATTRIBUTE(acquire_capability(mutex))
        : m_mutex(mutex)
    {
        m_mutex.lock();
    }
    ~MutexLock() TOCSIN_THREAD_ATTRIBUTE(release_capability()) { m_mutex.unlock(); }
    MutexLock(const MutexLock &) = delete;
    MutexLock &operator=(const MutexLock &) = delete;

private:
    Mutex &m_mutex;
};

} // namespace tocsin
