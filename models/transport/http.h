// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/secret.h"
#include "models/domain/time.h"

#include <QCoro/QCoroTask>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// Header fields in the order they came. Names compare without regard to case.
class Headers
{
public:
    void add(std::string name, std::string value);
    std::string_view value(std::string_view name) const; ///< the first of that name, or empty
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    std::size_t size() const { return m_fields.size(); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// Verification is always on; there is no switch. A server with its own authority is trusted by naming it here.
struct TlsOptions {
    std::string caFile;   ///< empty: the system's authorities
    std::string certFile; ///< client certificate, PEM
    std::string keyFile;
    friend bool operator==(const TlsOptions &, const TlsOptions &) = default;
};

struct BasicAuth {
    std::string user;
    Secret password;
};

/// What every request to one server has in common. A source or check builds it once from its settings.
struct Endpoint {
    TlsOptions tls;
    std::string proxy; ///< `http://host:port`, `socks5h://...`; empty: none, the environment is not consulted
    Headers headers;
    std::optional<BasicAuth> basicAuth;
    std::optional<Secret> bearerToken;
    Duration timeout = std::chrono::seconds(5); ///< for the whole request, from queued to last byte
};

struct HttpRequest {
    std::string method = "GET";
    std::string url; ///< http or https only, at every redirect too
    Headers headers;
    std::string body;
    Endpoint endpoint;
    /// What people may see in place of the address, where that is a secret: `Slack webhook`. Empty: the address, shown as far as
    /// it may be.
    std::string shownAs;
    /// Over a connection of its own that is not kept, so that libcurl cannot send it twice when a kept one proves dead.
    bool isSentOnce = false;
    std::size_t maxBodyBytes = 64u << 20;   ///< after decompression
    std::size_t maxHeaderBytes = 64u << 10; ///< of all header lines together
    int maxRedirects = 0;                   ///< 0: a redirect is an error of kind Redirect
    bool keepsCertificate = true;           ///< collect CertificateFacts at handshakes
};

/// A whole HTTP answer, whatever its status: judging the status is the caller's.
struct HttpResponse {
    int status = 0;
    Headers headers;
    std::string body;
    std::string url; ///< after redirects
    Evidence evidence;
};

/// One conversation step with an HTTP server. Watch thread only. The task always completes: with an answer, an Error, or
/// an Error of kind Cancelled when the transport stops; never drop it while it is pending (decision 29).
class Http
{
public:
    virtual ~Http() = default;
    virtual QCoro::Task<Result<HttpResponse>> send(HttpRequest request) = 0;
};

/// Whether a TCP connection can be made. Watch thread only; completes always, as Http does.
class TcpConnector
{
public:
    virtual ~TcpConnector() = default;
    /// `address` is `host:port`. The evidence has the phases dns and connect.
    virtual QCoro::Task<Result<Evidence>> connectTo(std::string address, Duration timeout) = 0;
};

} // namespace tocsin
