// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// The identity and the English text of one thing that Tocsin can say, with %1 %2 ... for its arguments. Phrases are
/// constants with static storage in the file pair that owns them, written with QT_TRANSLATE_NOOP("Phrase", ...), so that
/// `models/items/words` can translate them. The code is stable: tests, journals and rules branch on it.
struct Phrase {
    std::string_view code;
    const char *english;
};

class Reason;

/// What may be put into a reason: outside text, which is never read again, or another reason.
class ReasonArgument
{
public:
    ReasonArgument(std::string text)
        : m_text(std::move(text))
    {
    }
    ReasonArgument(const char *text)
        : m_text(text)
    {
    }
    ReasonArgument(const Reason &reason);

private:
    friend class Reason;
    std::string m_text;
    std::shared_ptr<const Reason> m_reason;
};

/// Why something is as it is: a phrase and its arguments. An argument is plain text, or a reason of its own, so that the
/// whole sentence can be said in the reader's language. Copies are cheap, any thread may read.
class Reason
{
public:
    Reason() = default;
    explicit Reason(const Phrase &phrase, std::initializer_list<ReasonArgument> arguments = {});
    Reason(Phrase &&, std::initializer_list<ReasonArgument> = {}) = delete; // a Reason refers to its phrase

    bool isEmpty() const { return m_phrase == nullptr; }
    std::string_view code() const { return m_phrase ? m_phrase->code : std::string_view(); }
    const char *sourceText() const { return m_phrase ? m_phrase->english : ""; }
    /// In English, those that are reasons as well.
    const std::vector<std::string> &arguments() const { return m_arguments; }
    /// The reason that stands in place of this argument; null where it is plain text.
    const Reason *inner(std::size_t argument) const;

    friend bool operator==(const Reason &a, const Reason &b);

private:
    const Phrase *m_phrase = nullptr;
    std::vector<std::string> m_arguments;
    std::vector<std::shared_ptr<const Reason>> m_inner; ///< empty, or one for each argument
};

/// The sentence in English, as JSON, journal and log carry it.
std::string english(const Reason &reason);

} // namespace tocsin
