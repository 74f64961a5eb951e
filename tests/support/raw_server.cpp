// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/raw_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace tocsin::test {

namespace {

std::size_t contentLength(const std::string &head)
{
    for (const char *name : {"\r\nContent-Length:", "\r\ncontent-length:"}) {
        const std::size_t at = head.find(name);
        if (at != std::string::npos)
            return static_cast<std::size_t>(std::strtoull(head.c_str() + at + std::string_view(name).size(), nullptr, 10));
    }
    return 0;
}

} // namespace

RawConnection::RawConnection(RawServer &server, int socket, int number)
    : m_server(server)
    , m_socket(socket)
    , m_number(number)
{
}

std::string RawConnection::readUntil(std::string_view end)
{
    std::array<char, 4096> buffer{};
    for (std::size_t at = m_received.find(end);; at = m_received.find(end)) {
        if (at != std::string::npos) {
            std::string piece = m_received.substr(0, at + end.size());
            m_received.erase(0, at + end.size());
            return piece;
        }
        const ssize_t got = m_socket < 0 ? 0 : recv(m_socket, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return {};
        m_received.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::string RawConnection::readRequest()
{
    std::array<char, 4096> buffer{};
    for (;;) {
        const std::size_t end = m_received.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t whole = end + 4 + contentLength(m_received.substr(0, end));
            if (m_received.size() >= whole) {
                std::string request = m_received.substr(0, whole);
                m_received.erase(0, whole);
                m_server.remember(request);
                return request;
            }
        }
        const ssize_t got = m_socket < 0 ? 0 : recv(m_socket, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return {};
        m_received.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

bool RawConnection::send(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t sent = m_socket < 0 ? -1 : ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawConnection::drip(std::string_view bytes, std::chrono::milliseconds pause)
{
    for (const char &byte : bytes) {
        if (!send(std::string_view(&byte, 1)) || m_server.waitForStop(pause))
            return false;
    }
    return true;
}

bool RawConnection::sendWithoutEnd(std::string_view piece) const
{
    while (send(piece)) { }
    return false;
}

void RawConnection::pause(std::chrono::milliseconds length)
{
    m_server.waitForStop(length);
}

void RawConnection::waitForEnd() const
{
    std::array<char, 4096> buffer{};
    while (m_socket >= 0 && recv(m_socket, buffer.data(), buffer.size(), 0) > 0) { }
}

void RawConnection::reset()
{
    const linger atOnce{1, 0};
    if (m_socket >= 0)
        setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

void RawConnection::close()
{
    if (m_socket >= 0)
        m_server.closeSocket(std::exchange(m_socket, -1));
}

RawServer::RawServer(Script script)
    : m_script(std::move(script))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool listens = bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && listen(m_listener, SOMAXCONN) == 0
        && getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    if (!listens)
        throw std::runtime_error("cannot listen on loopback");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptAll(); });
}

RawServer::~RawServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const int socket : m_sockets)
            shutdown(socket, SHUT_RDWR);
    }
    m_changed.notify_all();
    shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    for (std::thread &thread : m_threads)
        thread.join();
}

std::vector<std::string> RawServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void RawServer::acceptAll()
{
    for (;;) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        if (socket < 0 || m_isStopping) {
            if (socket >= 0)
                ::close(socket);
            return;
        }
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_sockets.push_back(socket);
        const int number = m_connections++;
        m_threads.emplace_back([this, socket, number] {
            RawConnection connection(*this, socket, number);
            m_script(connection);
            connection.close();
        });
    }
}

void RawServer::remember(const std::string &request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
}

void RawServer::closeSocket(int socket)
{
    // Under the lock, so that the destructor never shuts down a number that belongs to somebody else by now.
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(std::remove(m_sockets.begin(), m_sockets.end(), socket), m_sockets.end());
    ::close(socket);
}

bool RawServer::waitForStop(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, atMost, [this] { return m_isStopping; });
}

std::string httpBytes(int status, std::string_view body, std::string_view headers)
{
    std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
    bytes.append(headers).append("Content-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
    return bytes;
}

} // namespace tocsin::test
