// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"

namespace tocsin {

/// One mail for one server (RFC 5321), the whole message (RFC 5322) made by the caller.
struct MailRequest {
    enum class Security {
        StartTls, ///< in the clear until STARTTLS, and no further without it
        Tls,      ///< from the first byte
        None,     ///< for a relay on this machine; logs in only with TLS
    };

    std::string server; ///< `host:port`
    Security security = Security::StartTls;
    std::string helloName;               ///< what EHLO says; empty: the machine's name
    std::string from;                    ///< the envelope: an address without brackets
    std::vector<std::string> recipients; ///< the same; one that is refused ends the mail
    std::string message;                 ///< lines end with CRLF; dots need no care
    Endpoint endpoint;                   ///< tls, basicAuth (SASL), timeout; no proxy, no headers
};

/// What the server said when it took the mail over.
struct MailReceipt {
    std::string words; ///< its last answer, one line: `250 2.0.0 queued as ABC`
    Evidence evidence; ///< `status` is the code
};

struct MailFailure {
    Error error; ///< its evidence has the code of the server's last answer as `status`, and its words as `firstBytes`
    bool isPermanent = false;    ///< the server said 5xx about it, or cannot do what was demanded
    bool mayHaveArrived = false; ///< the whole mail was sent, and the answer is missing
};

using Mailed = tl::expected<MailReceipt, MailFailure>;

/// Hands mails over. Watch thread only; completes always, as Http does.
class Mailer
{
public:
    virtual ~Mailer() = default;
    virtual QCoro::Task<Mailed> mail(MailRequest request) = 0;
};

} // namespace tocsin
