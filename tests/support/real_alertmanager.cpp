// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/real_alertmanager.h"

#include "tests/support/debian_server.h"
#include "tests/support/fixture_file.h"

#include <filesystem>
#include <stdexcept>

namespace tocsin::test {

namespace {

constexpr std::string_view kInstalled = "/usr/share/prometheus/alertmanager";
constexpr std::string_view kRelative = "././././././././././././/templates";
static_assert(kInstalled.size() == kRelative.size(), "the program keeps the length of its texts elsewhere");

/// The program with its template folder made relative.
std::string relocated(std::string program)
{
    for (std::size_t at = program.find(kInstalled); at != std::string::npos; at = program.find(kInstalled, at))
        program.replace(at, kInstalled.size(), kRelative);
    return program;
}

} // namespace

RealAlertmanager::RealAlertmanager(const std::string &config)
    : m_port(freePort())
{
    m_folder.write("alertmanager.yml", config);
    m_program = m_folder.write("alertmanager", relocated(readFile(debianServer("prometheus-alertmanager"))));
    std::filesystem::permissions(m_program, std::filesystem::perms::owner_all);
    m_folder.makeFolder("templates");
    for (const char *name : {"default.tmpl", "email.tmpl"})
        m_folder.write(std::string("templates/") + name, readFile(serversFolder() + std::string(kInstalled) + '/' + name));
    start();
}

void RealAlertmanager::start()
{
    m_process = std::make_unique<ServerProcess>(
        std::vector<std::string>{m_program, "--config.file=alertmanager.yml", "--storage.path=data",
            "--web.listen-address=127.0.0.1:" + std::to_string(m_port), "--cluster.listen-address="},
        m_folder.path());
    if (!m_process->waitUntilReady(m_port, "/-/ready"))
        throw std::runtime_error("Alertmanager did not start: " + m_process->output());
}

} // namespace tocsin::test
