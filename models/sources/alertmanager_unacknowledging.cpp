// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/acknowledgement_codec.h"
#include "models/sources/alertmanager_acknowledging.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kCoversOthers{"unack_covers_others",
    QT_TRANSLATE_NOOP("Phrase", "The acknowledgement by %1 covers %2 other alerts as well; end it where it was made")};
constexpr Phrase kStillThere{
    "unack_still_there", QT_TRANSLATE_NOOP("Phrase", "The acknowledgement could not be ended in Alertmanager: %1")};
constexpr Phrase kNoWord{"unack_no_word", QT_TRANSLATE_NOOP("Phrase", "it is still in force")};

constexpr int kLooks = 3;

/// The acknowledging silences that match the alert: those of this alert alone, and those of others too.
struct Standing {
    std::vector<AlertmanagerSilence> exact;
    std::vector<std::pair<AlertmanagerSilence, int>> broad; ///< with the number of other alerts
};

QCoro::Task<Result<Standing>> findStanding(AlertmanagerClient &client, AlertPtr alert, std::vector<AlertmanagerSilence> silences)
{
    Standing standing;
    for (const AlertmanagerSilence &silence : silences) {
        const bool isInForce = silence.silence.active || silence.pending;
        if (!isInForce || !acknowledgementWords(silence.silence.comment))
            continue;
        const std::optional<Matchers> matchers = silence.readMatchers();
        if (!matchers || !allMatch(*matchers, alert->labels))
            continue;
        const Result<std::vector<AlertmanagerAlert>> matched = co_await client.alerts(*matchers);
        if (!matched)
            co_return Failure(matched.error());
        const auto isOther = [&](const AlertmanagerAlert &one) {
            return one.fingerprint != alert->key.externalId && allMatch(*matchers, one.labels);
        };
        const auto others = std::count_if(matched->begin(), matched->end(), isOther);
        if (others == 0)
            standing.exact.push_back(silence);
        else
            standing.broad.emplace_back(silence, static_cast<int>(others));
    }
    co_return standing;
}

/// Reads back until none of the silences is in force.
QCoro::Task<Result<bool>> confirmEnded(AlertmanagerClient &client, std::vector<AlertmanagerSilence> ended, Reason lastWords)
{
    for (int look = 0; look < kLooks; ++look) {
        const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences({});
        if (!listed)
            co_return failure(listed.error().kind, Reason(kStillThere, {listed.error().reason}), listed.error().evidence);
        const auto stands = [&](const AlertmanagerSilence &one) {
            return std::any_of(listed->begin(), listed->end(), [&](const AlertmanagerSilence &other) {
                return other.silence.id == one.silence.id && (other.silence.active || other.pending);
            });
        };
        if (std::none_of(ended.begin(), ended.end(), stands))
            co_return true;
    }
    co_return failure(ErrorKind::Content, Reason(kStillThere, {lastWords}));
}

} // namespace

QCoro::Task<UnacknowledgeAttempt> unacknowledgeAt(
    AlertmanagerClient &client, AlertPtr alert, std::string person, EndOf what, Instant now)
{
    const Result<std::vector<AlertmanagerSilence>> silences = co_await client.silences({});
    if (!silences)
        co_return UnacknowledgeAttempt{Failure(silences.error()), false, false};
    const SilenceId named = alert->acknowledgement ? alert->acknowledgement->silence : SilenceId();
    const auto own = std::find_if(
        silences->begin(), silences->end(), [&](const AlertmanagerSilence &one) { return one.silence.id == named; });
    const bool knewSilence = named.isEmpty() || own != silences->end();
    Result<Standing> found = Standing();
    if (what == EndOf::Everything)
        found = co_await findStanding(client, alert, *silences);
    else if (own != silences->end() && (own->silence.active || own->pending))
        found->exact.push_back(*own);
    if (!found)
        co_return UnacknowledgeAttempt{Failure(found.error()), false, knewSilence};
    const Standing &standing = *found;
    Reason lastWords(kNoWord);
    for (const AlertmanagerSilence &silence : standing.exact) {
        const Result<bool> ended = co_await client.expire(silence.silence.id);
        if (!ended)
            lastWords = ended.error().reason; // reading back decides
    }
    if (!standing.exact.empty()) {
        const Result<bool> confirmed = co_await confirmEnded(client, standing.exact, lastWords);
        if (!confirmed)
            co_return UnacknowledgeAttempt{Failure(confirmed.error()), true, knewSilence};
    }
    if (!standing.broad.empty()) {
        const auto &[silence, others] = standing.broad.front();
        Error error{ErrorKind::Unsupported, Reason(kCoversOthers, {silence.silence.author, std::to_string(others)}), {}};
        co_return UnacknowledgeAttempt{Failure(std::move(error)), true, knewSilence};
    }
    Acknowledgement over = alert->acknowledgement.value_or(Acknowledgement{});
    if (!standing.exact.empty())
        over = acknowledgementOf(standing.exact.front().silence).value_or(over);
    if (over.person.empty())
        over.person = std::move(person);
    over.until = client.serverTime().value_or(now);
    co_return UnacknowledgeAttempt{std::move(over), true, knewSilence};
}

} // namespace tocsin
