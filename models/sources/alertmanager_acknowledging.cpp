// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_acknowledging.h"

#include "models/sources/acknowledgement_codec.h"
#include "models/sources/silence_plan.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kGone{"ack_alert_gone", QT_TRANSLATE_NOOP("Phrase", "The alert is no longer there; nothing was acknowledged")};
constexpr Phrase kEndedElsewhere{"ack_ended_elsewhere",
    QT_TRANSLATE_NOOP("Phrase", "Somebody ended this acknowledgement in Alertmanager; it was not renewed")};
constexpr Phrase kLapsed{"ack_lapsed", QT_TRANSLATE_NOOP("Phrase", "The acknowledgement has run out; it was not renewed")};
constexpr Phrase kRefused{"ack_refused", QT_TRANSLATE_NOOP("Phrase", "Alertmanager did not take the acknowledgement: %1")};
constexpr Phrase kUnknown{"ack_outcome_unknown",
    QT_TRANSLATE_NOOP("Phrase", "It is not known whether the acknowledgement arrived (%1), and looking for it failed: %2")};
constexpr Phrase kNotThere{
    "ack_not_there", QT_TRANSLATE_NOOP("Phrase", "The acknowledgement was sent (%1), but Alertmanager does not list it")};
constexpr Phrase kNotActive{
    "ack_not_active", QT_TRANSLATE_NOOP("Phrase", "Alertmanager took the acknowledgement, but it is not in force")};
constexpr Phrase kHitSiblings{
    "ack_hit_siblings", QT_TRANSLATE_NOOP("Phrase", "The acknowledgement silenced %1 other alerts as well and was ended again")};
constexpr Phrase kHitSiblingsStill{"ack_hit_siblings_still",
    QT_TRANSLATE_NOOP("Phrase", "The acknowledgement silences %1 other alerts as well and could not be ended: %2")};

constexpr int kLooks = 3;

Matchers equalities(const Labels &labels)
{
    Matchers matchers;
    for (const auto &[name, value] : labels) {
        if (!value.empty())
            matchers.push_back(Matcher::equal(name, value));
    }
    return matchers;
}

std::vector<SilenceMatcher> wireMatchers(const Matchers &matchers)
{
    std::vector<SilenceMatcher> wire;
    wire.reserve(matchers.size());
    std::transform(matchers.begin(), matchers.end(), std::back_inserter(wire), wireMatcher);
    std::sort(wire.begin(), wire.end());
    return wire;
}

/// The siblings that the caller knows, and those that only the server knows: filtered ones, and new ones.
std::vector<AlertPtr> allSiblings(const AcknowledgeRequest &request, const std::vector<AlertmanagerAlert> &listed)
{
    std::vector<AlertPtr> siblings = request.siblings;
    for (const AlertmanagerAlert &one : listed) {
        auto alert = std::make_shared<Alert>();
        alert->key = AlertKey{request.alert->key.source, one.fingerprint};
        alert->labels = one.labels;
        siblings.push_back(std::move(alert));
    }
    return siblings;
}

const AlertmanagerAlert *findAlert(const std::vector<AlertmanagerAlert> &alerts, const std::string &fingerprint)
{
    const auto it = std::find_if(
        alerts.begin(), alerts.end(), [&](const AlertmanagerAlert &alert) { return alert.fingerprint == fingerprint; });
    return it == alerts.end() ? nullptr : &*it;
}

bool isSilencedBy(const AlertmanagerAlert &alert, const SilenceId &id)
{
    return std::find(alert.silencedBy.begin(), alert.silencedBy.end(), id.text()) != alert.silencedBy.end();
}

/// Whether a silence that stands already matches the alert and no sibling, so that it can be prolonged as it is.
bool isExact(const AlertmanagerSilence &silence, const Alert &alert, const std::vector<AlertPtr> &siblings)
{
    const std::optional<Matchers> matchers = silence.readMatchers();
    const auto isHit = [&](const AlertPtr &sibling) { return sibling->key != alert.key && allMatch(*matchers, sibling->labels); };
    return matchers && !matchers->empty() && allMatch(*matchers, alert.labels)
        && std::none_of(siblings.begin(), siblings.end(), isHit);
}

/// What is to be written, worked out from what the server lists.
struct Intent {
    AlertmanagerSilence silence;
    bool isThere = false; ///< an equal silence stands already and lasts long enough: nothing to write
};

/// Why a silence that is no longer in force must not be written again. A server that was killed may remember a silence as it
/// was before the last renewal: that one has run out too early, and nobody ended it.
std::optional<Error> endOf(const AlertmanagerSilence &silence, Instant expectedEnd, Instant serverNow)
{
    const bool isOlderVersion
        = silence.updatedAt && *silence.updatedAt < expectedEnd - acknowledgementDuration - std::chrono::minutes(1);
    if (isOlderVersion && serverNow < expectedEnd)
        return std::nullopt;
    const bool isEarly = expectedEnd - silence.silence.endsAt > std::chrono::seconds(2);
    return Error{ErrorKind::Cancelled, Reason(isEarly ? kEndedElsewhere : kLapsed), {}};
}

