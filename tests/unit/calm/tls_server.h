// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_ca.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace tocsin::test {

/// A TLS server on loopback that shows one certificate and gives one answer to every request, then closes. Made and
/// destroyed by the test; one thread serves, one connection after the other.
class TlsServer
{
public:
    TlsServer(const TemporaryCa::Pair &certificate, std::string answer);
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;
    ~TlsServer();

    int port() const { return m_port; }

private:
    struct Context;
    void serve();
    void serveOne(int socket);

    std::unique_ptr<Context> m_context;
    const std::string m_answer;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace tocsin::test
