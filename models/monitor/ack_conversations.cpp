// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of AckKeeper that speaks with the sources, and what follows from their answers.

#include "models/monitor/ack_keeper.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kSomeFailed{"action_partly_failed", QT_TRANSLATE_NOOP("Phrase", "%1 of %2 failed (%3), the others worked")};
constexpr Phrase kBroke{"ack_broke", QT_TRANSLATE_NOOP("Phrase", "acknowledging broke by a fault of the program: %1")};

constexpr Phrase kOvertaken{"ack_overtaken", QT_TRANSLATE_NOOP("Phrase", "something else was wished before it was done")};

constexpr std::size_t kAtOnce = 4; // conversations; a source is asked politely
constexpr Duration kRetryAfter = std::chrono::seconds(30);

std::string json(const nlohmann::json &payload)
{
    return payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Acknowledgement shownFor(const KeptAck &ack)
{
    Acknowledgement shown{ack.person, ack.comment, ack.since, ack.isLocal ? ack.until : ack.silenceUntil, ack.silence};
    shown.renewable = !ack.isLocal;
    return shown;
}

/// The alert as it was last seen, or what the journal remembers of it; with the silence that is to be ended.
AlertPtr alertToEnd(const KeptAck &ack, const AlertPtr &lastSeen)
{
    Alert alert = lastSeen ? *lastSeen : Alert();
    alert.key = *ack.alert;
    if (!lastSeen) {
        alert.name = ack.name;
        alert.labels = ack.labels;
    }
    if (!ack.silence.isEmpty())
        alert.acknowledgement = shownFor(ack);
    return std::make_shared<const Alert>(std::move(alert));
}

} // namespace

void AckKeeper::enqueue(const std::string &subject, Errand errand, const char *why)
{
    KeptAck &ack = m_acks.at(subject);
    ack.isBusy = true;
    m_jobs.push_back(Job{subject, errand, why, ack.action});
}

bool AckKeeper::isQueued(const std::string &subject) const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [&](const Job &job) { return job.subject == subject; });
}

void AckKeeper::pump()
{
    if (m_isStopping || m_isPumping)
        return; // a conversation that ends at once comes here again: the loop below goes on
    m_isPumping = true;
    auto next = m_jobs.begin();
    while (next != m_jobs.end() && m_talkedAbout.size() < kAtOnce) {
        const auto ack = m_acks.find(next->subject);
        // What was wished later must not overtake on the wire what was wished earlier, be it before a restart.
        const bool waits = ack != m_acks.end()
            && (m_unrecorded.count(next->action) > 0 || m_talkedAbout.count(next->subject) > 0
                || (next->errand == Errand::Acknowledge && awaitsEarlierLife(ack->second, m_around.clock.monotonic())));
        if (waits) {
            ++next;
            continue;
        }
        const Job job = *next;
        m_jobs.erase(next);
        if (ack != m_acks.end()) {
            m_talkedAbout.insert(job.subject);
            converse(job); // ends by itself, and idle() counts it
        }
        next = m_jobs.begin();
    }
    m_isPumping = false;
    if (m_talkedAbout.empty())
        rereadSources();
}

