// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/time.h"

#include <QCoro/QCoroTask>

#include <string>
#include <vector>

namespace tocsin {

/// One question to one name server.
struct DnsQuestion {
    std::string name;
    std::string type = "A"; ///< one of `dnsTypes`
    std::string server;     ///< `address:port`, the address in numbers; empty: the system's name servers
};

/// What a name server answered. Judging the code is the caller's.
struct DnsAnswer {
    std::string code;                 ///< `NOERROR`, `NXDOMAIN`, `SERVFAIL`, ... (RFC 1035, RFC 6895)
    std::vector<std::string> records; ///< of the asked type, as zone files write them, names without the last dot
    Evidence evidence;
};

/// Asks name servers. Watch thread only; completes always, as Http does.
class DnsResolver
{
public:
    virtual ~DnsResolver() = default;
    virtual QCoro::Task<Result<DnsAnswer>> ask(DnsQuestion question, Duration timeout) = 0;
};

} // namespace tocsin
