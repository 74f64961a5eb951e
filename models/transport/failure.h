// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/transport/transfer.h"

#include <curl/curl.h>

#include <optional>
#include <string>

namespace tocsin {

/// What is known of a conversation that libcurl ended with an error, whatever its protocol.
struct CurlFailure {
    CURLcode code;
    long systemError;   ///< errno of the connect, or 0
    const char *detail; ///< libcurl's own words
    const std::string &host;
    const std::string &server; ///< host and port
    bool beginsWithTls;
    const Endpoint &endpoint;
    Duration connectTimeout;
    const Evidence &evidence;        ///< as far as it came
    const HandshakeNotes *handshake; ///< null when there was none
};

/// What libcurl's error means where it came to no conversation: name, connection, proxy, TLS. Nothing where it did.
std::optional<Error> connectionErrorOf(const CurlFailure &failed);
/// What libcurl's error about an HTTP request means.
Error errorOf(const CurlFailure &failed, const HttpRequest &request, Transfer::Overflow overflow);
/// libcurl's own words as plain text.
std::string detailOf(const CurlFailure &failed);

/// Not libcurl's: what ended before or beside it.
Reason cancelledReason();
/// How long a request waits for its turn where it may take this long itself. The requests before it use up their own time and
/// not its: a server with many addresses of which a few hang must not look as if all of them did.
Duration queuePatience(Duration timeout);
Reason queueTimeoutReason(const std::string &server, Duration timeout);
Reason queueFullReason();
Reason badAddressReason(const std::string &shown);

} // namespace tocsin
