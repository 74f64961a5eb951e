// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition_evaluation.h"

#include "models/checks/condition_values.h"
#include "models/checks/outside_text.h"

#include <nlohmann/json.hpp>
#include <re2/re2.h>

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kMissing{"body_value_missing", QT_TRANSLATE_NOOP("Phrase", "%1 is not in the answer")};
constexpr Phrase kNoHeader{"header_missing", QT_TRANSLATE_NOOP("Phrase", "The answer has no header %1")};
constexpr Phrase kNoCertificate{"certificate_missing", QT_TRANSLATE_NOOP("Phrase", "No certificate was shown")};
constexpr Phrase kNoBody{"body_missing", QT_TRANSLATE_NOOP("Phrase", "The answer has no body that could be read")};
constexpr Phrase kNoAddress{"address_missing", QT_TRANSLATE_NOOP("Phrase", "It is not known which address answered")};
constexpr Phrase kNotComparable{"not_comparable", QT_TRANSLATE_NOOP("Phrase", "%1: is %2, which cannot be compared so")};

constexpr std::size_t kLongestActual = 80;

using ValueResult = tl::expected<ConditionValue, Reason>;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

tl::unexpected<Reason> doubt(const Phrase &phrase, const std::string &argument)
{
    return tl::unexpected(Reason(phrase, {argument}));
}

long long lengthOf(const nlohmann::json &value)
{
    if (value.is_structured())
        return static_cast<long long>(value.size());
    const ConditionValue text = ConditionValue::fromJson(value);
    return static_cast<long long>(text.text.size());
}

ValueResult wholeBody(const Operand &operand, const AnswerFacts &facts)
{
    if (operand.kind == Operand::Kind::Exists)
        return ConditionValue::boolean(!trimmed(*facts.body).empty());
    if (operand.kind == Operand::Kind::Length)
        return ConditionValue::integer(facts.document && facts.document->is_structured()
                ? lengthOf(*facts.document)
                : static_cast<long long>(facts.body->size()));
    return ConditionValue::plainText(std::string(trimmed(*facts.body)));
}

ValueResult bodyValue(const Operand &operand, const AnswerFacts &facts)
{
    if (!facts.body)
        return tl::unexpected(Reason(kNoBody));
    if (operand.path.isEmpty())
        return wholeBody(operand, facts);
    if (!facts.document)
        return tl::unexpected(facts.noDocument.isEmpty() ? Reason(kNoBody) : facts.noDocument);
    const nlohmann::json *value = operand.path.find(*facts.document);
    if (operand.kind == Operand::Kind::Exists)
        return ConditionValue::boolean(value != nullptr);
    if (!value)
        return doubt(kMissing, operand.text);
    return operand.kind == Operand::Kind::Length ? ConditionValue::integer(lengthOf(*value)) : ConditionValue::fromJson(*value);
}

ValueResult headerValue(const Operand &operand, const AnswerFacts &facts)
{
    const std::string name = operand.text;
    const std::string_view value = facts.headers ? facts.headers->value(name) : std::string_view();
    if (operand.kind == Operand::Kind::Exists)
        return ConditionValue::boolean(!value.empty());
    if (operand.kind == Operand::Kind::Length)
        return ConditionValue::integer(static_cast<long long>(value.size()));
    return value.empty() ? ValueResult(doubt(kNoHeader, name)) : ValueResult(ConditionValue::plainText(std::string(value)));
}

ValueResult valueOf(const Operand &operand, const AnswerFacts &facts)
{
    if (!operand.isFact())
        return ConditionValue::literal(operand);
    switch (operand.fact) {
    case Fact::Status:
        return ConditionValue::integer(facts.status);
    case Fact::ResponseTime:
        return ConditionValue::time(facts.responseTime);
    case Fact::Body:
        return bodyValue(operand, facts);
    case Fact::CertificateExpiration:
        if (!facts.certificateEnds)
            return tl::unexpected(Reason(kNoCertificate));
        return ConditionValue::time(*facts.certificateEnds - facts.now);
    case Fact::Connected:
        return ConditionValue::boolean(facts.isConnected);
    case Fact::Ip:
        return facts.ip.empty() ? ValueResult(tl::unexpected(Reason(kNoAddress)))
                                : ValueResult(ConditionValue::plainText(facts.ip));
    case Fact::Header:
        return headerValue(operand, facts);
    }
    return tl::unexpected(Reason(kNoBody));
}

/// Whether a value equals a literal, matches a pattern, or is one of several.
std::optional<bool> meets(const ConditionValue &value, Comparison comparison, const Operand &expected, bool isSwapped)
{
    if (expected.kind == Operand::Kind::Literal) {
        const ConditionValue literal = ConditionValue::literal(expected);
        return isSwapped ? compareValues(literal, comparison, value) : compareValues(value, comparison, literal);
    }
    const bool isWanted = comparison == Comparison::Equal;
    if (expected.kind == Operand::Kind::Pattern)
        return RE2::FullMatch(re2::StringPiece(value.text.data(), value.text.size()), *expected.pattern) == isWanted;
    const bool isOne = std::any_of(expected.choices.begin(), expected.choices.end(),
        [&](const Operand &choice) { return meets(value, Comparison::Equal, choice, false).value_or(false); });
    return isOne == isWanted;
}

std::string shown(const ConditionValue &value)
{
    std::string text = outsideText(value.text, kLongestActual);
    return text.empty() ? "empty" : text;
}

} // namespace

Finding evaluate(const Condition &condition, const AnswerFacts &facts)
{
    const bool isSwapped = !condition.left.isFact();
    const Operand &about = isSwapped ? condition.right : condition.left;
    const Operand &other = isSwapped ? condition.left : condition.right;
    const ValueResult value = valueOf(about, facts);
    if (!value)
        return {Truth::Unproven, {}, value.error()};
    std::optional<bool> holds;
    std::string actual = shown(*value);
    if (other.isFact()) {
        const ValueResult otherValue = valueOf(other, facts);
        if (!otherValue)
            return {Truth::Unproven, {}, otherValue.error()};
        holds = compareValues(*value, condition.comparison, *otherValue);
        actual += " / " + shown(*otherValue);
    } else {
        holds = meets(*value, condition.comparison, other, isSwapped);
    }
    if (!holds)
        return {Truth::Unproven, actual, Reason(kNotComparable, {condition.text, actual})};
    return {*holds ? Truth::True : Truth::False, std::move(actual), {}};
}

} // namespace tocsin
