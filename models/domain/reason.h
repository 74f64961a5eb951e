// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// The identity and the English text of one thing that Tocsin can say, with %1 %2 ... for its arguments. Phrases are
/// constants with static storage in the file pair that owns them, written with QT_TRANSLATE_NOOP("Phrase", ...), so that
/// `models/items/words` can translate them. The code is stable: tests, journals and rules branch on it.
struct Phrase {
    std::string_view code;
    const char *english;
};

/// Why something is as it is: a phrase and its arguments, both plain text. Copies are cheap, any thread may read.
class Reason
{
public:
    Reason() = default;
    explicit Reason(const Phrase &phrase, std::initializer_list<std::string> arguments = {});
    Reason(Phrase &&, std::initializer_list<std::string> = {}) = delete; // a Reason refers to its phrase

    bool isEmpty() const { return m_phrase == nullptr; }
    std::string_view code() const { return m_phrase ? m_phrase->code : std::string_view(); }
    const char *sourceText() const { return m_phrase ? m_phrase->english : ""; }
    const std::vector<std::string> &arguments() const { return m_arguments; }

    friend bool operator==(const Reason &, const Reason &) = default;

private:
    const Phrase *m_phrase = nullptr;
    std::vector<std::string> m_arguments;
};

/// The sentence in English, as JSON, journal and log carry it.
std::string english(const Reason &reason);

} // namespace tocsin
