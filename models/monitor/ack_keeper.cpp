// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/ack_keeper.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kAlertGone{"ack_alert_gone", QT_TRANSLATE_NOOP("Phrase", "the alert is gone")};
constexpr Phrase kCheckGone{"ack_check_gone", QT_TRANSLATE_NOOP("Phrase", "there is no such check")};
constexpr Phrase kCheckIsOk{"ack_check_ok", QT_TRANSLATE_NOOP("Phrase", "the check is OK: there is nothing to take over")};
constexpr Phrase kNotAcknowledged{"ack_nobody", QT_TRANSLATE_NOOP("Phrase", "nobody has acknowledged it")};

constexpr Phrase kAlertAnew{
    "ack_alert_anew", QT_TRANSLATE_NOOP("Phrase", "the alert was gone meanwhile and has started again: acknowledge it anew")};

constexpr Duration kLookEvery{1'000};
constexpr Duration kLongestForChecks = std::chrono::hours(24);

std::string json(const nlohmann::json &payload)
{
    return payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Reason whyGivenUp(const KeptAck &ack, const AckView &view, Monotonic now)
{
    if (!view.isConfigured)
        return Reason(ackSourceGonePhrase);
    if (ack.wishEnds && now >= *ack.wishEnds)
        return Reason(ackTooLatePhrase);
    return Reason(view.alert ? kAlertAnew : kAlertGone);
}

} // namespace

AckKeeper::AckKeeper(Surroundings surroundings)
    : m_around(std::move(surroundings))
{
}

void AckKeeper::acknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
    const std::string &person, const std::string &comment, Duration lasting)
{
    beginAction(action, ActionStatus::Kind::Acknowledge, alerts, checks);
    if (m_around.recordsFirst)
        m_unrecorded.insert(action);
    KeptAck wish;
    wish.action = action;
    wish.person = person;
    wish.comment = comment;
    wish.since = m_around.clock.now();
    if (lasting.count() > 0)
        wish.until = wish.since + lasting;
    for (const AlertKey &key : alerts)
        acknowledgeAlert(action, key, wish);
    for (const CheckId &check : checks)
        acknowledgeCheck(action, check, wish);
    pump();
}

void AckKeeper::acknowledgeAlert(const ActionId &action, const AlertKey &key, const KeptAck &wish)
{
    const AlertPtr alert = m_around.alerts.find(key);
    if (!alert)
        return settleAction(action, Reason(kAlertGone));
    KeptAck ack = wish;
    ack.alert = key;
    ack.name = alert->name;
    ack.labels = alert->labels;
    ack.isLocal = !alert->actions.acknowledge;
    ack.started = alert->startsAt;
    if (const auto known = m_acks.find(ack.subject()); known != m_acks.end()) {
        ack.silence = known->second.silence; // asked for again: prolong it, do not double it
        ack.openUntil = known->second.openUntil;
        ack.before = standingBefore(known->second);
    }
    m_lastSeen[ack.subject()] = alert;
    request(std::move(ack), true);
}

void AckKeeper::acknowledgeCheck(const ActionId &action, const CheckId &check, const KeptAck &wish)
{
    const std::optional<std::size_t> index = m_around.checks.find(check);
    if (!index)
        return settleAction(action, Reason(kCheckGone));
    if (m_around.checks.status(*index).state == State::Ok)
        return settleAction(action, Reason(kCheckIsOk));
    KeptAck ack = wish;
    ack.check = check;
    ack.isLocal = true;
    if (!ack.until)
        ack.until = ack.since + kLongestForChecks;
    request(std::move(ack), true);
}

void AckKeeper::request(KeptAck ack, bool sendsNow)
{
    const std::string subject = ack.subject();
    m_wished.insert(subject);
    setAckTimes(ack, now(), aheadOf(ack), m_around.times);
    ack.changed = m_around.clock.monotonic();
    tell(ack, "ack.requested", ackPayload(ack, false));
    KeptAck &kept = m_acks.insert_or_assign(subject, std::move(ack)).first->second;
    if (kept.isLocal)
        standLocally(kept);
    else if (sendsNow)
        enqueue(subject, Errand::Acknowledge);
}

void AckKeeper::standLocally(KeptAck &ack)
{
    ack.stage = KeptAck::Stage::Standing;
    tell(ack, "ack.confirmed", ackPayload(ack, true));
    showStanding(ack);
    settleAction(ack.action, {});
}

