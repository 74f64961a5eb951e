// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/reason.h"

#include <memory>
#include <optional>
#include <string>

namespace tocsin {

/// What one TLS handshake showed. Shared between the request that caused it and the connection that outlives it.
struct HandshakeNotes {
    explicit HandshakeNotes(const Clock &clockOfObservation)
        : clock(&clockOfObservation)
    {
    }
    const Clock *clock;
    std::optional<CertificateFacts> certificate; ///< the server's own, trusted or not
    int verifyError = 0;                         ///< the first X509_V_ERR_... or 0
    bool isOfAuthority = false;                  ///< the error lies in a certificate above the server's own
};

/// Lets `notes` be filled during the handshakes of this SSL_CTX. Verification stays as strict as it was (decision 8).
/// Meant for libcurl's CURLOPT_SSL_CTX_FUNCTION; false when OpenSSL has no memory.
bool observeHandshakes(void *sslContext, std::shared_ptr<HandshakeNotes> notes);

/// Why the certificate was not accepted, in plain words. `verifyError` 0 means that only the name did not fit.
Reason distrustReason(const HandshakeNotes &notes, const std::string &host);

} // namespace tocsin