/// The silence that the wish can prolong: the one that it renews, or one that is equal.
Result<const AlertmanagerSilence *> findProlongable(
    const AcknowledgeRequest &request, const AlertmanagerSilence &wanted, const std::vector<AlertmanagerSilence> &listed)
{
    const Instant serverNow = wanted.silence.startsAt;
    const AlertmanagerSilence *equal = nullptr;
    for (const AlertmanagerSilence &standing : listed) {
        const bool isRenewed = !request.renews.isEmpty() && standing.silence.id == request.renews;
        if (isRenewed && request.renewedUntil && !standing.silence.active) {
            if (std::optional<Error> ended = endOf(standing, *request.renewedUntil, serverNow))
                return Failure(std::move(*ended));
        }
        if (!standing.silence.active)
            continue;
        if (isRenewed)
            return &standing;
        const bool isEqual = standing.matchers == wanted.matchers && standing.silence.author == request.person
            && isOurAcknowledgement(standing.silence.comment);
        if (isEqual)
            equal = &standing;
    }
    const bool hasLapsed = request.renewedUntil && serverNow >= *request.renewedUntil;
    if (!equal && hasLapsed)
        return failure(ErrorKind::Cancelled, Reason(kLapsed));
    return equal;
}

Result<Intent> makeIntent(const AcknowledgeRequest &request, const SilencePlan &plan, const std::vector<AlertPtr> &siblings,
    const std::vector<AlertmanagerSilence> &listed, Instant serverNow, Duration lasting)
{
    Intent intent;
    AlertmanagerSilence &wanted = intent.silence;
    wanted.matchers = wireMatchers(plan.matchers);
    wanted.silence = Silence{
        {}, request.person, acknowledgementComment(request.comment, request.wishedUntil), serverNow, serverNow + lasting, true};
    const Result<const AlertmanagerSilence *> found = findProlongable(request, wanted, listed);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return intent;
    // Only the end may change: a new start or other matchers would end this silence and make another.
    const AlertmanagerSilence &standing = **found;
    wanted.silence.id = standing.silence.id;
    wanted.silence.startsAt = standing.silence.startsAt;
    if (standing.silence.id == request.renews) {
        if (request.renewedUntil) { // by a station, in the name of whoever made it
            wanted.silence.author = standing.silence.author;
            wanted.silence.comment = standing.silence.comment;
        }
        if (isExact(standing, *request.alert, siblings))
            wanted.matchers = standing.matchers;
    } else {
        intent.isThere = standing.silence.endsAt >= wanted.silence.endsAt && standing.silence.comment == wanted.silence.comment;
    }
    return intent;
}

/// The silences that may be prolonged: those aimed at this alert, and the one that is renewed, whatever its matchers. Others
/// are not listed: in a storm there is one for each alert.
QCoro::Task<Result<std::vector<AlertmanagerSilence>>> listProlongable(
    AlertmanagerClient &client, AlertPtr alert, SilenceId renewed)
{
    Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences(equalities(alert->labels));
    if (!listed || renewed.isEmpty())
        co_return listed;
    const bool isListed
        = std::any_of(listed->begin(), listed->end(), [&](const AlertmanagerSilence &one) { return one.silence.id == renewed; });
    if (isListed)
        co_return listed;
    Result<AlertmanagerSilence> other = co_await client.silence(renewed);
    if (other)
        listed->push_back(*std::move(other));
    else if (other.error().evidence.status != 404)
        co_return Failure(other.error());
    co_return listed;
}

/// After an open outcome: the id of the silence if it was written after all.
QCoro::Task<Result<SilenceId>> lookForWritten(AlertmanagerClient &client, AlertPtr alert, AlertmanagerSilence wanted, Error cause)
{
    const Result<std::vector<AlertmanagerSilence>> listed = co_await client.silences(equalities(alert->labels));
    if (!listed)
        co_return failure(cause.kind, Reason(kUnknown, {cause.reason, listed.error().reason}), cause.evidence);
    for (const AlertmanagerSilence &one : *listed) {
        const Silence &silence = one.silence;
        const bool isWanted = silence.active && one.matchers == wanted.matchers && silence.author == wanted.silence.author
            && silence.comment == wanted.silence.comment && silence.endsAt == wanted.silence.endsAt;
        if (isWanted)
            co_return silence.id;
    }
    co_return failure(cause.kind, Reason(kNotThere, {cause.reason}), cause.evidence);
}

