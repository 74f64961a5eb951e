// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/server_process.h"
#include "tests/support/temporary_ca.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin::test {

/// A mail server on ports of loopback (tests/support/smtp_server.py over Debian's aiosmtpd), with a mailbox that keeps what it took.
/// Throws when it does not become ready.
class RealSmtp
{
public:
    struct Port {
        std::string mode; ///< `starttls`, `tls` or `plain`
        std::optional<TemporaryCa::Pair> pair;
    };
    static constexpr const char *user = "war@example.net";
    static constexpr const char *password = "correct horse";

    explicit RealSmtp(const std::vector<Port> &ports);

    std::string server(std::size_t port) const { return "localhost:" + std::to_string(m_ports.at(port)); }
    /// How many mails it has taken; they are numbered from 1.
    int mails() const;
    std::string bytes(int mail) const; ///< as they came over the wire, dots unstuffed
    std::string facts(int mail) const; ///< JSON, see smtp_server.py
    ServerProcess &process() { return *m_process; }

private:
    TemporaryFolder m_folder;
    std::string m_mailbox;
    std::vector<int> m_ports;
    std::unique_ptr<ServerProcess> m_process;
};

} // namespace tocsin::test
