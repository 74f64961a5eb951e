// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/dns_check.h"
#include "models/checks/http_check.h"
#include "models/checks/tcp_check.h"
#include "models/checks/tls_check.h"

#include <array>

namespace tocsin {

std::span<const CheckKind> checkKinds()
{
    static const std::array kKinds{
        httpCheckKind(),
        tcpCheckKind(),
        tlsCheckKind(),
        dnsCheckKind(),
    };
    return kKinds;
}

} // namespace tocsin
