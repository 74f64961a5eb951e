// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/transport/transfer.h"

#include <curl/curl.h>

#include <string>

namespace tocsin {

/// What is known of a request that libcurl ended with an error.
struct CurlFailure {
    CURLcode code;
    long systemError;   ///< errno of the connect, or 0
    const char *detail; ///< libcurl's own words
    Transfer::Overflow overflow;
    const TransferPlan &plan;
    const Evidence &evidence; ///< as far as it came
    const HandshakeNotes *handshake;
};

/// The one place that knows what libcurl's errors mean.
Error errorOf(const CurlFailure &failed);

/// Not libcurl's: what ended before or beside it.
Reason cancelledReason();
/// How long a request waits for its turn where it may take this long itself. The requests before it use up their own time and
/// not its: a server with many addresses of which a few hang must not look as if all of them did.
Duration queuePatience(Duration timeout);
Reason queueTimeoutReason(const TransferPlan &plan);
Reason queueFullReason();
Reason badAddressReason(const std::string &shown);

} // namespace tocsin
