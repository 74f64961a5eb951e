// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/reason.h"
#include "models/transport/transfer.h"

#include <curl/curl.h>

namespace tocsin {

/// Sets what a plan asks for on a handle that was reset: address, method, body, credentials, TLS, proxy, limits of time.
/// The plan and the list must outlive the request.
void setHttpOptions(CURL *easy, const TransferPlan &plan, curl_slist *headers);

/// What every conversation has in common, whatever its protocol: no signals, no proxy of the environment, limits of time.
void setCommonOptions(CURL *easy, Duration timeout, Duration connectTimeout);
/// Verification, authorities and, unless it would be shown to a stranger, the client certificate.
void setTls(CURL *easy, const TlsOptions &tls, bool showsClientCertificate);

/// The header lines of a plan, without credentials when it carries none; null when there is none. The caller frees it.
curl_slist *headerList(const TransferPlan &plan);

/// Why a request cannot be sent as it stands (a header or method that would break out of its line), or an empty reason.
Reason unsendable(const HttpRequest &request);

} // namespace tocsin
