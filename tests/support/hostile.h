// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/raw_server.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tocsin::test {

/// One way of a server to be no proof of anything.
struct Hostility {
    std::string name;
    RawServer::Script script;
};

/// Every rude behaviour that a socket can have: silent, slow, endless, cut short, reset, broken, not HTTP. Each takes any
/// request and gives no whole valid answer.
std::vector<Hostility> hostilities();

RawServer::Script answering(std::string bytes);     ///< the same answer to each request of each connection, kept open
RawServer::Script redirectingTo(std::string where); ///< 302 to each request; empty: to the path it came on

/// Gzip data that unpacks to this many zero bytes.
std::string gzipBomb(std::uint64_t bytes);

} // namespace tocsin::test
