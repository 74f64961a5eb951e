// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition_rules.h"

#include "models/checks/condition_values.h"
#include "models/config/suggestion.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin {

namespace {

using Kind = Operand::Kind;

struct Alias {
    std::string_view part; ///< what the wrong name contains, in upper case
    std::string_view meant;
};

constexpr std::array kAliases{
    Alias{"STAT", "[STATUS]"},
    Alias{"CODE", "[STATUS]"},
    Alias{"CERT", "[CERTIFICATE_EXPIRATION]"},
    Alias{"EXPIR", "[CERTIFICATE_EXPIRATION]"},
    Alias{"TIME", "[RESPONSE_TIME]"},
    Alias{"LATENCY", "[RESPONSE_TIME]"},
    Alias{"DURATION", "[RESPONSE_TIME]"},
    Alias{"RESP", "[RESPONSE_TIME]"},
    Alias{"BOD", "[BODY]"},
    Alias{"CONTENT", "[BODY]"},
    Alias{"JSON", "[BODY]"},
    Alias{"HEAD", "[HEADER].name"},
    Alias{"CONN", "[CONNECTED]"},
    Alias{"IP", "[IP]"},
    Alias{"ADDR", "[IP]"},
};

bool isOrdering(Comparison comparison)
{
    return comparison != Comparison::Equal && comparison != Comparison::NotEqual;
}

/// Looks at one literal that a fact is compared with.
std::optional<Nonsense> judgeLiteral(const Operand &fact, const Operand &literal, bool isOrdered)
{
    const std::optional<long double> parsed = literal.isQuoted ? std::nullopt : readNumber(literal.text);
    const bool isNumber = parsed.has_value();
    const long double number = parsed.value_or(-1); // no fact but a free value is ever below zero
    const bool isTruth = fact.kind == Kind::Exists || fact.fact == Fact::Connected;
    if (isTruth && literal.text != "true" && literal.text != "false")
        return Nonsense{"this is either true or false", "true"};
    if (fact.kind == Kind::Length && number < 0)
        return Nonsense{"len() is a number", "len([BODY].items) > 0"};
    if (fact.kind != Kind::Value || isTruth)
        return std::nullopt;
    switch (fact.fact) {
    case Fact::Status:
        if (number < 100 || number > 599)
            return Nonsense{"a status is a number from 100 to 599",
                literal.text.find('-') != std::string::npos || literal.text == "2xx" ? "[STATUS] < 300"
                                                                                     : "[STATUS] == any(200, 204)"};
        break;
    case Fact::ResponseTime:
        if (!parseDuration(literal.text) && number < 0)
            return Nonsense{"a response time is a duration", "300ms"};
        break;
    case Fact::CertificateExpiration:
        if (!parseDuration(literal.text))
            return Nonsense{
                "how long a certificate is still good is a duration with its unit", isNumber ? literal.text + "d" : "14d"};
        break;
    default:
        if (isOrdered && !isNumber)
            return Nonsense{"only numbers can be compared with < and >", {}};
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Nonsense> findNonsense(const Condition &condition)
{
    const bool isLeftFact = condition.left.isFact();
    if (!isLeftFact && !condition.right.isFact())
        return Nonsense{"neither side asks about the answer", "[STATUS] == 200"};
    if (isLeftFact && condition.right.isFact()) {
        const bool isSame = condition.left.kind == condition.right.kind && condition.left.fact == condition.right.fact
            && condition.left.text == condition.right.text;
        return isSame ? std::optional(Nonsense{"both sides are the same, which says nothing", {}}) : std::nullopt;
    }
    const Operand &fact = isLeftFact ? condition.left : condition.right;
    const Operand &other = isLeftFact ? condition.right : condition.left;
    const bool isOrdered = isOrdering(condition.comparison);
    const bool isTruth = fact.kind == Kind::Exists || (fact.kind == Kind::Value && fact.fact == Fact::Connected);
    if (isOrdered && (other.kind != Kind::Literal || isTruth || fact.fact == Fact::Ip))
        return Nonsense{"this can only be compared with == and !=", {}};
    if (other.kind == Kind::Pattern) {
        const bool isTime = fact.fact == Fact::ResponseTime || fact.fact == Fact::CertificateExpiration;
        if (isTruth || isTime || fact.fact == Fact::Status || fact.kind == Kind::Length)
            return Nonsense{"pat() looks into texts only", {}};
        return std::nullopt;
    }
    if (other.kind == Kind::Literal)
        return judgeLiteral(fact, other, isOrdered);
    for (const Operand &choice : other.choices) {
        if (auto nonsense = choice.kind == Kind::Literal ? judgeLiteral(fact, choice, false) : std::nullopt)
            return nonsense;
    }
    return std::nullopt;
}

std::string nearestPlaceholder(std::string_view name)
{
    const std::vector<std::string_view> known{
        "STATUS", "RESPONSE_TIME", "BODY", "CERTIFICATE_EXPIRATION", "CONNECTED", "IP", "HEADER"};
    if (const std::string near = nearestWord(name, known); !near.empty())
        return '[' + near + ']';
    std::string upper(name);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto it = std::find_if(
        kAliases.begin(), kAliases.end(), [&](const Alias &alias) { return upper.find(alias.part) != std::string::npos; });
    return it == kAliases.end() ? std::string() : std::string(it->meant);
}

} // namespace tocsin