void AckKeeper::unacknowledge(
    const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const std::string &person)
{
    beginAction(action, ActionStatus::Kind::Unacknowledge, alerts, checks);
    if (m_around.recordsFirst)
        m_unrecorded.insert(action);
    std::vector<KeptAck> wishes;
    for (const AlertKey &key : alerts)
        wishes.emplace_back().alert = key;
    for (const CheckId &check : checks)
        wishes.emplace_back().check = check;
    for (KeptAck &wish : wishes) {
        const std::string subject = wish.subject();
        const AlertPtr alert = wish.alert ? m_around.alerts.find(*wish.alert) : nullptr;
        const auto known = m_acks.find(subject);
        const bool isThere = known != m_acks.end() || (alert && alert->acknowledgement);
        if (!isThere) {
            settleAction(action, Reason(kNotAcknowledged));
            continue;
        }
        m_wished.insert(subject);
        KeptAck &ack = known != m_acks.end() ? known->second : m_acks.emplace(subject, std::move(wish)).first->second;
        if (alert)
            m_lastSeen[subject] = alert;
        ack.action = action;
        m_around.news.event(subject, "ack.undo_requested", json({{"action", action.text()}, {"person", person}}), person);
        if (ack.isLocal) {
            settleAction(action, {});
            endLocally(subject, "undone");
            continue;
        }
        ack.stage = KeptAck::Stage::Ending;
        ack.before.reset();
        ack.person = person;
        enqueue(subject, Errand::End);
    }
    pump();
}

void AckKeeper::endLocally(const std::string &subject, const char *why)
{
    const auto node = m_acks.extract(subject);
    if (node.empty())
        return;
    const KeptAck &ack = node.mapped();
    m_lastSeen.erase(subject);
    tellEnded(ack, Job{subject, Errand::EndOwn, why, ack.action});
    showEnded(ack);
}

void AckKeeper::recorded(const ActionId &action)
{
    m_unrecorded.erase(action);
    pump();
}

void AckKeeper::sourceAnswered(std::size_t source)
{
    const Stamp stamp = now();
    const SourceId &id = m_around.sources.status(source).id;
    followSource(source);
    const Instant sourceNow = stamp.at + m_around.sources.clockAhead(source).value_or(Duration(0));
    for (const AlertPtr &alert : m_around.alerts.allOf(source)) {
        if (!shouldAdopt(*alert, sourceNow))
            continue;
        KeptAck ack;
        ack.alert = AlertKey{id, alert->key.externalId};
        if (m_acks.count(ack.subject()) > 0)
            continue;
        ack.name = alert->name;
        ack.labels = alert->labels;
        ack.person = alert->acknowledgement->person;
        ack.comment = alert->acknowledgement->comment;
        ack.since = alert->acknowledgement->since.value_or(stamp.at);
        ack.stage = KeptAck::Stage::Standing;
        ack.silence = alert->acknowledgement->silence;
        ack.silenceUntil = alert->acknowledgement->until;
        ack.started = alert->startsAt;
        ack.until = alert->acknowledgement->wishedUntil;
        setAckTimes(ack, stamp, aheadOf(ack), m_around.times);
        const std::string subject = ack.subject();
        m_lastSeen[subject] = alert;
        m_acks.emplace(subject, std::move(ack));
        enqueue(subject, Errand::Adopt);
    }
    m_nextLook.reset();
    pump();
}

void AckKeeper::advance()
{
    const Stamp stamp = now();
    if (m_nextLook && stamp.moment < *m_nextLook)
        return;
    m_nextLook = stamp.moment + kLookEvery;
    std::vector<std::string> subjects;
    subjects.reserve(m_acks.size());
    for (const auto &[subject, ack] : m_acks)
        subjects.push_back(subject);
    for (const std::string &subject : subjects)
        takeStep(subject, stamp);
    pump();
}

AckView AckKeeper::viewOf(const KeptAck &ack) const
{
    AckView view;
    if (!ack.alert) {
        if (const std::optional<std::size_t> index = m_around.checks.find(ack.check))
            view.check = m_around.checks.status(*index).state;
        view.isFresh = true;
        return view;
    }
    const std::optional<std::size_t> source = m_around.sources.find(ack.alert->source);
    view.isConfigured = source.has_value();
    if (!source)
        return view;
    const std::optional<Monotonic> read = m_around.sources.readSince(*source);
    view.alert = m_around.alerts.find(*ack.alert);
    if (const Source *asked = m_around.sources.source(*source); asked && !view.alert)
        view.alert = asked->known(*ack.alert); // the filter may keep it from people
    const bool isProven = !view.alert || !view.alert->handling.stale;
    view.isFresh = isProven && m_around.sources.provesItsAlerts(*source) && read && *read > ack.changed;
    view.isComplete = m_around.sources.provesWhatIsGone(*source);
    return view;
}

Duration AckKeeper::aheadOf(const KeptAck &ack) const
{
    const std::optional<std::size_t> source = ack.alert ? m_around.sources.find(ack.alert->source) : std::nullopt;
    return source ? m_around.sources.clockAhead(*source).value_or(Duration(0)) : Duration(0);
}

