// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/failure.h"

#include "models/transport/plain_text.h"

#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>

namespace tocsin {

namespace {

constexpr Phrase kCancelled{"cancelled", QT_TRANSLATE_NOOP("Phrase", "Stopped before an answer came")};
constexpr Phrase kBadAddress{"address_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 is not an address that can be asked")};
constexpr Phrase kQueueFull{"limit_queue", QT_TRANSLATE_NOOP("Phrase", "Too many requests are waiting already")};

constexpr Phrase kTimeoutQueue{
    "timeout_queue", QT_TRANSLATE_NOOP("Phrase", "Not asked within %2: the other requests to %1 did not end")};
constexpr Phrase kTimeoutDns{"timeout_dns", QT_TRANSLATE_NOOP("Phrase", "The name %1 was not resolved within %2")};
constexpr Phrase kTimeoutConnect{"timeout_connect", QT_TRANSLATE_NOOP("Phrase", "No connection to %1 within %2")};
constexpr Phrase kTimeoutTls{"timeout_tls", QT_TRANSLATE_NOOP("Phrase", "No TLS handshake with %1 within %2")};
constexpr Phrase kTimeoutAnswer{"timeout_answer", QT_TRANSLATE_NOOP("Phrase", "No answer from %1 within %2")};
constexpr Phrase kTimeoutBody{"timeout_body", QT_TRANSLATE_NOOP("Phrase", "The answer of %1 was not complete within %2")};

constexpr Phrase kRefused{"refused", QT_TRANSLATE_NOOP("Phrase", "%1 refused the connection")};
constexpr Phrase kUnreachable{"unreachable", QT_TRANSLATE_NOOP("Phrase", "There is no way to %1: %2")};
constexpr Phrase kNoConnection{"no_connection", QT_TRANSLATE_NOOP("Phrase", "No connection to %1 could be made: %2")};
constexpr Phrase kProxyName{"proxy_dns", QT_TRANSLATE_NOOP("Phrase", "The name of the proxy %1 cannot be resolved")};
constexpr Phrase kNoProxy{
    "proxy_not_reached", QT_TRANSLATE_NOOP("Phrase", "The proxy %1 cannot be reached, which tells nothing of %2: %3")};
constexpr Phrase kProxyRefuses{"proxy_refuses", QT_TRANSLATE_NOOP("Phrase", "The proxy %1 does not let us through to %2: %3")};
constexpr Phrase kProxy{"proxy_failed", QT_TRANSLATE_NOOP("Phrase", "The proxy %1 did not connect to %2: %3")};
constexpr Phrase kDns{"dns_failed", QT_TRANSLATE_NOOP("Phrase", "The name %1 cannot be resolved")};
constexpr Phrase kReset{"reset", QT_TRANSLATE_NOOP("Phrase", "%1 broke the connection off")};
constexpr Phrase kNoAnswer{"reset_no_answer", QT_TRANSLATE_NOOP("Phrase", "%1 closed the connection without an answer")};
constexpr Phrase kCutShort{
    "reset_cut_short", QT_TRANSLATE_NOOP("Phrase", "%1 closed the connection before the answer was whole")};

constexpr Phrase kTlsFailed{"tls_failed", QT_TRANSLATE_NOOP("Phrase", "The TLS handshake with %1 failed: %2")};
constexpr Phrase kNotTls{"tls_not_spoken", QT_TRANSLATE_NOOP("Phrase", "%1 does not speak TLS on this port")};
constexpr Phrase kClientWanted{
    "tls_client_certificate", QT_TRANSLATE_NOOP("Phrase", "%1 did not accept our client certificate, or wants one")};
constexpr Phrase kClientUnusable{
    "tls_client_unusable", QT_TRANSLATE_NOOP("Phrase", "The client certificate %1 or its key cannot be used")};
constexpr Phrase kAuthorityUnreadable{
    "tls_authority_file", QT_TRANSLATE_NOOP("Phrase", "The file of authorities %1 cannot be read")};

constexpr Phrase kTooManyHeaders{
    "limit_headers", QT_TRANSLATE_NOOP("Phrase", "The header of the answer of %1 is larger than %2")};
constexpr Phrase kTooLarge{"limit_body", QT_TRANSLATE_NOOP("Phrase", "The answer of %1 is larger than %2")};
constexpr Phrase kNoMemory{"limit_memory", QT_TRANSLATE_NOOP("Phrase", "There is not enough memory for the answer of %1")};
constexpr Phrase kNotHttp{"content_not_http", QT_TRANSLATE_NOOP("Phrase", "What %1 answered is not HTTP")};
constexpr Phrase kBadEncoding{
    "content_encoding", QT_TRANSLATE_NOOP("Phrase", "The answer of %1 is encoded in a broken or unknown way")};
constexpr Phrase kBadFraming{"content_framing", QT_TRANSLATE_NOOP("Phrase", "The answer of %1 breaks the rules of HTTP: %2")};
constexpr Phrase kOther{"request_failed", QT_TRANSLATE_NOOP("Phrase", "The request to %1 failed: %2")};

constexpr std::size_t kMaxDetail = 300;

std::string sizeText(std::size_t bytes)
{
    constexpr std::size_t kMebi = 1u << 20;
    constexpr std::size_t kKibi = 1u << 10;
    if (bytes >= kMebi && bytes % kMebi == 0)
        return std::to_string(bytes / kMebi) + " MiB";
    if (bytes >= kKibi && bytes % kKibi == 0)
        return std::to_string(bytes / kKibi) + " KiB";
    return std::to_string(bytes) + " bytes";
}

bool says(const CurlFailure &failed, std::string_view words)
{
    return std::string_view(failed.detail).find(words) != std::string_view::npos;
}

Error made(const CurlFailure &failed, ErrorKind kind, Reason reason)
{
    return {kind, std::move(reason), failed.evidence};
}

/// The proxy as a person may see it: what stands before an `@` is cut.
std::string proxyOf(const CurlFailure &failed)
{
    return addressForPeople(failed.endpoint.proxy);
}

bool usesProxy(const CurlFailure &failed)
{
    return !failed.endpoint.proxy.empty();
}

/// We could not look: nothing is known of the server behind the proxy.
Error proxyNotReached(const CurlFailure &failed, const std::string &why)
{
    return made(failed, ErrorKind::Config, Reason(kNoProxy, {proxyOf(failed), failed.server, why}));
}

/// Nothing where the connection stood already.
std::optional<Error> connectTimeoutOf(const CurlFailure &failed)
{
    const PhaseTimings &timings = failed.evidence.timings;
    const std::string server = failed.server;
    const std::string connecting = formatDuration(std::min(failed.endpoint.timeout, failed.connectTimeout));
    const bool isReused = failed.evidence.reusedConnection;
    if (!isReused && !timings.connect && usesProxy(failed))
        return proxyNotReached(failed, qt_error_string(ETIMEDOUT).toStdString());
    if (!isReused && !timings.dns)
        return made(failed, ErrorKind::Timeout, Reason(kTimeoutDns, {failed.host, connecting}));
    if (!isReused && !timings.connect)
        return made(failed, ErrorKind::Timeout, Reason(kTimeoutConnect, {server, connecting}));
    if (!isReused && !timings.tls && failed.beginsWithTls)
        return made(failed, ErrorKind::Timeout, Reason(kTimeoutTls, {server, connecting}));
    return std::nullopt;
}

/// What a proxy answered to CONNECT. That it did not get to the server (502 to 504) is the server's failure as far as anybody
/// there can tell; any other status is between the proxy and us.
std::optional<Error> tunnelFailureOf(const CurlFailure &failed)
{
    constexpr std::string_view kWords = "CONNECT tunnel failed, response ";
    const std::string_view detail = failed.detail;
    const std::size_t at = detail.find(kWords);
    const std::string server = failed.server;
    if (usesProxy(failed) && says(failed, "Proxy CONNECT aborted"))
        return made(failed, ErrorKind::Config, Reason(kProxyRefuses, {proxyOf(failed), server, detailOf(failed)}));
    if (!usesProxy(failed) || at == std::string_view::npos)
        return std::nullopt;
    const std::string_view status = detail.substr(at + kWords.size(), 3);
    if (status == "502" || status == "503" || status == "504")
        return made(failed, ErrorKind::Unreachable, Reason(kProxy, {proxyOf(failed), server, std::string(status)}));
    return made(failed, ErrorKind::Config, Reason(kProxyRefuses, {proxyOf(failed), server, plainText(status, 3)}));
}

Error connectFailureOf(const CurlFailure &failed)
{
    if (usesProxy(failed)) {
        const bool isSystems = failed.systemError != 0;
        return proxyNotReached(
            failed, isSystems ? qt_error_string(static_cast<int>(failed.systemError)).toStdString() : detailOf(failed));
    }
    const std::string server = failed.server;
    switch (failed.systemError) {
    case ECONNREFUSED:
        return made(failed, ErrorKind::Refused, Reason(kRefused, {server}));
    case ECONNRESET:
        return made(failed, ErrorKind::Reset, Reason(kReset, {server}));
    case ETIMEDOUT:
        return made(failed, ErrorKind::Timeout, Reason(kTimeoutConnect, {server, formatDuration(failed.connectTimeout)}));
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EHOSTDOWN:
    case EADDRNOTAVAIL:
    case EACCES:
    case EPERM:
        return made(failed, ErrorKind::Unreachable,
            Reason(kUnreachable, {server, qt_error_string(static_cast<int>(failed.systemError)).toStdString()}));
    default:
        return made(failed, ErrorKind::Unreachable, Reason(kNoConnection, {server, detailOf(failed)}));
    }
}

Error tlsFailureOf(const CurlFailure &failed)
{
    const std::string server = failed.server;
    const bool isDistrust = failed.handshake && failed.handshake->verifyError != 0;
    if (isDistrust || (failed.code == CURLE_PEER_FAILED_VERIFICATION && failed.handshake && failed.handshake->certificate))
        return made(failed, ErrorKind::Tls, distrustReason(*failed.handshake, failed.host));
    if (says(failed, "wrong version number") || says(failed, "packet length too long") || says(failed, "http request"))
        return made(failed, ErrorKind::Tls, Reason(kNotTls, {server}));
    if (says(failed, "alert certificate required") || says(failed, "alert handshake failure")
        || says(failed, "alert bad certificate") || says(failed, "alert unknown ca"))
        return made(failed, ErrorKind::Tls, Reason(kClientWanted, {server}));
    if (says(failed, "SSL_ERROR_SYSCALL") || says(failed, "unexpected eof"))
        return made(failed, ErrorKind::Reset, Reason(kReset, {server}));
    return made(failed, ErrorKind::Tls, Reason(kTlsFailed, {server, detailOf(failed)}));
}

/// Servers of TLS 1.3 refuse a client's certificate after the handshake.
std::optional<Error> lateDistrustOf(const CurlFailure &failed)
{
    if (says(failed, "alert certificate required") || says(failed, "alert bad certificate") || says(failed, "alert unknown ca"))
        return made(failed, ErrorKind::Tls, Reason(kClientWanted, {failed.server}));
    return std::nullopt;
}

Error timeoutOf(const CurlFailure &failed)
{
    const Phrase &phrase = failed.evidence.status == 0 ? kTimeoutAnswer : kTimeoutBody;
    return made(failed, ErrorKind::Timeout, Reason(phrase, {failed.server, formatDuration(failed.endpoint.timeout)}));
}

Error brokenOf(const CurlFailure &failed)
{
    if (says(failed, "chunk"))
        return made(failed, ErrorKind::Content, Reason(kBadFraming, {failed.server, detailOf(failed)}));
    return made(failed, ErrorKind::Reset, Reason(kReset, {failed.server}));
}

Error overflowOf(const CurlFailure &failed, const HttpRequest &request, Transfer::Overflow overflow)
{
    const std::string server = failed.server;
    if (overflow == Transfer::Overflow::Body)
        return made(failed, ErrorKind::Limit, Reason(kTooLarge, {server, sizeText(request.maxBodyBytes)}));
    return made(failed, ErrorKind::Limit, Reason(kTooManyHeaders, {server, sizeText(request.maxHeaderBytes)}));
}

Error contentFailureOf(const CurlFailure &failed)
{
    const std::string server = failed.server;
    switch (failed.code) {
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9, or anything else that is no status line
    case CURLE_WEIRD_SERVER_REPLY:
        return made(failed, ErrorKind::Content, Reason(kNotHttp, {server}));
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return made(failed, ErrorKind::Content, Reason(kBadEncoding, {server}));
    default:
        return made(failed, ErrorKind::Content, Reason(kBadFraming, {server, detailOf(failed)}));
    }
}

} // namespace

