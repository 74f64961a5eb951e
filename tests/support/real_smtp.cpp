// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/real_smtp.h"

#include "tests/support/debian_server.h"
#include "tests/support/fixture_file.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace tocsin::test {

namespace {

std::string numbered(int mail, const char *ending)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "/%04d.%s", mail, ending);
    return name.data();
}

std::string scriptFile()
{
    const char *source = std::getenv("TOCSIN_SOURCE");
    return std::string(source ? source : TOCSIN_SOURCE_FOLDER) + "/tests/support/smtp_server.py";
}

} // namespace

RealSmtp::RealSmtp(const std::vector<Port> &ports)
    : m_mailbox(m_folder.makeFolder("mailbox"))
{
    const std::string modules = serversFolder() + "/usr/lib/python3/dist-packages";
    if (!std::filesystem::exists(modules + "/aiosmtpd"))
        throw std::runtime_error(
            "aiosmtpd is not in " + serversFolder() + "; run: tests/support/fetch_servers.sh " + serversFolder());
    std::vector<std::string> command{"/usr/bin/env", "PYTHONPATH=" + modules, "PYTHONDONTWRITEBYTECODE=1", "python3", scriptFile(),
        "--mailbox", m_mailbox, "--user", user, "--password", password};
    for (const Port &port : ports) {
        m_ports.push_back(freePort());
        std::string listen = std::to_string(m_ports.back()) + ',' + port.mode;
        if (port.pair)
            listen += ',' + port.pair->certFile + ',' + port.pair->keyFile;
        command.insert(command.end(), {"--listen", listen});
    }
    m_process = std::make_unique<ServerProcess>(command, m_folder.path());
    for (const int port : m_ports) {
        if (!m_process->waitUntilListening(port))
            throw std::runtime_error("the mail server did not start: " + m_process->output());
    }
}

int RealSmtp::mails() const
{
    int count = 0;
    while (std::filesystem::exists(m_mailbox + numbered(count + 1, "json")))
        ++count;
    return count;
}

std::string RealSmtp::bytes(int mail) const
{
    return readFile(m_mailbox + numbered(mail, "eml"));
}

std::string RealSmtp::facts(int mail) const
{
    return readFile(m_mailbox + numbered(mail, "json"));
}

} // namespace tocsin::test
