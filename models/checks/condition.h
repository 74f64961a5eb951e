// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/json_path.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace tocsin {

/// What a condition can ask about.
enum class Fact : unsigned {
    Status = 1,                ///< `[STATUS]`
    ResponseTime = 2,          ///< `[RESPONSE_TIME]`
    Body = 4,                  ///< `[BODY]`, `[BODY].a.b[0]`
    CertificateExpiration = 8, ///< `[CERTIFICATE_EXPIRATION]`: how long the certificate is still good
    Connected = 16,            ///< `[CONNECTED]`
    Ip = 32,                   ///< `[IP]`
    Header = 64,               ///< `[HEADER].name`
};

/// Which facts a kind of check can speak of: Facts joined by `|`.
using Facts = unsigned;
constexpr Facts operator|(Fact a, Fact b)
{
    return static_cast<Facts>(a) | static_cast<Facts>(b);
}
constexpr Facts operator|(Facts a, Fact b)
{
    return a | static_cast<Facts>(b);
}

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// One side of a condition.
struct Operand {
    enum class Kind {
        Value,   ///< a fact
        Length,  ///< `len(fact)`
        Exists,  ///< `has(fact)`
        Literal, ///< `200`, `300ms`, `UP`, `"quoted"`
        Pattern, ///< `pat(*glob*)`
        OneOf,   ///< `any(a, b)`
    };

    Kind kind = Kind::Literal;
    Fact fact = Fact::Status;
    JsonPath path;         ///< of a Body fact
    std::string text;      ///< the literal, the glob, the header's name, or the body's fact as written
    bool isQuoted = false; ///< a quoted literal is text, whatever it looks like
    std::vector<Operand> choices;
    std::shared_ptr<const re2::RE2> pattern; ///< the glob, ready to match

    bool isFact() const { return kind == Kind::Value || kind == Kind::Length || kind == Kind::Exists; }
};

/// One condition in the readable form that Gatus made known: `[BODY].status == UP`. An immutable value; any thread.
/// Source: the README of Gatus 5, "Conditions".
struct Condition {
    std::string text; ///< as written
    Operand left;
    Comparison comparison = Comparison::Equal;
    Operand right;

    bool mentions(Fact fact) const;
    /// Whether it can only hold when the body is the expected one: `[BODY].status == UP` does, `[BODY] != pat(*error*)` and
    /// `len([BODY]) > 0` hold for a sign-in page as well.
    bool provesContent() const;
};

/// Reads one condition and finds what can never be true: an unknown placeholder, a status compared with a word. Facts that
/// are not in `allowed` are refused. In `pat()`, `*` stands for any run of bytes and `?` for one.
tl::expected<Condition, ReadingProblem> parseCondition(std::string_view text, Facts allowed);

} // namespace tocsin
