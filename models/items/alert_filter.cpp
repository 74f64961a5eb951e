// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_filter.h"

#include <algorithm>
#include <cctype>

namespace tocsin {

namespace {

std::string folded(std::string_view text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
    if (!isAscii)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool isBlank(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// Cuts the line into what looks like a matcher and what is a free word.
class LineCutter
{
public:
    struct Piece {
        std::size_t begin;
        std::string_view text;
        bool isMatcher;
    };

    explicit LineCutter(std::string_view line)
        : m_line(line)
    {
    }

    std::vector<Piece> cut()
    {
        std::vector<Piece> pieces;
        for (skip(" \t,{}"); m_at < m_line.size(); skip(" \t,{}")) {
            const std::size_t begin = m_at;
            takeWord("=!");
            const std::size_t wordEnd = m_at;
            skip(" \t");
            const bool isMatcher = isOperator();
            if (isMatcher) {
                skip("=!~");
                skip(" \t");
                takeWord("");
            } else {
                m_at = std::max(wordEnd, begin + 1); // a lone = or ! is a piece of its own
            }
            pieces.push_back({begin, m_line.substr(begin, m_at - begin), isMatcher});
        }
        return pieces;
    }

private:
    void skip(std::string_view characters)
    {
        while (m_at < m_line.size() && characters.find(m_line[m_at]) != std::string_view::npos)
            ++m_at;
    }

    bool isOperator() const
    {
        const std::string_view rest = m_line.substr(m_at);
        return rest.substr(0, 1) == "=" || rest.substr(0, 2) == "!=" || rest.substr(0, 2) == "!~";
    }

    /// A quoted text, or everything up to a blank, a comma, a brace or one of `stops`.
    void takeWord(std::string_view stops)
    {
        if (m_at < m_line.size() && m_line[m_at] == '"') {
            for (++m_at; m_at < m_line.size() && m_line[m_at] != '"'; ++m_at)
                m_at += m_line[m_at] == '\\' ? 1 : 0;
            m_at = std::min(m_at + 1, m_line.size());
            return;
        }
        while (m_at < m_line.size() && !isBlank(m_line[m_at])
            && std::string_view(",{}").find(m_line[m_at]) == std::string_view::npos
            && stops.find(m_line[m_at]) == std::string_view::npos)
            ++m_at;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
};

std::string_view unquoted(std::string_view word)
{
    if (word.size() >= 2 && word.front() == '"' && word.back() == '"')
        return word.substr(1, word.size() - 2);
    return word;
}

void addState(const Alert &alert, std::vector<std::string> &values)
{
    const std::optional<State> state = stateOf(alert);
    values.emplace_back(state ? stateWord(*state) : std::string_view("info"));
    values.emplace_back(alert.phase == AlertPhase::Pending ? "pending" : "firing");
    if (alert.acknowledgement)
        values.emplace_back("acked");
    if (alert.handling.silenced)
        values.emplace_back("silenced");
    if (alert.handling.inhibited)
        values.emplace_back("inhibited");
    if (alert.handling.muted)
        values.emplace_back("muted");
    if (alert.handling.stale)
        values.emplace_back("stale");
}

void addAcked(const Alert &alert, std::vector<std::string> &values)
{
    values.emplace_back(alert.acknowledgement ? "yes" : "no");
    values.emplace_back(alert.acknowledgement ? "true" : "false");
    if (alert.acknowledgement)
        values.push_back(alert.acknowledgement->person);
}

/// A positive matcher holds when one of the values does, a negative one when all of them do.
bool holds(const Matcher &matcher, const Alert &alert)
{
    const std::vector<std::string> &own = filterNames();
    if (std::find(own.begin(), own.end(), matcher.name()) == own.end())
        return matcher.matches(alert.labels);
    const std::vector<std::string> values = filterValues(alert, matcher.name());
    const auto isHit = [&](const std::string &value) { return matcher.matchesValue(value); };
    const bool isNegative = matcher.op() == Matcher::Operator::NotEqual || matcher.op() == Matcher::Operator::DoesNotMatch;
    return isNegative ? std::all_of(values.begin(), values.end(), isHit) : std::any_of(values.begin(), values.end(), isHit);
}

bool contains(const std::string &text, const std::string &word)
{
    return folded(text).find(word) != std::string::npos;
}

bool hasWord(const Alert &alert, const std::string &word)
{
    if (contains(alert.name, word) || contains(alert.summary, word) || contains(alert.service.text(), word)
        || contains(alert.key.source.text(), word) || contains(alert.severityText, word))
        return true;
    if (alert.acknowledgement
        && (contains(alert.acknowledgement->person, word) || contains(alert.acknowledgement->comment, word)))
        return true;
    return std::any_of(
        alert.labels.begin(), alert.labels.end(), [&](const Labels::Pair &label) { return contains(label.second, word); });
}

} // namespace

const std::vector<std::string> &filterNames()
{
    static const std::vector<std::string> names{"state", "severity", "source", "service", "name", "acked"};
    return names;
}

std::vector<std::string> filterValues(const Alert &alert, const std::string &name)
{
    std::vector<std::string> values;
    if (name == "state")
        addState(alert, values);
    else if (name == "severity")
        values = {std::string(severityWord(alert.severity)), alert.severityText};
    else if (name == "source")
        values = {alert.key.source.text()};
    else if (name == "service")
        values = {alert.service.text()};
    else if (name == "name")
        values = {alert.name};
    else if (name == "acked")
        addAcked(alert, values);
    if (alert.labels.contains(name))
        values.emplace_back(alert.labels.value(name));
    // People write state=down and service=payments: the lower-case form of a word matches too.
    const std::size_t count = values.size();
    for (std::size_t i = 0; i < count; ++i) {
        std::string lower = folded(values[i]);
        if (lower != values[i])
            values.push_back(std::move(lower));
    }
    return values;
}

tl::expected<AlertFilter, FilterError> AlertFilter::parse(const QString &line)
{
    AlertFilter filter;
    const std::string bytes = line.toStdString();
    for (const LineCutter::Piece &piece : LineCutter(bytes).cut()) {
        if (!piece.isMatcher) {
            filter.m_words.push_back(folded(unquoted(piece.text)));
            continue;
        }
        auto matchers = parseMatchers(piece.text);
        if (!matchers) {
            const std::size_t offset = piece.begin + matchers.error().offset;
            const auto position = static_cast<int>(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(offset)).size());
            return tl::unexpected(FilterError{position, QString::fromStdString(matchers.error().detail)});
        }
        filter.m_matchers.insert(filter.m_matchers.end(), matchers->begin(), matchers->end());
    }
    return filter;
}

bool AlertFilter::matches(const Alert &alert) const
{
    return std::all_of(m_matchers.begin(), m_matchers.end(), [&](const Matcher &matcher) { return holds(matcher, alert); })
        && std::all_of(m_words.begin(), m_words.end(), [&](const std::string &word) { return hasWord(alert, word); });
}

} // namespace tocsin
