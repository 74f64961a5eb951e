// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <string>
#include <sys/types.h>

namespace tocsin::bench {

/// A process that answers as an Alertmanager with many alerts does, and notes when the last byte of the list had left. Made
/// before the program that measures has any thread; ends with the object.
class AlertServer
{
public:
    explicit AlertServer(int alerts);
    AlertServer(const AlertServer &) = delete;
    AlertServer &operator=(const AlertServer &) = delete;
    ~AlertServer();

    const std::string &url() const { return m_url; }

    /// From now on the first alert says something else.
    void changeFirst();
    /// When the last byte of the newest list was handed to the system: seconds of CLOCK_MONOTONIC; and the CPU time that the
    /// process which asks had used by then.
    double lastByteAt() const { return m_shared->lastByteAt; }
    double cpuAtLastByte() const { return m_shared->cpuAtLastByte; }

private:
    /// Memory that both processes see.
    struct Shared {
        std::atomic<bool> isChanged{false};
        std::atomic<double> lastByteAt{0};
        std::atomic<double> cpuAtLastByte{0};
    };
    struct Answers;

    [[noreturn]] void serve(int listener, int alerts);
    void converse(int socket, const Answers &answers, pid_t client);

    std::string m_url;
    Shared *m_shared;
    pid_t m_pid = -1;
};

} // namespace tocsin::bench
