// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/calm/tls_server.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace tocsin::test {

struct TlsServer::Context {
    SSL_CTX *ssl = SSL_CTX_new(TLS_server_method());
    ~Context() { SSL_CTX_free(ssl); }
};

TlsServer::TlsServer(const TemporaryCa::Pair &certificate, std::string answer)
    : m_context(std::make_unique<Context>())
    , m_answer(std::move(answer))
{
    if (SSL_CTX_use_certificate_chain_file(m_context->ssl, certificate.certFile.c_str()) != 1
        || SSL_CTX_use_PrivateKey_file(m_context->ssl, certificate.keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        throw std::runtime_error("the certificate cannot be used");
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, generic, size) != 0 || listen(m_listener, 64) != 0 || getsockname(m_listener, generic, &size) != 0)
        throw std::runtime_error("no port to listen on");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

TlsServer::~TlsServer()
{
    m_isStopping = true;
    m_thread.join();
    close(m_listener);
}

void TlsServer::serve()
{
    // OpenSSL writes without MSG_NOSIGNAL, and clients hang up on this server a lot.
    sigset_t brokenPipe;
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
    while (!m_isStopping) {
        pollfd listening{m_listener, POLLIN, 0};
        if (poll(&listening, 1, 20) <= 0)
            continue;
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        const timeval patience{2, 0};
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        serveOne(socket);
        close(socket);
    }
}

void TlsServer::serveOne(int socket)
{
    SSL *ssl = SSL_new(m_context->ssl);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1) {
        std::string request;
        std::string piece(4096, '\0');
        int length = 0;
        while (request.find("\r\n\r\n") == std::string::npos
            && (length = SSL_read(ssl, piece.data(), static_cast<int>(piece.size()))) > 0)
            request.append(piece, 0, static_cast<std::size_t>(length));
        if (!request.empty())
            SSL_write(ssl, m_answer.data(), static_cast<int>(m_answer.size()));
        SSL_shutdown(ssl);
    }
    SSL_free(ssl);
}

} // namespace tocsin::test
