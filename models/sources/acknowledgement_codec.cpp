// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/acknowledgement_codec.h"

namespace tocsin {

namespace {

constexpr std::string_view kPrefix = "ACK!";
constexpr std::string_view kMark = "[tocsin]";
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool endsWithMark(std::string_view text)
{
    return text.size() >= kMark.size() && text.substr(text.size() - kMark.size()) == kMark;
}

} // namespace

std::string acknowledgementComment(std::string_view words)
{
    std::string comment(kPrefix);
    if (const std::string_view text = trimmed(words); !text.empty())
        comment.append(" ").append(text);
    return comment.append(" ").append(kMark);
}

std::optional<std::string> acknowledgementWords(std::string_view comment)
{
    std::string_view text = trimmed(comment);
    if (text.substr(0, kPrefix.size()) != kPrefix)
        return std::nullopt;
    text = trimmed(text.substr(kPrefix.size()));
    if (endsWithMark(text))
        text = trimmed(text.substr(0, text.size() - kMark.size()));
    return std::string(text);
}

bool isOurAcknowledgement(std::string_view comment)
{
    const std::string_view text = trimmed(comment);
    return text.substr(0, kPrefix.size()) == kPrefix && endsWithMark(text);
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
    acknowledgement.renewable = isOurAcknowledgement(silence.comment);
    return acknowledgement;
}

} // namespace tocsin
