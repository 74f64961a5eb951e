// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/dns_check.h"

#include "models/checks/outcome.h"
#include "models/checks/outside_text.h"
#include "models/transport/dns_message.h"

#include <QtGlobal>

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr Phrase kNoResolver{"dns_not_available", QT_TRANSLATE_NOOP("Phrase", "This program cannot ask name servers")};
constexpr Phrase kNoSuchName{"dns_no_such_name", QT_TRANSLATE_NOOP("Phrase", "The name %1 does not exist")};
constexpr Phrase kNoRecord{"dns_no_record", QT_TRANSLATE_NOOP("Phrase", "%1 has no record of type %2")};
constexpr Phrase kServerRefuses{"dns_server_refuses", QT_TRANSLATE_NOOP("Phrase", "The name server does not let us ask (%1)")};
constexpr Phrase kServerFails{"dns_server_fails", QT_TRANSLATE_NOOP("Phrase", "The name server answered %1")};
constexpr Phrase kNotExpected{"dns_record_missing", QT_TRANSLATE_NOOP("Phrase", "%1 is missing: there is %2")};

constexpr Facts kFacts = Fact::ResponseTime | Fact::Body;

constexpr std::array kKeys{
    Key{.name = "query", .type = KeyType::Text, .help = "The name to ask for.", .required = true},
    Key{.name = "record", .type = KeyType::Text, .help = "The type of record.", .fallback = "A", .choices = dnsTypes},
    Key{.name = "resolver",
        .type = KeyType::Address,
        .help = "The name server to ask, as address:port, the address in numbers.",
        .fallback = "the name servers of the system"},
    Key{.name = "expect",
        .type = KeyType::TextList,
        .help = "Records that must be among the answers, such as 192.0.2.7 or '10 mail.example.net'."},
    Key{.name = "conditions",
        .type = KeyType::TextList,
        .help = "What must hold besides; [BODY] is the list of records, one in a line."},
    Key{.name = "degraded",
        .type = KeyType::TextList,
        .help = "What makes it degraded when it holds, such as [RESPONSE_TIME] > 200ms."},
};

std::string joined(const std::vector<std::string> &records, char separator)
{
    std::string text;
    for (const std::string &record : records)
        text += (text.empty() ? std::string() : std::string(1, separator)) + record;
    return text;
}

/// Names are the same in any case and with or without the last dot.
std::string canonical(std::string_view record)
{
    std::string text(record);
    std::transform(
        text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

/// One name. Watch thread; owned by the watch.
class DnsCheck final : public Check
{
public:
    DnsCheck(const CheckConfig &config, const CheckTools &tools)
        : m_tools(tools)
        , m_question{config.settings.text("query"), config.settings.text("record", "A"), config.settings.text("resolver")}
        , m_timeout(config.policy.timeout)
        , m_expected(config.settings.texts("expect"))
        , m_expectation(readExpectation(config.settings, kFacts))
    {
    }

    QCoro::Task<Observation> run() override
    {
        if (!m_tools.dns)
            co_return observation({Outcome::Unproven, Reason(kNoResolver), {}}, {});
        Result<DnsAnswer> answer = co_await m_tools.dns->ask(m_question, m_timeout);
        if (!answer)
            co_return observation(judgeError(answer.error()), answer.error().evidence);
        co_return observation(judge(*answer), answer->evidence);
    }

private:
    Judgement judge(const DnsAnswer &answer) const
    {
        if (answer.code == "NXDOMAIN")
            return {Outcome::Failed, Reason(kNoSuchName, {m_question.name}), {}};
        if (answer.code == "REFUSED" || answer.code == "NOTAUTH")
            return {Outcome::Unproven, Reason(kServerRefuses, {answer.code}), {}};
        if (answer.code != "NOERROR")
            return {Outcome::Failed, Reason(kServerFails, {answer.code}), {}};
        if (answer.records.empty())
            return {Outcome::Failed, Reason(kNoRecord, {m_question.name, m_question.type}), {}};
        for (const std::string &wanted : m_expected) {
            const bool isThere = std::any_of(answer.records.begin(), answer.records.end(),
                [&](const std::string &record) { return canonical(record) == canonical(wanted); });
            if (!isThere)
                return {Outcome::Failed, Reason(kNotExpected, {wanted, outsideText(joined(answer.records, ' '))}), {}};
        }
        const std::string body = joined(answer.records, '\n');
        AnswerFacts facts = factsOf(answer.evidence, m_tools.clock.now());
        facts.body = body;
        return judgeConditions(m_expectation, facts);
    }

    CheckTools m_tools;
    DnsQuestion m_question;
    Duration m_timeout;
    std::vector<std::string> m_expected;
    Expectation m_expectation;
};

bool isNumericAddress(std::string address)
{
    const std::size_t colon = address.rfind(':');
    address = address.substr(0, colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    std::array<unsigned char, 16> bytes{};
    return inet_pton(AF_INET, address.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1;
}

std::vector<SettingProblem> problems(const Settings &settings)
{
    std::vector<SettingProblem> found = conditionProblems(settings, kFacts);
    if (settings.contains("resolver") && !isNumericAddress(settings.text("resolver")))
        found.push_back(
            {"resolver", "a name server is given by its address, or it could not be asked for its own name", "192.0.2.53:53"});
    return found;
}

std::string defaultName(const Settings &settings)
{
    return "dns " + settings.text("record", "A") + ' ' + settings.text("query");
}

std::unique_ptr<Check> make(const CheckConfig &config, const CheckTools &tools)
{
    return std::make_unique<DnsCheck>(config, tools);
}

} // namespace

CheckKind dnsCheckKind()
{
    return {.section = {.type = "dns",
                .help = "Asks a name server for a name.",
                .keys = kKeys,
                .validate = problems,
                .defaultName = defaultName},
        .make = make};
}

} // namespace tocsin