/// Takes over how long the silences last by the clock of the source, and what another station has prolonged.
void AckKeeper::followSource(std::size_t source)
{
    const Stamp stamp = now();
    const std::optional<Duration> ahead = m_around.sources.clockAhead(source);
    for (auto &[subject, ack] : m_acks) {
        const bool isItsOwn
            = ack.alert && !ack.isLocal && ack.silenceUntil && ack.alert->source == m_around.sources.status(source).id;
        if (!isItsOwn)
            continue;
        const AlertPtr alert = m_around.alerts.find(*ack.alert);
        const std::optional<Acknowledgement> told = alert ? alert->acknowledgement : std::nullopt;
        const bool isNewer = told && told->silence == ack.silence && told->until && told->until != ack.silenceUntil
            && *m_around.sources.readSince(source) > ack.changed;
        if (isNewer)
            ack.silenceUntil = told->until;
        if (isNewer || ahead)
            setSilenceTimes(ack, stamp, ahead.value_or(Duration(0)), m_around.times);
    }
}

void AckKeeper::takeStep(const std::string &subject, Stamp stamp)
{
    KeptAck &ack = m_acks.at(subject);
    const AckView view = viewOf(ack);
    observe(ack, view, stamp.moment);
    if (view.alert)
        m_lastSeen[subject] = view.alert;
    switch (stepFor(ack, view, stamp.moment)) {
    case AckStep::None:
        break;
    case AckStep::Send:
        enqueue(subject, Errand::Acknowledge);
        break;
    case AckStep::Confirm:
        acknowledged(Job{subject, Errand::Acknowledge, "", ack.action}, *view.alert->acknowledgement);
        break;
    case AckStep::GiveUp:
        acknowledged(
            Job{subject, Errand::Acknowledge, "", ack.action}, failure(ErrorKind::Content, whyGivenUp(ack, view, stamp.moment)));
        break;
    case AckStep::Renew:
    case AckStep::Restore:
        enqueue(subject, Errand::Renew);
        break;
    case AckStep::End:
        enqueue(subject, Errand::End, "undone");
        break;
    case AckStep::EndResolved:
        ack.isLocal ? endLocally(subject, "resolved") : enqueue(subject, Errand::EndOwn, "resolved");
        break;
    case AckStep::EndExpired:
        ack.isLocal ? endLocally(subject, "expired") : enqueue(subject, Errand::EndOwn, "expired");
        break;
    case AckStep::NoteLapsed:
        endLocally(subject, "lapsed");
        break;
    case AckStep::NoteReplaced:
        endLocally(subject, "replaced");
        break;
    }
}

/// A request that an earlier life sent is answered within the timeout of its source, or has not arrived.
std::optional<Monotonic> AckKeeper::openUntil(const KeptAck &ack, Monotonic start) const
{
    if (!ack.alert || ack.isLocal)
        return std::nullopt;
    const std::optional<std::size_t> source = m_around.sources.find(ack.alert->source);
    return source ? std::optional(start + m_around.sources.timeout(*source)) : std::nullopt;
}

void AckKeeper::restore(Acknowledgements acks, Actions actions)
{
    for (auto &wished : actions) {
        m_around.news.action(wished.second.status);
        m_actions.insert_or_assign(wished.first, std::move(wished.second));
    }
    const Stamp stamp = now();
    for (auto &entry : acks) {
        const std::string &subject = entry.first;
        const auto newer = m_acks.find(subject);
        if (m_wished.count(subject) > 0) { // newer than what the journal remembers
            if (newer != m_acks.end())
                newer->second.openUntil = openUntil(newer->second, stamp.moment);
            continue;
        }
        // One that was adopted since the start is our own after all, and has the end that a person wished.
        KeptAck &ack = m_acks.insert_or_assign(subject, std::move(entry.second)).first->second;
        ack.openUntil = openUntil(ack, stamp.moment);
        ack.isBusy = isQueued(subject) || m_talkedAbout.count(subject) > 0;
        ack.changed = stamp.moment - Duration(1);
        ack.goneSince.reset();
        ack.missingSince.reset();
        ack.renewedAt.reset();
        ack.seenAt.reset();
        setAckTimes(ack, stamp, aheadOf(ack), m_around.times);
        if (!ack.isLocal)
            continue; // its source says whether it stands
        if (ack.stage == KeptAck::Stage::Wanted)
            ack.stage = KeptAck::Stage::Standing; // it needed nobody's word but the journal's
        if (ack.stage == KeptAck::Stage::Standing)
            showStanding(ack);
        else
            endLocally(subject, "undone");
    }
    settleOvertaken();
}

void AckKeeper::stop()
{
    m_isStopping = true;
    m_jobs.clear();
}

} // namespace tocsin
