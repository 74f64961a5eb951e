// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scripted_tcp.h"

#include "tests/support/scripted_http.h"

namespace tocsin::test {

void ScriptedTcp::accept(const std::string &address, Duration after)
{
    Evidence evidence;
    evidence.request = "TCP " + address;
    evidence.remoteAddress = address;
    evidence.timings.dns = Micros(100);
    evidence.timings.connect = after;
    evidence.timings.total = Micros(100) + after;
    m_script.insert_or_assign(address, Result<Evidence>(std::move(evidence)));
}

void ScriptedTcp::fail(const std::string &address, Error error)
{
    m_script.insert_or_assign(address, Result<Evidence>(Failure(std::move(error))));
}

QCoro::Task<Result<Evidence>> ScriptedTcp::connectTo(std::string address, Duration)
{
    m_requests.push_back(address);
    const auto found = m_script.find(address);
    if (found == m_script.end())
        co_return Failure(scriptedError(ErrorKind::Refused));
    co_return found->second;
}

} // namespace tocsin::test