QCoro::Task<> AckKeeper::converse(Job job)
{
    const KeptAck ack = m_acks.at(job.subject); // a copy: the map may change while the source answers
    const std::optional<std::size_t> index = m_around.sources.find(ack.alert->source);
    Source *source = index ? m_around.sources.source(*index) : nullptr;
    const bool isEnd = job.errand == Errand::End || job.errand == Errand::EndOwn;
    const bool isTooLate = !isEnd && ack.wishEnds && m_around.clock.monotonic() >= *ack.wishEnds;
    Result<Acknowledgement> answer
        = failure(ErrorKind::Config, isTooLate ? Reason(ackTooLatePhrase) : Reason(ackSourceGonePhrase));
    const AlertPtr present = m_around.alerts.find(*ack.alert);
    const AlertPtr alert = present ? present : m_lastSeen[job.subject];
    try {
        if (source && isEnd) {
            const AlertPtr ending = alertToEnd(ack, alert);
            // A wish from before a restart may be days old: it was about this acknowledgement, not about a later one.
            const bool isOwnOnly = job.errand == Errand::EndOwn || (m_actions.count(job.action) == 0 && !ack.silence.isEmpty());
            answer = co_await source->unacknowledge(ending, ack.person, isOwnOnly ? EndOf::KnownSilence : EndOf::Everything);
        } else if (source && alert && !isTooLate) {
            AcknowledgeRequest request;
            request.alert = alert;
            request.siblings = m_around.alerts.othersOf(*ack.alert);
            request.person = ack.person;
            request.comment = ack.comment;
            request.until = m_around.clock.now() + m_around.times.silence;
            if (ack.until)
                request.until = std::min(request.until, *ack.until);
            request.wishedUntil = ack.until;
            request.renews = ack.silence;
            if (job.errand != Errand::Acknowledge) // what a person asks for is done, whoever ended it before
                request.renewedUntil = ack.silenceUntil;
            answer = co_await source->acknowledge(std::move(request));
        }
    } catch (const std::exception &fault) {
        answer = failure(ErrorKind::Content, Reason(kBroke, {fault.what()}));
    }
    m_talkedAbout.erase(job.subject);
    if (m_isStopping)
        co_return; // it is taken up again after the next start
    if (isEnd)
        ended(job, answer);
    else
        acknowledged(job, answer);
    pump();
}

void AckKeeper::acknowledged(const Job &job, const Result<Acknowledgement> &answer)
{
    const auto it = m_acks.find(job.subject);
    if (it == m_acks.end())
        return;
    KeptAck &ack = it->second;
    ack.isBusy = isQueued(job.subject);
    if (job.action != ack.action)
        return overtaken(job, answer, ack);
    if (!answer)
        return refused(job, answer.error());
    const SilenceId before = std::exchange(ack.silence, answer->silence);
    ack.silenceUntil = answer->until;
    ack.stage = KeptAck::Stage::Standing;
    if (job.errand == Errand::Renew) {
        nlohmann::json payload{
            {"silence", ack.silence.text()}, {"until", formatRfc3339(ack.silenceUntil.value_or(m_around.clock.now()))}};
        const bool isAnother = ack.silence != before;
        if (ack.started)
            payload["started"] = formatRfc3339(*ack.started);
        if (isAnother)
            payload["instead_of"] = before.text();
        tell(ack, isAnother ? "silence.created" : "silence.renewed", json(payload));
    } else {
        tell(ack, "ack.confirmed", ackPayload(ack, true));
    }
    stands(job, ack, ack.silence != before);
}

void AckKeeper::stands(const Job &job, KeptAck &ack, bool isNewSilence)
{
    const Stamp stamp = now();
    ack.changed = stamp.moment;
    ack.notBefore.reset();
    ack.missingSince.reset();
    ack.before.reset();
    if (job.errand == Errand::Renew)
        ack.renewedAt = stamp.moment;
    setAckTimes(ack, stamp, aheadOf(ack), m_around.times);
    showStanding(ack);
    if (job.errand == Errand::Acknowledge)
        settleAction(job.action, {});
    if (job.errand != Errand::Renew || isNewSilence) // else only the end has changed
        rereadSourceOf(ack);
}

/// The source did not do what was asked, or somebody has ended what was to be prolonged.
void AckKeeper::refused(const Job &job, const Error &error)
{
    KeptAck &ack = m_acks.at(job.subject);
    if (job.errand == Errand::Acknowledge) {
        tell(ack, "ack.failed",
            json({{"action", job.action.text()}, {"code", error.reason.code()}, {"reason", english(error.reason)}}));
        if (const std::shared_ptr<const KeptAck> before = ack.before) {
            ack = *before;
            ack.isBusy = isQueued(job.subject);
            ack.goneSince.reset();
            ack.missingSince.reset();
            ack.changed = m_around.clock.monotonic();
            setAckTimes(ack, now(), aheadOf(ack), m_around.times);
        } else {
            m_acks.erase(job.subject);
            m_lastSeen.erase(job.subject);
        }
        return settleAction(job.action, error.reason);
    }
    ack.notBefore = m_around.clock.monotonic() + kRetryAfter;
    if (error.kind == ErrorKind::Cancelled)
        endLocally(job.subject, "elsewhere");
    else if (job.errand == Errand::Adopt)
        m_acks.erase(job.subject); // its own station, or the next reading, decides again
}

