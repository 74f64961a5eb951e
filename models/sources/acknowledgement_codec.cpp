// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/acknowledgement_codec.h"

namespace tocsin {

namespace {

constexpr std::string_view kPrefix = "ACK!";
constexpr std::string_view kMark = "[tocsin";
constexpr std::string_view kUntil = " until=";
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Our mark at the end of a comment.
struct Mark {
    std::string_view words; ///< what stands before it
    std::optional<Instant> until;
};

std::optional<Mark> markOf(std::string_view text)
{
    const std::size_t begin = text.rfind(kMark);
    if (begin == std::string_view::npos || text.back() != ']')
        return std::nullopt;
    const std::string_view inside = text.substr(begin + kMark.size(), text.size() - begin - kMark.size() - 1);
    Mark mark{trimmed(text.substr(0, begin)), std::nullopt};
    if (inside.empty())
        return mark;
    if (inside.substr(0, kUntil.size()) == kUntil)
        mark.until = parseRfc3339(inside.substr(kUntil.size()));
    return mark.until ? std::optional(mark) : std::nullopt;
}

} // namespace

std::string acknowledgementComment(std::string_view words, std::optional<Instant> wishedUntil)
{
    std::string comment(kPrefix);
    if (const std::string_view text = trimmed(words); !text.empty())
        comment.append(" ").append(text);
    comment.append(" ").append(kMark);
    if (wishedUntil)
        comment.append(kUntil).append(formatRfc3339(*wishedUntil));
    return comment.append("]");
}

std::optional<std::string> acknowledgementWords(std::string_view comment)
{
    std::string_view text = trimmed(comment);
    if (text.substr(0, kPrefix.size()) != kPrefix)
        return std::nullopt;
    text = trimmed(text.substr(kPrefix.size()));
    if (const std::optional<Mark> mark = markOf(text))
        text = mark->words;
    return std::string(text);
}

bool isOurAcknowledgement(std::string_view comment)
{
    const std::string_view text = trimmed(comment);
    return text.substr(0, kPrefix.size()) == kPrefix && markOf(text).has_value();
}

std::optional<Acknowledgement> acknowledgementOf(const Silence &silence)
{
    std::optional<std::string> words = acknowledgementWords(silence.comment);
    if (!silence.active || !words)
        return std::nullopt;
    Acknowledgement acknowledgement;
    acknowledgement.person = silence.author;
    acknowledgement.comment = std::move(*words);
    if (silence.startsAt != Instant{})
        acknowledgement.since = silence.startsAt;
    acknowledgement.until = silence.endsAt;
    acknowledgement.silence = silence.id;
    const std::optional<Mark> mark = markOf(trimmed(silence.comment));
    acknowledgement.renewable = mark.has_value();
    acknowledgement.wishedUntil = mark ? mark->until : std::nullopt;
    return acknowledgement;
}

} // namespace tocsin
