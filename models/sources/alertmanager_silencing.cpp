// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_silencing.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kRefused{"silence_refused", QT_TRANSLATE_NOOP("Phrase", "Alertmanager did not take the silence: %1")};
constexpr Phrase kUnknown{"silence_outcome_unknown",
    QT_TRANSLATE_NOOP("Phrase", "It is not known whether the silence arrived (%1), and looking for it failed: %2")};
constexpr Phrase kNotThere{
    "silence_not_there", QT_TRANSLATE_NOOP("Phrase", "The silence was sent (%1), but Alertmanager does not list it")};
constexpr Phrase kNotActive{"silence_not_active",
    QT_TRANSLATE_NOOP("Phrase", "Alertmanager took the silence, but it is not in force as it was asked for")};
constexpr Phrase kNotSilenced{"silence_not_silenced",
    QT_TRANSLATE_NOOP("Phrase", "The silence is in force, but %1 alerts that it matches are not silenced")};
constexpr Phrase kStillThere{
    "silence_still_there", QT_TRANSLATE_NOOP("Phrase", "The silence could not be ended in Alertmanager: %1")};
constexpr Phrase kInForce{"silence_in_force", QT_TRANSLATE_NOOP("Phrase", "it is still in force")};

constexpr int kLooks = 3;
constexpr Duration kSameEnd = std::chrono::seconds(5); // the clocks of two answers never agree to the millisecond

AlertmanagerSilence wantedSilence(const SilenceRequest &request, Instant serverNow, Duration lasting)
{
    AlertmanagerSilence wanted;
    for (const Matcher &matcher : request.matchers)
        wanted.matchers.push_back(wireMatcher(matcher));
    std::sort(wanted.matchers.begin(), wanted.matchers.end());
    wanted.silence = Silence{{}, request.person, request.comment, serverNow, serverNow + lasting, true};
    return wanted;
}

/// The same wish, written before.
const AlertmanagerSilence *findSame(const std::vector<AlertmanagerSilence> &listed, const AlertmanagerSilence &wanted)
{
    const auto it = std::find_if(listed.begin(), listed.end(), [&](const AlertmanagerSilence &one) {
        const Duration apart = one.silence.endsAt - wanted.silence.endsAt;
        return one.silence.active && one.matchers == wanted.matchers && one.silence.author == wanted.silence.author
            && one.silence.comment == wanted.silence.comment && apart <= kSameEnd && apart >= -kSameEnd;
    });
    return it == listed.end() ? nullptr : &*it;
}

QCoro::Task<Result<SilenceId>> write(AlertmanagerClient &client, AlertmanagerSilence wanted)
{
    Result<SilenceId> id = co_await client.post(wanted);
    if (id)
        co_return id;
    Error error = id.error();
    if (!leavesOutcomeOpen(error)) {
        error.reason = Reason(kRefused, {error.reason});
        co_return Failure(std::move(error));
    }
    const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences({});
    if (!listed)
        error.reason = Reason(kUnknown, {error.reason, listed.error().reason});
    else if (const AlertmanagerSilence *same = findSame(*listed, wanted))
        co_return same->silence.id;
    else
        error.reason = Reason(kNotThere, {error.reason});
    co_return Failure(std::move(error));
}

/// How many alerts that the silence matches it does not silence.
QCoro::Task<Result<int>> countMissed(AlertmanagerClient &client, SilenceId id, Matchers matchers)
{
    int missed = 0;
    for (int look = 0; look < kLooks; ++look) {
        const Result<std::vector<AlertmanagerAlert>> listed = co_await client.alerts(matchers);
        if (!listed)
            co_return Failure(listed.error());
        missed = static_cast<int>(std::count_if(listed->begin(), listed->end(), [&](const AlertmanagerAlert &alert) {
            return std::find(alert.silencedBy.begin(), alert.silencedBy.end(), id.text()) == alert.silencedBy.end();
        }));
        if (missed == 0)
            break;
    }
    co_return missed;
}

QCoro::Task<Result<Silence>> readBack(
    AlertmanagerClient &client, SilenceId id, std::vector<SilenceMatcher> wanted, Matchers matchers)
{
    const Result<AlertmanagerSilence> standing = co_await client.silence(id);
    if (!standing)
        co_return Failure(standing.error());
    Error error{ErrorKind::Content, Reason(kNotActive), {}};
    if (standing->silence.active && standing->matchers == wanted) {
        const Result<int> missed = co_await countMissed(client, id, std::move(matchers));
        if (!missed)
            co_return Failure(missed.error());
        if (*missed == 0)
            co_return standing->silence;
        error.reason = Reason(kNotSilenced, {std::to_string(*missed)});
    }
    const Result<bool> ended = co_await client.expire(id); // what is not as wished must not stand
    if (!ended)
        error.reason = Reason(kStillThere, {error.reason});
    co_return Failure(std::move(error));
}

} // namespace

QCoro::Task<SilenceAttempt> silenceAt(AlertmanagerClient &client, SilenceRequest request, Instant now)
{
    const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences({});
    if (!listed)
        co_return SilenceAttempt{Failure(listed.error()), false};
    const Instant serverNow = client.serverTime().value_or(now);
    const AlertmanagerSilence wanted = wantedSilence(request, serverNow, request.until - now);
    Result<SilenceId> id = SilenceId();
    if (const AlertmanagerSilence *same = findSame(*listed, wanted))
        id = same->silence.id;
    else
        id = co_await write(client, wanted);
    if (!id)
        co_return SilenceAttempt{Failure(id.error()), true};
    Result<Silence> made = co_await readBack(client, *id, wanted.matchers, request.matchers);
    co_return SilenceAttempt{std::move(made), true};
}

QCoro::Task<SilenceAttempt> endSilenceAt(AlertmanagerClient &client, SilenceId id, SilenceRequest made, Instant now)
{
    if (id.isEmpty()) {
        const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences({});
        if (!listed)
            co_return SilenceAttempt{Failure(listed.error()), false};
        const AlertmanagerSilence *same
            = findSame(*listed, wantedSilence(made, client.serverTime().value_or(now), made.until - now));
        if (!same)
            co_return SilenceAttempt{Silence{{}, made.person, made.comment, {}, made.until, false}, true};
        id = same->silence.id;
    }
    const Result<bool> ended = co_await client.expire(id);
    const Reason lastWords = ended ? Reason(kInForce) : ended.error().reason;
    for (int look = 0; look < kLooks; ++look) { // reading back decides
        const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences({});
        if (!listed) {
            Error error = listed.error();
            const bool reached = ended.has_value() || leavesOutcomeOpen(ended.error());
            error.reason = Reason(kStillThere, {error.reason});
            co_return SilenceAttempt{Failure(std::move(error)), reached};
        }
        const auto own
            = std::find_if(listed->begin(), listed->end(), [&](const AlertmanagerSilence &one) { return one.silence.id == id; });
        const bool stands = own != listed->end() && (own->silence.active || own->pending);
        if (!stands)
            co_return SilenceAttempt{own == listed->end() ? Silence{id, {}, {}, {}, {}, false} : own->silence, true};
    }
    co_return SilenceAttempt{failure(ErrorKind::Content, Reason(kStillThere, {lastWords})), true};
}

} // namespace tocsin
