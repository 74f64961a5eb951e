// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/server_process.h"

#include "tests/support/fixture_file.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace tocsin::test {

namespace {

constexpr auto kStep = std::chrono::milliseconds(10);

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

/// A connected socket or -1.
int connectTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    close(socket);
    return -1;
}

/// The status that a GET is answered with, or 0.
int statusOf(int port, const std::string &path)
{
    const int socket = connectTo(port);
    if (socket < 0)
        return 0;
    const timeval patience{2, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const std::string request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
    ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    std::string head;
    std::array<char, 64> buffer{};
    while (head.size() < 12) {
        const ssize_t got = recv(socket, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        head.append(buffer.data(), static_cast<std::size_t>(got));
    }
    close(socket);
    return head.size() >= 12 && head.compare(0, 5, "HTTP/") == 0 ? std::atoi(head.c_str() + 9) : 0;
}

[[noreturn]] void becomeProgram(const std::vector<char *> &arguments, const std::string &folder, int log)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    const int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, STDIN_FILENO);
    if (!folder.empty() && chdir(folder.c_str()) != 0)
        _exit(126);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

} // namespace

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool isBound = bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0
        && getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    close(socket);
    if (!isBound)
        throw std::runtime_error("no free port on loopback");
    return ntohs(address.sin_port);
}

ServerProcess::ServerProcess(const std::vector<std::string> &command, const std::string &workingFolder)
    : m_logFile((std::filesystem::temp_directory_path() / "tocsin-server-XXXXXX").string())
{
    const int log = mkostemp(m_logFile.data(), O_CLOEXEC | O_APPEND);
    std::vector<std::string> copies(command);
    std::vector<char *> arguments;
    for (std::string &argument : copies)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    m_pid = fork();
    if (m_pid == 0)
        becomeProgram(arguments, workingFolder, log);
    close(log);
    if (m_pid < 0)
        throw std::runtime_error("cannot start " + command.front());
}

ServerProcess::~ServerProcess()
{
    stop();
    unlink(m_logFile.c_str());
}

bool ServerProcess::isRunning()
{
    if (m_exitStatus != -1)
        return false;
    int status = 0;
    if (waitpid(m_pid, &status, WNOHANG) == m_pid)
        m_exitStatus = status;
    return m_exitStatus == -1;
}

std::string ServerProcess::output() const
{
    return readFile(m_logFile);
}

template<typename Condition> bool ServerProcess::waitFor(Condition condition, std::chrono::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (isRunning() && std::chrono::steady_clock::now() < end) {
        if (condition())
            return true;
        std::this_thread::sleep_for(kStep); // another process: there is nothing else to wait on
    }
    return false;
}

bool ServerProcess::waitUntilListening(int port, std::chrono::milliseconds atMost)
{
    const auto listens = [port] {
        const int socket = connectTo(port);
        if (socket >= 0)
            close(socket);
        return socket >= 0;
    };
    return waitFor(listens, atMost);
}

bool ServerProcess::waitUntilReady(int port, const std::string &path, std::chrono::milliseconds atMost)
{
    const auto isReady = [port, &path] {
        const int status = statusOf(port, path);
        return status > 0 && status < 400;
    };
    return waitFor(isReady, atMost);
}

void ServerProcess::send(int signal)
{
    if (isRunning())
        ::kill(m_pid, signal);
}

void ServerProcess::stop()
{
    send(SIGTERM);
    waitForEnd(std::chrono::seconds(5));
    kill();
}

void ServerProcess::kill()
{
    send(SIGKILL);
    waitForEnd(std::chrono::seconds(10));
}

void ServerProcess::waitForEnd(std::chrono::milliseconds atMost)
{
    waitFor([] { return false; }, atMost);
}

} // namespace tocsin::test
