// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/silence_wish.h"

#include <QtGlobal>

#include <algorithm>
#include <set>

namespace tocsin {

namespace {

constexpr Phrase kNoSource{"silence_no_source", QT_TRANSLATE_NOOP("Phrase", "The source of these alerts keeps no silences")};
constexpr Phrase kTooWide{"silence_too_wide",
    QT_TRANSLATE_NOOP("Phrase", "A silence needs at least one label with a value, or it would match every alert")};
constexpr Phrase kNoComment{"silence_no_comment", QT_TRANSLATE_NOOP("Phrase", "A silence needs a comment: why is this quiet?")};
constexpr Phrase kLooksAcknowledged{
    "silence_looks_acknowledged", QT_TRANSLATE_NOOP("Phrase", "A comment that begins with %1 would make it an acknowledgement")};
constexpr Phrase kLength{"silence_length", QT_TRANSLATE_NOOP("Phrase", "A silence lasts from %1 to %2")};

constexpr std::string_view kAcknowledgementMark = "ACK!"; // the field's custom: models/sources/acknowledgement_codec.h
constexpr std::string_view kBlanks = " \t\r\n";

} // namespace

Reason problemOf(const SilenceWish &wish)
{
    if (wish.sources.empty())
        return Reason(kNoSource);
    // A server refuses a silence whose matchers all match a missing label: it would match everything.
    const bool narrows = std::any_of(
        wish.matchers.begin(), wish.matchers.end(), [](const Matcher &matcher) { return !matcher.matchesValue({}); });
    if (!narrows)
        return Reason(kTooWide);
    if (wish.lasting < shortestSilence || wish.lasting > longestSilence)
        return Reason(kLength, {formatDuration(shortestSilence), formatDuration(longestSilence)});
    const std::size_t begin = wish.comment.find_first_not_of(kBlanks);
    if (begin == std::string::npos)
        return Reason(kNoComment);
    if (wish.comment.compare(begin, kAcknowledgementMark.size(), kAcknowledgementMark) == 0)
        return Reason(kLooksAcknowledged, {std::string(kAcknowledgementMark)});
    return {};
}

Matchers commonMatchers(const std::vector<AlertPtr> &alerts)
{
    Matchers matchers;
    if (alerts.empty())
        return matchers;
    for (const auto &[name, value] : alerts.front()->labels) {
        const auto hasSame = [&name = name, &value = value](const AlertPtr &alert) { return alert->labels.value(name) == value; };
        if (!value.empty() && std::all_of(alerts.begin(), alerts.end(), hasSame))
            matchers.push_back(Matcher::equal(name, value));
    }
    return matchers;
}

std::vector<SourceId> silencingSources(const std::vector<AlertPtr> &alerts)
{
    std::set<SourceId> sources;
    for (const AlertPtr &alert : alerts) {
        if (alert->actions.silence)
            sources.insert(alert->key.source);
    }
    return {sources.begin(), sources.end()};
}

bool wouldSilence(const SilenceWish &wish, const Alert &alert)
{
    const bool isThere = std::find(wish.sources.begin(), wish.sources.end(), alert.key.source) != wish.sources.end();
    return isThere && !wish.matchers.empty() && allMatch(wish.matchers, alert.labels);
}

} // namespace tocsin
