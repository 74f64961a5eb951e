// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

namespace tocsin::test {

/// A TCP port on loopback that nobody listened on a moment ago.
int freePort();

/// A program that a test starts and ends by its id (decision 33). Gets SIGKILL when the thread that started it ends, so a
/// crashed test leaves nothing behind. Its output is kept in a file for the message of a failed test.
class ServerProcess
{
public:
    /// Starts `command` (program and arguments, no shell). Throws when it cannot be started.
    explicit ServerProcess(const std::vector<std::string> &command, const std::string &workingFolder = {});
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;
    ~ServerProcess();

    pid_t pid() const { return m_pid; }
    bool isRunning();
    int exitStatus() const { return m_exitStatus; } ///< as waitpid gave it; -1 while it runs
    std::string output() const;                     ///< both streams, so far

    /// Waits until something accepts connections on the port; false when it ended or did not within `atMost`.
    bool waitUntilListening(int port, std::chrono::milliseconds atMost = std::chrono::seconds(20));
    /// Waits until GET http://127.0.0.1:port/path answers with a status below 400.
    bool waitUntilReady(int port, const std::string &path, std::chrono::milliseconds atMost = std::chrono::seconds(20));

    void send(int signal); ///< to this process only
    void stop();           ///< SIGTERM, and SIGKILL after 5 seconds
    void kill();           ///< SIGKILL at once
    void waitForEnd(std::chrono::milliseconds atMost);

private:
    template<typename Condition> bool waitFor(Condition condition, std::chrono::milliseconds atMost);

    pid_t m_pid = -1;
    int m_exitStatus = -1;
    std::string m_logFile;
};

} // namespace tocsin::test
