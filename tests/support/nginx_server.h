// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <string>

namespace tocsin::test {

/// A real nginx on loopback with the given `server { ... }` blocks; its logs and temporary files lie in a folder of its own.
/// One process without a master, so that ending it ends all of it.
class NginxServer
{
public:
    explicit NginxServer(const std::string &serverBlocks, int workerConnections = 256);

    /// Waits until the port accepts connections; false when nginx did not start: `process().output()` says why.
    bool waitUntilListening(int port) { return m_process->waitUntilListening(port); }
    ServerProcess &process() { return *m_process; }

private:
    TemporaryFolder m_folder;
    std::unique_ptr<ServerProcess> m_process;
};

} // namespace tocsin::test
