// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/labels.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace re2 {
class RE2;
}

namespace tocsin {

/// One label matcher with the meaning of Alertmanager: `name="v"`, `!=`, `=~`, `!~`; a regular expression is RE2 and
/// anchored at both ends; a missing label reads as empty. Immutable; any thread.
/// Source: Prometheus documentation, "Alerting / Configuration / <matcher>".
class Matcher
{
public:
    enum class Operator { Equal, NotEqual, Matches, DoesNotMatch };

    /// Refuses an invalid regular expression, with RE2's own words.
    static tl::expected<Matcher, std::string> make(std::string name, Operator op, std::string value);
    static Matcher equal(std::string name, std::string value);

    const std::string &name() const { return m_name; }
    const std::string &value() const { return m_value; }
    Operator op() const { return m_op; }

    bool matchesValue(std::string_view value) const;
    bool matches(const Labels &labels) const { return matchesValue(labels.value(m_name)); }
    std::string text() const; ///< `name="value"`, quoted so that it parses back

    friend bool operator==(const Matcher &a, const Matcher &b)
    {
        return a.m_name == b.m_name && a.m_op == b.m_op && a.m_value == b.m_value;
    }

private:
    Matcher() = default;

    std::string m_name;
    std::string m_value;
    Operator m_op = Operator::Equal;
    std::shared_ptr<const re2::RE2> m_regex;
};

using Matchers = std::vector<Matcher>;

/// All of them match. An empty list matches everything.
bool allMatch(const Matchers &matchers, const Labels &labels);

struct MatcherError {
    std::size_t offset = 0; ///< byte in the text at which reading stopped
    std::string detail;
};

/// Reads `service=payments severity=~"critical|page", state!=acked {a="b"}`: separated by blanks or commas, with or
/// without braces, names and values quoted or bare. A quoted name may be any UTF-8 (Alertmanager 0.27+).
tl::expected<Matchers, MatcherError> parseMatchers(std::string_view text);

} // namespace tocsin
