// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tocsin::test {

class RawServer;

/// One accepted connection, in the hands of a script. Every call returns early when the client has gone or the server ends.
class RawConnection
{
public:
    RawConnection(RawServer &server, int socket, int number);

    int number() const { return m_number; } ///< 0 for the first connection of the server
    /// Reads one request, its body by Content-Length included. Empty: the client has closed.
    std::string readRequest();
    /// Reads up to and including this; for protocols of lines. Empty: the client has closed.
    std::string readUntil(std::string_view end);
    bool send(std::string_view bytes) const;                            ///< false: the client does not take it any more
    bool drip(std::string_view bytes, std::chrono::milliseconds pause); ///< one byte at a time
    bool sendWithoutEnd(std::string_view piece) const;                  ///< until the client gives up; always false
    void pause(std::chrono::milliseconds length);
    void waitForEnd() const; ///< holds the connection open until the client closes it or the server ends
    void reset();            ///< RST instead of FIN
    void close();

private:
    RawServer &m_server;
    int m_socket;
    const int m_number;
    std::string m_received; // of the next request
};

/// A socket server on loopback that does to each connection exactly what its script says: what is too rude for a real HTTP
/// server (decision 34). Each connection has a thread of its own, on which the script runs. Made and destroyed by the test.
class RawServer
{
public:
    using Script = std::function<void(RawConnection &)>;

    explicit RawServer(Script script);
    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;
    ~RawServer();

    int port() const { return m_port; }
    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }
    std::string url(const std::string &path = "/") const { return "http://" + address() + path; }
    int connections() const { return m_connections; }
    std::vector<std::string> requests() const; ///< as they came, head and body

private:
    friend class RawConnection;
    void acceptAll();
    void remember(const std::string &request);
    void closeSocket(int socket);
    bool waitForStop(std::chrono::milliseconds atMost); ///< true: the server ends

    const Script m_script;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_connections{0};
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    bool m_isStopping = false;
    std::vector<int> m_sockets;
    std::vector<std::string> m_requests;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// A complete HTTP/1.1 answer with Content-Length. `headers` are whole lines with their line ends.
std::string httpBytes(int status, std::string_view body, std::string_view headers = "Content-Type: application/json\r\n");

} // namespace tocsin::test
