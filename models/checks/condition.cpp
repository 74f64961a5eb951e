// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition.h"

#include "models/checks/condition_rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tocsin {

namespace {

constexpr std::size_t kLongestCondition = 4096;
constexpr std::string_view kBlanks = " \t\r\n";

struct Placeholder {
    std::string_view name;
    Fact fact;
};

constexpr std::array kPlaceholders{
    Placeholder{"STATUS", Fact::Status},
    Placeholder{"RESPONSE_TIME", Fact::ResponseTime},
    Placeholder{"BODY", Fact::Body},
    Placeholder{"CERTIFICATE_EXPIRATION", Fact::CertificateExpiration},
    Placeholder{"CONNECTED", Fact::Connected},
    Placeholder{"IP", Fact::Ip},
    Placeholder{"HEADER", Fact::Header},
};

struct Sign {
    std::string_view text;
    std::optional<Comparison> comparison;
    std::string_view instead;
};

// Longer ones first; those without a meaning are what people write by mistake.
constexpr std::array kSigns{
    Sign{"===", std::nullopt, "=="},
    Sign{"==", Comparison::Equal, {}},
    Sign{"!=", Comparison::NotEqual, {}},
    Sign{"<=", Comparison::LessOrEqual, {}},
    Sign{">=", Comparison::GreaterOrEqual, {}},
    Sign{"=>", std::nullopt, ">="},
    Sign{"=<", std::nullopt, "<="},
    Sign{"<>", std::nullopt, "!="},
    Sign{"=~", std::nullopt, "== pat(*...*)"},
    Sign{"=", std::nullopt, "=="},
    Sign{"<", Comparison::Less, {}},
    Sign{">", Comparison::Greater, {}},
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? text.substr(text.size())
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// Walks over a text and knows whether it stands within quotes, brackets or parentheses.
class Nesting
{
public:
    /// Takes the next character; true when it stands in none of these.
    bool step(char c)
    {
        if (m_quote != 0) {
            if (m_isEscaped || c == '\\')
                m_isEscaped = !m_isEscaped;
            else if (c == m_quote)
                m_quote = 0;
            return false;
        }
        if (m_isAtStart && (c == '"' || c == '\''))
            m_quote = c;
        else if (c == '(' || c == '[')
            ++m_depth;
        else if ((c == ')' || c == ']') && m_depth > 0)
            --m_depth;
        const bool isOpening = c == '(' || c == '[' || c == ',';
        m_isAtStart = isOpening || (m_isAtStart && kBlanks.find(c) != std::string_view::npos);
        return m_depth == 0 && m_quote == 0;
    }

private:
    int m_depth = 0;
    char m_quote = 0;
    bool m_isAtStart = true;
    bool m_isEscaped = false;
};

/// Reads one condition; every problem carries its place in the whole text.
class ConditionReader
{
public:
    ConditionReader(std::string_view text, Facts allowed)
        : m_text(text)
        , m_allowed(allowed)
    {
    }

    tl::expected<Condition, ReadingProblem> read();

private:
    using OperandResult = tl::expected<Operand, ReadingProblem>;

    tl::unexpected<ReadingProblem> problem(std::string_view at, std::string message, std::string suggestion = {}) const
    {
        return tl::unexpected(
            ReadingProblem{static_cast<std::size_t>(at.data() - m_text.data()), std::move(message), std::move(suggestion)});
    }

    OperandResult readOperand(std::string_view text);
    OperandResult readPlaceholder(std::string_view text);
    OperandResult readFunction(std::string_view text, std::string_view name);
    OperandResult readPattern(std::string_view glob);
    OperandResult readChoices(std::string_view list);
    OperandResult readQuoted(std::string_view text);
    tl::expected<Condition, ReadingProblem> readBareFact(std::string_view text);

    std::string_view m_text;
    Facts m_allowed;
};

tl::expected<Condition, ReadingProblem> ConditionReader::read()
{
    const std::string_view text = trimmed(m_text);
    if (text.empty() || text.size() > kLongestCondition)
        return problem(text, text.empty() ? "the condition is empty" : "the condition is too long", "[STATUS] == 200");
    Nesting nesting;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!nesting.step(text[i]))
            continue;
        const auto sign = std::find_if(
            kSigns.begin(), kSigns.end(), [&](const Sign &known) { return startsWith(text.substr(i), known.text); });
        if (sign == kSigns.end())
            continue;
        if (!sign->comparison)
            return problem(text.substr(i), std::string(sign->text) + " is not an operator", std::string(sign->instead));
        OperandResult left = readOperand(trimmed(text.substr(0, i)));
        if (!left)
            return tl::unexpected(left.error());
        const std::string_view rest = trimmed(text.substr(i + sign->text.size()));
        if (startsWith(rest, "="))
            return problem(rest, "= is not expected here");
        OperandResult right = readOperand(rest);
        if (!right)
            return tl::unexpected(right.error());
        Condition condition{std::string(text), *std::move(left), *sign->comparison, *std::move(right)};
        if (auto nonsense = findNonsense(condition))
            return problem(rest, std::move(nonsense->message), std::move(nonsense->suggestion));
        return condition;
    }
    return readBareFact(text);
}

