// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/alert_server.h"

#include "tests/bench/alert_list.h"
#include "tests/bench/measure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <new>
#include <string_view>
#include <thread>

namespace tocsin::bench {

struct AlertServer::Answers {
    std::string status;
    std::string alerts;
    std::string changedAlerts;
    std::string silences;
    std::string nothing;
};

namespace {

std::string answer(const std::string &body, std::string_view status = "200 OK")
{
    return "HTTP/1.1 " + std::string(status)
        + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool sendAll(int socket, const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t more = send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (more <= 0)
            return false;
        sent += static_cast<std::size_t>(more);
    }
    return true;
}

} // namespace

AlertServer::AlertServer(int alerts)
    : m_shared(static_cast<Shared *>(mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
{
    new (m_shared) Shared;
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, SOMAXCONN) != 0
        || getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        fail("cannot listen");
    m_url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    m_pid = fork();
    if (m_pid == 0)
        serve(listener, alerts);
    close(listener);
}

AlertServer::~AlertServer()
{
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
    munmap(m_shared, sizeof(Shared));
}

void AlertServer::changeFirst()
{
    m_shared->isChanged = !m_shared->isChanged;
}

void AlertServer::serve(int listener, int alerts)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const pid_t client = getppid();
    const std::string list = alertList(alerts);
    const Answers answers{
        answer(alertmanagerStatus()), answer(list), answer(withFirstChanged(list)), answer("[]"), answer("{}", "404 Not Found")};
    for (;;) {
        const int socket = accept(listener, nullptr, nullptr);
        std::thread([this, socket, &answers, client] { converse(socket, answers, client); }).detach();
    }
}

void AlertServer::converse(int socket, const Answers &answers, pid_t client)
{
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = recv(socket, buffer.data(), buffer.size(), 0); // a request comes in one piece
        if (got <= 0)
            break;
        const std::string_view request(buffer.data(), static_cast<std::size_t>(got));
        if (request.starts_with("GET /api/v2/alerts ")) {
            if (!sendAll(socket, m_shared->isChanged ? answers.changedAlerts : answers.alerts))
                break;
            m_shared->cpuAtLastByte = cpuSecondsOf(client);
            m_shared->lastByteAt = monotonicSeconds();
        } else if (request.starts_with("GET /api/v2/status ")) {
            sendAll(socket, answers.status);
        } else if (request.starts_with("GET /api/v2/silences ")) {
            sendAll(socket, answers.silences);
        } else {
            sendAll(socket, answers.nothing);
        }
    }
    close(socket);
}

} // namespace tocsin::bench