std::string detailOf(const CurlFailure &failed)
{
    return plainText(*failed.detail != '\0' ? failed.detail : curl_easy_strerror(failed.code), kMaxDetail);
}

std::optional<Error> connectionErrorOf(const CurlFailure &failed)
{
    switch (failed.code) {
    case CURLE_OPERATION_TIMEDOUT:
        return connectTimeoutOf(failed);
    case CURLE_COULDNT_CONNECT:
        return connectFailureOf(failed);
    case CURLE_COULDNT_RESOLVE_HOST:
        return made(failed, ErrorKind::Dns, Reason(kDns, {failed.host}));
    case CURLE_COULDNT_RESOLVE_PROXY:
        return made(failed, ErrorKind::Config, Reason(kProxyName, {proxyOf(failed)}));
    case CURLE_PROXY:
        return made(failed, ErrorKind::Unreachable, Reason(kProxy, {proxyOf(failed), failed.server, detailOf(failed)}));
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return tlsFailureOf(failed);
    case CURLE_SSL_CERTPROBLEM:
        return made(failed, ErrorKind::Config, Reason(kClientUnusable, {failed.endpoint.tls.certFile}));
    case CURLE_SSL_CACERT_BADFILE:
        return made(failed, ErrorKind::Config, Reason(kAuthorityUnreadable, {failed.endpoint.tls.caFile}));
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP2:
        if (auto refused = tunnelFailureOf(failed))
            return refused;
        return lateDistrustOf(failed);
    default:
        return std::nullopt;
    }
}

