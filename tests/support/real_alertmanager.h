// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <string>

namespace tocsin::test {

/// Debian's Alertmanager on a port of loopback, with a folder of its own that outlives restarts. Throws when it does not
/// become ready. Debian's build reads its templates from /usr/share and stops without them; so that nothing needs to be
/// installed, a copy of the program is made whose path is relative to that folder.
class RealAlertmanager
{
public:
    explicit RealAlertmanager(const std::string &config = defaultConfig);

    static constexpr const char *defaultConfig = "route: {receiver: ops, group_by: [alertname], group_wait: 1s}\n"
                                                 "receivers: [{name: ops}]\n";

    void start(); ///< on the same port and storage as before
    void stop() { m_process->stop(); }
    void kill() { m_process->kill(); }
    int port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    TemporaryFolder m_folder;
    std::string m_program;
    int m_port;
    std::unique_ptr<ServerProcess> m_process;
};

} // namespace tocsin::test