/// `[CONNECTED]` and `has([BODY].x)` may stand alone: they are true or false by themselves.
tl::expected<Condition, ReadingProblem> ConditionReader::readBareFact(std::string_view text)
{
    OperandResult operand = readOperand(text);
    if (!operand)
        return tl::unexpected(operand.error());
    const bool isTruth
        = operand->kind == Operand::Kind::Exists || (operand->kind == Operand::Kind::Value && operand->fact == Fact::Connected);
    if (!isTruth)
        return problem(text.substr(text.size()), "one of == != < <= > >= is expected", "[STATUS] == 200");
    Operand yes;
    yes.text = "true";
    return Condition{std::string(text), *std::move(operand), Comparison::Equal, std::move(yes)};
}

ConditionReader::OperandResult ConditionReader::readOperand(std::string_view text)
{
    if (text.empty())
        return problem(text, "a value is expected");
    if (text.front() == '[')
        return readPlaceholder(text);
    if (text.front() == '"' || text.front() == '\'')
        return readQuoted(text);
    const std::size_t open = text.find('(');
    for (const std::string_view name : {"len", "has", "pat", "any"}) {
        if (open != std::string_view::npos && text.substr(0, open) == name)
            return readFunction(text, name);
    }
    if (open != std::string_view::npos && startsWith(text.substr(open), "(["))
        return problem(text, "there is no function " + std::string(text.substr(0, open)) + "()", "len(), has(), pat() or any()");
    const std::size_t bracket = text.find('[');
    if (bracket != std::string_view::npos && startsWith(text.substr(bracket), "[BODY]"))
        return problem(text, "a placeholder stands alone on its side");
    Operand literal;
    literal.text = text;
    return literal;
}

ConditionReader::OperandResult ConditionReader::readPlaceholder(std::string_view text)
{
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos)
        return problem(text, "the closing ] is missing");
    const std::string_view name = text.substr(1, close - 1);
    const auto known = std::find_if(
        kPlaceholders.begin(), kPlaceholders.end(), [&](const Placeholder &placeholder) { return placeholder.name == name; });
    if (known == kPlaceholders.end())
        return problem(text, '[' + std::string(name) + "] is not known", nearestPlaceholder(name));
    if ((m_allowed & static_cast<Facts>(known->fact)) == 0)
        return problem(text, "this kind of check knows nothing of [" + std::string(name) + ']');
    const std::string_view rest = text.substr(close + 1);
    Operand operand;
    operand.kind = Operand::Kind::Value;
    operand.fact = known->fact;
    operand.text = text;
    if (known->fact == Fact::Body) {
        auto path = JsonPath::parse(rest);
        if (!path)
            return problem(
                rest.substr(std::min(path.error().offset, rest.size())), path.error().message, path.error().suggestion);
        operand.path = *std::move(path);
    } else if (known->fact == Fact::Header) {
        if (rest.size() < 2 || rest.front() != '.')
            return problem(rest, "the name of the header is expected", "[HEADER].content-type");
        operand.text = rest.substr(1);
    } else if (!rest.empty()) {
        return problem(rest, "nothing may follow [" + std::string(name) + ']');
    }
    return operand;
}

