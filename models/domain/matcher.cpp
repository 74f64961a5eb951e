// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin {

namespace {

constexpr std::array<std::string_view, 4> kOperators{"=", "!=", "=~", "!~"};

bool isRegex(Matcher::Operator op)
{
    return op == Matcher::Operator::Matches || op == Matcher::Operator::DoesNotMatch;
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\n') {
            result += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

bool isBareName(std::string_view name)
{
    const auto isWord = [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '_'); };
    return !name.empty() && !std::isdigit(static_cast<unsigned char>(name.front()))
        && std::all_of(name.begin(), name.end(), isWord);
}

/// Reads a list of matchers from left to right.
class MatcherReader
{
public:
    explicit MatcherReader(std::string_view text)
        : m_text(text)
    {
    }

    tl::expected<Matchers, MatcherError> read()
    {
        Matchers matchers;
        skipSeparators();
        const bool isBraced = take('{');
        for (skipSeparators(); !atEnd() && peek() != '}'; skipSeparators()) {
            auto matcher = readOne();
            if (!matcher)
                return tl::unexpected(matcher.error());
            matchers.push_back(std::move(*matcher));
            if (!atEnd() && peek() != '}' && peek() != ',' && !std::isspace(static_cast<unsigned char>(peek())))
                return error("a comma is expected between two matchers");
        }
        if (isBraced == atEnd())
            return error(isBraced ? "the closing } is missing" : "} without {");
        take('}');
        skipSeparators();
        if (!atEnd())
            return error("nothing may follow the closing }");
        return matchers;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return m_text[m_at]; }
    bool take(char c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (!atEnd() && std::isspace(static_cast<unsigned char>(peek())))
            ++m_at;
    }
    void skipSeparators()
    {
        while (!atEnd() && (std::isspace(static_cast<unsigned char>(peek())) || peek() == ','))
            ++m_at;
    }
    tl::unexpected<MatcherError> error(std::string detail) const { return tl::unexpected(MatcherError{m_at, std::move(detail)}); }

    tl::expected<Matcher, MatcherError> readOne()
    {
        const std::size_t begin = m_at;
        auto name = readText("=!~{},\"");
        if (!name)
            return tl::unexpected(name.error());
        if (name->empty())
            return error("a label name is expected");
        skipBlanks();
        const std::optional<Matcher::Operator> op = readOperator();
        if (!op)
            return error("one of = != =~ !~ is expected after the name \"" + *name + '"');
        skipBlanks();
        auto value = readText("{},\"");
        if (!value)
            return tl::unexpected(value.error());
        auto matcher = Matcher::make(std::move(*name), *op, std::move(*value));
        if (!matcher)
            return tl::unexpected(MatcherError{begin, matcher.error()});
        return std::move(*matcher);
    }

    std::optional<Matcher::Operator> readOperator()
    {
        const std::string_view two = m_text.substr(m_at, 2);
        for (std::size_t i = 1; i < kOperators.size(); ++i) {
            if (two == kOperators[i]) {
                m_at += 2;
                return static_cast<Matcher::Operator>(i);
            }
        }
        return take('=') ? std::optional(Matcher::Operator::Equal) : std::nullopt;
    }

    /// A quoted text with the escapes of Alertmanager (\" \\ \n), or a bare word up to a blank or one of `stops`.
    tl::expected<std::string, MatcherError> readText(std::string_view stops)
    {
        std::string text;
        if (!take('"')) {
            if (!atEnd() && (peek() == '\'' || peek() == '`'))
                return error("a text is quoted with \"");
            while (!atEnd() && !std::isspace(static_cast<unsigned char>(peek())) && stops.find(peek()) == std::string_view::npos)
                text += m_text[m_at++];
            return text;
        }
        while (!atEnd() && peek() != '"') {
            char c = m_text[m_at++];
            if (c == '\\' && !atEnd()) {
                c = m_text[m_at++];
                if (c != '"' && c != '\\' && c != 'n')
                    text += '\\'; // not an escape of ours: RE2 gets it as it is
                c = c == 'n' ? '\n' : c;
            }
            text += c;
        }
        if (!take('"'))
            return error("the closing quote is missing");
        return text;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

tl::expected<Matcher, std::string> Matcher::make(std::string name, Operator op, std::string value)
{
    Matcher matcher;
    if (isRegex(op)) {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_dot_nl(true); // as Alertmanager compiles it
        auto regex = std::make_shared<const RE2>(value, options);
        if (!regex->ok())
            return tl::unexpected("the regular expression is not valid: " + regex->error());
        matcher.m_regex = std::move(regex);
    }
    matcher.m_name = std::move(name);
    matcher.m_op = op;
    matcher.m_value = std::move(value);
    return matcher;
}

Matcher Matcher::equal(std::string name, std::string value)
{
    Matcher matcher;
    matcher.m_name = std::move(name);
    matcher.m_value = std::move(value);
    return matcher;
}

bool Matcher::matchesValue(std::string_view value) const
{
    switch (m_op) {
    case Operator::Equal:
        return value == m_value;
    case Operator::NotEqual:
        return value != m_value;
    case Operator::Matches:
        return RE2::FullMatch(re2::StringPiece(value.data(), value.size()), *m_regex);
    case Operator::DoesNotMatch:
        return !RE2::FullMatch(re2::StringPiece(value.data(), value.size()), *m_regex);
    }
    return false;
}

std::string Matcher::text() const
{
    const std::string name = isBareName(m_name) ? m_name : quoted(m_name);
    return name + std::string(kOperators.at(static_cast<std::size_t>(m_op))) + quoted(m_value);
}

bool allMatch(const Matchers &matchers, const Labels &labels)
{
    return std::all_of(matchers.begin(), matchers.end(), [&](const Matcher &matcher) { return matcher.matches(labels); });
}

tl::expected<Matchers, MatcherError> parseMatchers(std::string_view text)
{
    return MatcherReader(text).read();
}

} // namespace tocsin
