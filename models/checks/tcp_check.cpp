// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/tcp_check.h"

#include "models/checks/outcome.h"

#include <array>

namespace tocsin {

namespace {

constexpr Facts kFacts = Fact::ResponseTime | Fact::Connected | Fact::Ip;

constexpr std::array kKeys{
    Key{.name = "address", .type = KeyType::Address, .help = "Where to connect to, as host:port.", .required = true},
    Key{.name = "conditions",
        .type = KeyType::TextList,
        .help = "What must hold beside the connection, such as [RESPONSE_TIME] < 1s."},
    Key{.name = "degraded",
        .type = KeyType::TextList,
        .help = "What makes it degraded when it holds, such as [RESPONSE_TIME] > 200ms."},
};

/// One address. Watch thread; owned by the watch.
class TcpCheck final : public Check
{
public:
    TcpCheck(const CheckConfig &config, const CheckTools &tools)
        : m_tools(tools)
        , m_address(config.settings.text("address"))
        , m_timeout(config.policy.timeout)
        , m_expectation(readExpectation(config.settings, kFacts))
    {
    }

    QCoro::Task<Observation> run() override
    {
        Result<Evidence> evidence = co_await m_tools.tcp.connectTo(m_address, m_timeout);
        if (!evidence)
            co_return observation(judgeError(evidence.error()), evidence.error().evidence);
        co_return observation(judge(*evidence), *evidence);
    }

private:
    Judgement judge(const Evidence &evidence) const
    {
        return judgeConditions(m_expectation, factsOf(evidence, m_tools.clock.now()));
    }

    CheckTools m_tools;
    std::string m_address;
    Duration m_timeout;
    Expectation m_expectation;
};

std::unique_ptr<Check> make(const CheckConfig &config, const CheckTools &tools)
{
    return std::make_unique<TcpCheck>(config, tools);
}

} // namespace

CheckKind tcpCheckKind()
{
    return {.section = {.type = "tcp",
                .help = "Connects to a port.",
                .keys = kKeys,
                .validate = [](const Settings &settings) { return conditionProblems(settings, kFacts); },
                .defaultName = [](const Settings &settings) { return "tcp " + settings.text("address"); }},
        .make = make,
        .claim = Claim::Connection};
}

} // namespace tocsin