ConditionReader::OperandResult ConditionReader::readFunction(std::string_view text, std::string_view name)
{
    if (text.back() != ')')
        return problem(text.substr(text.size()), "the closing ) is missing");
    const std::string_view inner = trimmed(text.substr(name.size() + 1, text.size() - name.size() - 2));
    if (name == "pat")
        return readPattern(inner);
    if (name == "any")
        return readChoices(inner);
    if (!startsWith(inner, "["))
        return problem(inner, std::string(name) + "() is asked about a placeholder", std::string(name) + "([BODY].items)");
    OperandResult operand = readPlaceholder(inner);
    if (!operand)
        return operand;
    if (operand->fact != Fact::Body && operand->fact != Fact::Header)
        return problem(inner, std::string(name) + "() is asked about [BODY] or [HEADER]");
    operand->kind = name == "len" ? Operand::Kind::Length : Operand::Kind::Exists;
    return operand;
}

ConditionReader::OperandResult ConditionReader::readPattern(std::string_view glob)
{
    if (glob.find_first_not_of("*?") == std::string_view::npos)
        return problem(glob, "pat() needs something to look for", "pat(*text*)");
    std::string expression;
    for (const char c : glob) {
        if (c == '*')
            expression += ".*";
        else
            expression += c == '?' ? "." : RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
    RE2::Options options(RE2::Latin1);
    options.set_dot_nl(true);
    options.set_log_errors(false);
    Operand operand;
    operand.kind = Operand::Kind::Pattern;
    operand.text = glob;
    operand.pattern = std::make_shared<const RE2>(expression, options);
    if (!operand.pattern->ok())
        return problem(glob, "the pattern is too long");
    return operand;
}

ConditionReader::OperandResult ConditionReader::readChoices(std::string_view list)
{
    Operand operand;
    operand.kind = Operand::Kind::OneOf;
    Nesting nesting;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        const bool isEnd = i == list.size() || (nesting.step(list[i]) && list[i] == ',');
        if (!isEnd)
            continue;
        OperandResult choice = readOperand(trimmed(list.substr(begin, i - begin)));
        if (!choice)
            return choice;
        if (choice->kind != Operand::Kind::Literal && choice->kind != Operand::Kind::Pattern)
            return problem(list.substr(begin), "any() is given values or pat()", "any(200, 204)");
        operand.choices.push_back(*std::move(choice));
        begin = i + 1;
    }
    return operand;
}

ConditionReader::OperandResult ConditionReader::readQuoted(std::string_view text)
{
    Operand operand;
    operand.isQuoted = true;
    std::size_t i = 1;
    for (; i < text.size() && text[i] != text.front(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == text.front() || text[i + 1] == '\\'))
            ++i;
        operand.text += text[i];
    }
    if (i >= text.size())
        return problem(text, "the closing quote is missing");
    if (i + 1 != text.size())
        return problem(text.substr(i + 1), "nothing may follow the closing quote");
    return operand;
}

bool asks(const Operand &operand, Fact fact)
{
    return operand.isFact() && operand.fact == fact;
}

} // namespace

bool Condition::mentions(Fact fact) const
{
    return asks(left, fact) || asks(right, fact);
}

bool Condition::provesContent() const
{
    const Operand &about = asks(left, Fact::Body) ? left : right;
    const Operand &other = asks(left, Fact::Body) ? right : left;
    if (!asks(about, Fact::Body) || comparison == Comparison::NotEqual)
        return false;
    switch (about.kind) {
    case Operand::Kind::Value:
        return true;
    case Operand::Kind::Length:
        return !about.path.isEmpty();
    case Operand::Kind::Exists:
        return other.text == "true" && !about.path.isEmpty();
    default:
        return false;
    }
}

tl::expected<Condition, ReadingProblem> parseCondition(std::string_view text, Facts allowed)
{
    return ConditionReader(text, allowed).read();
}

} // namespace tocsin