QCoro::Task<Result<SilenceId>> write(AlertmanagerClient &client, AlertPtr alert, AlertmanagerSilence wanted, Instant serverNow)
{
    Result<SilenceId> id = co_await client.post(wanted);
    const bool hasVanished = !id && !wanted.silence.id.isEmpty() && id.error().evidence.status == 404;
    if (hasVanished) { // forgotten by the server between our look and our wish
        wanted.silence.id = {};
        wanted.silence.startsAt = serverNow;
        id = co_await client.post(wanted);
    }
    if (id)
        co_return id;
    Error error = id.error();
    if (leavesOutcomeOpen(error)) {
        Result<SilenceId> found = co_await lookForWritten(client, std::move(alert), std::move(wanted), std::move(error));
        co_return found;
    }
    error.reason = Reason(kRefused, {error.reason});
    co_return Failure(std::move(error));
}

/// Ends a silence that must not stand, and says why it was ended.
QCoro::Task<Error> takeBack(AlertmanagerClient &client, SilenceId id, Error why)
{
    const Result<bool> ended = co_await client.expire(id);
    if (!ended && why.reason.code() == kHitSiblings.code)
        why.reason = Reason(kHitSiblingsStill, {why.reason.arguments().front(), ended.error().reason});
    co_return why;
}

/// Reads back that the silence silences this alert and no other one.
QCoro::Task<Result<bool>> confirmAim(AlertmanagerClient &client, SilenceId id, AlertPtr alert)
{
    bool isListed = false;
    for (int look = 0; look < kLooks; ++look) {
        const Result<std::vector<AlertmanagerAlert>> listed = co_await client.alerts(equalities(alert->labels));
        if (!listed)
            co_return Failure(listed.error());
        const AlertmanagerAlert *own = findAlert(*listed, alert->key.externalId);
        const auto hits = std::count_if(
            listed->begin(), listed->end(), [&](const AlertmanagerAlert &one) { return &one != own && isSilencedBy(one, id); });
        if (hits > 0) {
            Error error{ErrorKind::Content, Reason(kHitSiblings, {std::to_string(hits)}), {}};
            error = co_await takeBack(client, id, std::move(error));
            co_return Failure(std::move(error));
        }
        if (own && isSilencedBy(*own, id))
            co_return true;
        isListed = own != nullptr;
    }
    Error error{ErrorKind::Content, isListed ? Reason(kNotActive) : Reason(kGone), {}};
    error = co_await takeBack(client, id, std::move(error));
    co_return Failure(std::move(error));
}

QCoro::Task<Result<Acknowledgement>> confirm(AlertmanagerClient &client, SilenceId id, AlertPtr alert)
{
    const Result<AlertmanagerSilence> standing = co_await client.silence(id);
    if (!standing)
        co_return Failure(standing.error());
    const std::optional<Acknowledgement> acknowledgement = acknowledgementOf(standing->silence);
    if (!acknowledgement)
        co_return failure(ErrorKind::Content, Reason(kNotActive));
    const Result<bool> aimed = co_await confirmAim(client, id, std::move(alert));
    if (!aimed)
        co_return Failure(aimed.error());
    co_return *acknowledgement;
}

} // namespace

QCoro::Task<AcknowledgeAttempt> acknowledgeAt(AlertmanagerClient &client, AcknowledgeRequest request, Instant now)
{
    const Result<std::vector<AlertmanagerAlert>> listed = co_await client.alerts(equalities(request.alert->labels));
    if (!listed)
        co_return AcknowledgeAttempt{Failure(listed.error()), false};
    if (!findAlert(*listed, request.alert->key.externalId))
        co_return AcknowledgeAttempt{failure(ErrorKind::Content, Reason(kGone)), true};
    const std::vector<AlertPtr> siblings = allSiblings(request, *listed);
    const Result<SilencePlan> plan = planSilence(*request.alert, siblings);
    if (!plan)
        co_return AcknowledgeAttempt{Failure(plan.error()), true};
    const Result<std::vector<AlertmanagerSilence>> silences = co_await listProlongable(client, request.alert, request.renews);
    if (!silences)
        co_return AcknowledgeAttempt{Failure(silences.error()), false};
    const Instant serverNow = client.serverTime().value_or(now);
    const Duration lasting = request.until > now ? request.until - now : acknowledgementDuration;
    const Result<Intent> intent = makeIntent(request, *plan, siblings, *silences, serverNow, lasting);
    if (!intent)
        co_return AcknowledgeAttempt{Failure(intent.error()), true};
    Result<SilenceId> id = intent->silence.silence.id;
    if (!intent->isThere)
        id = co_await write(client, request.alert, intent->silence, serverNow);
    if (!id)
        co_return AcknowledgeAttempt{Failure(id.error()), true};
    Result<Acknowledgement> confirmed = co_await confirm(client, *id, request.alert);
    co_return AcknowledgeAttempt{std::move(confirmed), true};
}

} // namespace tocsin