/// A later wish about the same alert waits for its turn: this answer only says what stands at the source by now.
void AckKeeper::overtaken(const Job &job, const Result<Acknowledgement> &answer, KeptAck &ack)
{
    const bool isEnd = job.errand == Errand::End || job.errand == Errand::EndOwn;
    if (isEnd && answer) {
        tellEnded(ack, job);
        ack.silence = {};
        ack.silenceUntil.reset();
        ack.before.reset();
    } else if (answer) {
        noteWhatStands(job, *answer, ack);
    }
    const bool isWish = job.errand == Errand::Acknowledge || job.errand == Errand::End;
    if (!isWish)
        return;
    const bool isDone = isEnd && answer;
    const Reason reason = isDone ? Reason() : answer ? Reason(kOvertaken) : answer.error().reason;
    if (!isDone) {
        tell(ack, isEnd ? "ack.undo_failed" : "ack.failed",
            json({{"action", job.action.text()}, {"code", reason.code()}, {"reason", english(reason)}}));
    }
    settleAction(job.action, reason);
}

/// What was overtaken has come into being all the same: the later wish prolongs or ends it, and it stays if that fails.
void AckKeeper::noteWhatStands(const Job &job, const Acknowledgement &answer, KeptAck &ack)
{
    ack.silence = answer.silence;
    ack.silenceUntil = answer.until;
    if (ack.stage != KeptAck::Stage::Wanted)
        return;
    KeptAck standing = ack.before ? *ack.before : ack;
    if (job.errand == Errand::Acknowledge) {
        standing.action = job.action;
        standing.person = answer.person;
        standing.comment = answer.comment;
        standing.until = answer.wishedUntil;
    }
    standing.stage = KeptAck::Stage::Standing;
    standing.silence = answer.silence;
    standing.silenceUntil = answer.until;
    standing.isBusy = false;
    standing.before.reset();
    ack.before = std::make_shared<const KeptAck>(std::move(standing));
}

void AckKeeper::ended(const Job &job, const Result<Acknowledgement> &answer)
{
    const auto it = m_acks.find(job.subject);
    if (it == m_acks.end())
        return;
    KeptAck &ack = it->second;
    ack.isBusy = isQueued(job.subject);
    if (job.action != ack.action)
        return overtaken(job, answer, ack);
    const bool isWished = ack.stage == KeptAck::Stage::Ending;
    if (!answer && isWished && m_actions.count(job.action) == 0) {
        // Wished before a restart: nobody would see that it failed, so it is tried until the source answers.
        ack.notBefore = m_around.clock.monotonic() + kRetryAfter;
        return;
    }
    if (!answer && isWished) {
        const Error &error = answer.error();
        tell(ack, "ack.undo_failed",
            json({{"action", job.action.text()}, {"code", error.reason.code()}, {"reason", english(error.reason)}}));
        ack.stage = KeptAck::Stage::Standing;
        ack.notBefore = m_around.clock.monotonic() + kRetryAfter;
        return settleAction(job.action, error.reason);
    }
    const bool runsOutByItself = !answer && ack.silenceEnds && m_around.clock.monotonic() < *ack.silenceEnds;
    if (runsOutByItself) {
        ack.notBefore = m_around.clock.monotonic() + kRetryAfter;
        return;
    }
    if (answer && ack.openUntil && m_around.clock.monotonic() < *ack.openUntil) {
        // What an earlier life sent may arrive after this: it is ended once more, when nothing can.
        ack.notBefore = std::exchange(ack.openUntil, std::nullopt);
        return;
    }
    const KeptAck gone = ack;
    m_acks.erase(it);
    m_lastSeen.erase(job.subject);
    tellEnded(gone, job);
    m_around.alerts.overlay(*gone.alert, std::nullopt, m_around.clock.monotonic());
    if (job.errand == Errand::End)
        settleAction(job.action, {});
    rereadSourceOf(gone);
}

