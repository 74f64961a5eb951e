// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <span>
#include <string>
#include <sys/types.h>

namespace tocsin::bench {

/// Binds the calling thread to one core; does nothing on a machine with a single one.
void pinToCore(int core);

/// Raises the soft limit of open files as far as the system allows; returns what it is then.
long raiseFileLimit();

/// A server process on the other core that answers every request on every loopback address (127.0.0.0/8) with the same
/// bytes and keeps connections open. As little work per request as a server can do, so that it never is what is measured.
class LoopbackLoad
{
public:
    /// One request that came: which target was asked, and when (seconds of CLOCK_MONOTONIC).
    struct Arrival {
        int target = 0;
        double at = 0;
    };

    /// Notes so many requests, no more; none by default.
    explicit LoopbackLoad(const std::string &answer, std::size_t noted = 0);
    LoopbackLoad(const LoopbackLoad &) = delete;
    LoopbackLoad &operator=(const LoopbackLoad &) = delete;
    ~LoopbackLoad();

    /// The address of one of some 16 million different targets.
    std::string url(int target) const;

    /// The requests so far, in the order in which they came.
    std::span<const Arrival> arrivals() const;

private:
    /// Memory that both processes see, with the arrivals behind it.
    struct Notes {
        std::size_t room = 0;
        std::atomic<std::size_t> count{0};
        Arrival *first() { return reinterpret_cast<Arrival *>(this + 1); }
    };

    [[noreturn]] void serve(int listener, const std::string &answer);
    void note(int target);

    int m_port = 0;
    std::size_t m_bytes = 0; ///< of the notes
    Notes *m_notes = nullptr;
    pid_t m_pid = -1;
};

} // namespace tocsin::bench
