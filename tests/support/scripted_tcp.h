// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin::test {

/// A TcpConnector that answers from a script and remembers what it was asked. An address that the script does not name is
/// refused. Watch thread; owned by a test.
class ScriptedTcp final : public TcpConnector
{
public:
    void accept(const std::string &address, Duration after = std::chrono::milliseconds(1)); ///< `after` only in the evidence
    void fail(const std::string &address, Error error);

    const std::vector<std::string> &requests() const { return m_requests; }

    QCoro::Task<Result<Evidence>> connectTo(std::string address, Duration timeout) override;

private:
    std::map<std::string, Result<Evidence>> m_script;
    std::vector<std::string> m_requests;
};

} // namespace tocsin::test
