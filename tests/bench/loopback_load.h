// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <sys/types.h>

namespace tocsin::bench {

/// Binds the calling thread to one core; does nothing on a machine with a single one.
void pinToCore(int core);

/// Raises the soft limit of open files as far as the system allows; returns what it is then.
long raiseFileLimit();

/// CPU time of the whole process so far, in seconds.
double cpuSeconds();

/// A server process on the other core that answers every request on every loopback address (127.0.0.0/8) with the same
/// bytes and keeps connections open. As little work per request as a server can do, so that it never is what is measured.
class LoopbackLoad
{
public:
    explicit LoopbackLoad(const std::string &answer);
    LoopbackLoad(const LoopbackLoad &) = delete;
    LoopbackLoad &operator=(const LoopbackLoad &) = delete;
    ~LoopbackLoad();

    /// The address of one of some 16 million different targets.
    std::string url(int target) const;

private:
    int m_port = 0;
    pid_t m_pid = -1;
};

} // namespace tocsin::bench