void AckKeeper::showStanding(const KeptAck &ack)
{
    if (!ack.alert) {
        if (const std::optional<std::size_t> index = m_around.checks.find(ack.check))
            m_around.checks.setAcknowledgement(*index, shownFor(ack));
    } else if (ack.isLocal) {
        m_around.alerts.setLocal(*ack.alert, shownFor(ack));
    } else {
        m_around.alerts.overlay(*ack.alert, shownFor(ack), m_around.clock.monotonic());
    }
}

void AckKeeper::rereadSourceOf(const KeptAck &ack)
{
    if (const std::optional<std::size_t> source = m_around.sources.find(ack.alert->source))
        m_toReread.insert(*source);
}

void AckKeeper::rereadSources()
{
    for (const std::size_t source : std::exchange(m_toReread, {}))
        m_around.reread(source);
}

void AckKeeper::tell(const KeptAck &ack, const char *kind, const std::string &payload)
{
    m_around.news.event(ack.subject(), kind, payload, ack.person);
}

void AckKeeper::tellEnded(const KeptAck &ack, const Job &job)
{
    nlohmann::json payload{{"person", ack.person}, {"why", job.why}};
    if (!job.action.isEmpty())
        payload["action"] = job.action.text();
    if (!ack.silence.isEmpty())
        payload["silence"] = ack.silence.text();
    tell(ack, "ack.ended", json(payload));
}

void AckKeeper::beginAction(
    const ActionId &action, ActionStatus::Kind kind, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks)
{
    Action begun;
    begun.status.id = action;
    begun.status.kind = kind;
    begun.status.alerts = alerts;
    begun.status.checks = checks;
    begun.waiting = alerts.size() + checks.size();
    m_around.news.action(begun.status);
    m_actions.insert_or_assign(action, std::move(begun));
}

void AckKeeper::settleAction(const ActionId &action, const Reason &failure)
{
    const auto it = m_actions.find(action);
    if (it == m_actions.end())
        return; // a renewal, or one from before a restart
    Action &settled = it->second;
    const ActionStatus::Progress before = settled.status.progress;
    --settled.waiting;
    if (!failure.isEmpty()) {
        settled.status.progress = ActionStatus::Progress::Failed;
        settled.status.reason = failure;
        ++settled.failed;
    } else if (settled.waiting == 0 && before == ActionStatus::Progress::Pending) {
        settled.status.progress = ActionStatus::Progress::Confirmed;
    }
    const std::size_t all = settled.status.alerts.size() + settled.status.checks.size();
    const bool isPartly = settled.waiting == 0 && settled.failed > 0 && settled.failed < all;
    if (isPartly)
        settled.status.reason = Reason(kSomeFailed, {std::to_string(settled.failed), std::to_string(all), settled.status.reason});
    if (settled.status.progress != before || isPartly) // it names all its targets: not once more for each of them
        m_around.news.action(settled.status);
    if (settled.waiting > 0)
        return;
    m_unrecorded.erase(action); // a wish that came to nothing has no event that could be recorded
    m_actions.erase(it);
}

/// After a reload: what was overtaken while it waited is in no acknowledgement any more.
void AckKeeper::settleOvertaken()
{
    std::map<ActionId, std::size_t> open;
    for (const auto &[subject, ack] : m_acks) {
        if (ack.stage != KeptAck::Stage::Standing)
            ++open[ack.action];
    }
    std::vector<std::pair<ActionId, std::size_t>> lost;
    for (const auto &[id, action] : m_actions) {
        const std::size_t waited = std::min(open[id], action.waiting);
        if (waited < action.waiting)
            lost.emplace_back(id, action.waiting - waited);
    }
    for (const auto &[id, count] : lost) {
        for (std::size_t i = 0; i < count; ++i)
            settleAction(id, Reason(kOvertaken));
    }
}

} // namespace tocsin
