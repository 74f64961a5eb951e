// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

namespace tocsin::test {

/// A server on loopback that answers each datagram with what its script makes of it; an empty text: with nothing. Made and
/// destroyed by the test; one thread serves.
class UdpServer
{
public:
    using Script = std::function<std::string(const std::string &question)>;

    explicit UdpServer(Script script)
        : m_script(std::move(script))
        , m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        const timeval patience{0, 20'000};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        if (bind(m_socket, generic, size) != 0 || getsockname(m_socket, generic, &size) != 0)
            throw std::runtime_error("no port to listen on");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    UdpServer(const UdpServer &) = delete;
    UdpServer &operator=(const UdpServer &) = delete;
    ~UdpServer()
    {
        m_isStopping = true;
        m_thread.join();
        close(m_socket);
    }

    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

private:
    void serve()
    {
        std::string bytes(4096, '\0');
        while (!m_isStopping) {
            sockaddr_in from{};
            socklen_t size = sizeof(from);
            auto *generic = reinterpret_cast<sockaddr *>(&from);
            const ssize_t length = recvfrom(m_socket, bytes.data(), bytes.size(), 0, generic, &size);
            if (length <= 0)
                continue;
            const std::string answer = m_script(bytes.substr(0, static_cast<std::size_t>(length)));
            if (!answer.empty())
                sendto(m_socket, answer.data(), answer.size(), 0, generic, size);
        }
    }

    const Script m_script;
    int m_socket;
    int m_port = 0;
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace tocsin::test
