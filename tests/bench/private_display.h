// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

struct xcb_connection_t;

namespace tocsin::bench {

/// An X server without a screen (Xvfb) that nobody else uses, watched from outside.
class PrivateDisplay
{
public:
    /// Throws when Xvfb cannot be started.
    PrivateDisplay();
    PrivateDisplay(const PrivateDisplay &) = delete;
    PrivateDisplay &operator=(const PrivateDisplay &) = delete;
    ~PrivateDisplay();

    const std::string &name() const { return m_name; }

    /// A program that shows its window, and what that took.
    struct Started {
        pid_t process = -1;
        double seconds = 0; ///< from starting it to the first mapped window
        double cpu = 0;     ///< CPU seconds of all its threads until then
    };

    /// Starts the command (program and arguments, no shell) and waits for its first window; what is smaller than a window
    /// that people work in does not count.
    Started untilMapped(const std::vector<std::string> &command);

    /// Asks the program to end and waits until it is gone.
    static void end(pid_t process);

private:
    bool isWindow(unsigned window) const;

    pid_t m_server = -1;
    std::string m_name;
    xcb_connection_t *m_connection = nullptr;
};

} // namespace tocsin::bench