Error errorOf(const CurlFailure &failed, const HttpRequest &request, Transfer::Overflow overflow)
{
    if (overflow != Transfer::Overflow::None)
        return overflowOf(failed, request, overflow);
    if (auto notConnected = connectionErrorOf(failed))
        return *std::move(notConnected);
    const std::string &server = failed.server;
    switch (failed.code) {
    case CURLE_OPERATION_TIMEDOUT:
        return timeoutOf(failed);
    case CURLE_GOT_NOTHING:
        return made(failed, ErrorKind::Reset, Reason(kNoAnswer, {server}));
    case CURLE_PARTIAL_FILE:
        return made(failed, ErrorKind::Reset, Reason(kCutShort, {server}));
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP2:
        return brokenOf(failed);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return contentFailureOf(failed);
    case CURLE_FILESIZE_EXCEEDED:
        return made(failed, ErrorKind::Limit, Reason(kTooLarge, {server, sizeText(request.maxBodyBytes)}));
    case CURLE_OUT_OF_MEMORY: // also libcurl's word for a header line that never ends
        if (failed.evidence.bytes == 0)
            return made(failed, ErrorKind::Limit, Reason(kTooManyHeaders, {server, sizeText(request.maxHeaderBytes)}));
        return made(failed, ErrorKind::Limit, Reason(kNoMemory, {server}));
    case CURLE_URL_MALFORMAT:
        return made(failed, ErrorKind::Config, badAddressReason(server));
    default:
        return made(failed, ErrorKind::Content, Reason(kOther, {server, detailOf(failed)}));
    }
}

Reason cancelledReason()
{
    return Reason(kCancelled);
}

Duration queuePatience(Duration timeout)
{
    return 3 * timeout;
}

Reason queueTimeoutReason(const std::string &server, Duration timeout)
{
    return Reason(kTimeoutQueue, {server, formatDuration(queuePatience(timeout))});
}

Reason queueFullReason()
{
    return Reason(kQueueFull);
}

Reason badAddressReason(const std::string &shown)
{
    return Reason(kBadAddress, {shown});
}

} // namespace tocsin
