// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/sources/source.h"
#include "models/transport/transport.h"
#include "tests/unit/calm/lies.h"

#include <functional>
#include <string>
#include <vector>

namespace tocsin::test {

/// What a check or a source made of one server.
struct Statement {
    bool isCalm = false; ///< Good, or a reading
    bool hasReason = false;
    std::string said; ///< the reason in English
};

/// One registered kind in one configuration, ready to be pointed at a server.
struct Witness {
    std::string name;
    Claim claim = Claim::Content;
    bool asksForStatusOnly = false;
    std::string trouble; ///< why the kind cannot be pointed at a server; the test fails with it
    std::function<QCoro::Task<Statement>(const Lie &, Transport &)> ask;
};

/// Every registered check, plain and with conditions where it has any, and every registered source.
std::vector<Witness> witnesses(const std::string &caFile, const Clock &clock, Duration timeout);

} // namespace tocsin::test
