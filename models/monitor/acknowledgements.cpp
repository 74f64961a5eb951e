// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/acknowledgements.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace tocsin {

namespace {

using Json = nlohmann::json;

constexpr Duration kGoneGrace = std::chrono::minutes(2);
constexpr Duration kMissingGrace = std::chrono::seconds(10);
constexpr Duration kAdoptBelow = std::chrono::minutes(5); // half time is 7.5 minutes: the renewal is well overdue
constexpr Duration kSameEnd = std::chrono::seconds(2);    // the header Date tells whole seconds

std::string textOf(const Json &payload, const char *key)
{
    const auto it = payload.find(key);
    return it != payload.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::optional<Instant> instantOf(const Json &payload, const char *key)
{
    return parseRfc3339(textOf(payload, key));
}

Labels labelsOf(const Json &payload)
{
    std::vector<Labels::Pair> pairs;
    const auto it = payload.find("labels");
    if (it != payload.end() && it->is_object()) {
        for (const auto &[name, value] : it->items()) {
            if (value.is_string())
                pairs.emplace_back(name, value.get<std::string>());
        }
    }
    return Labels(std::move(pairs));
}

KeptAck readAck(const Json &payload, const Event &event)
{
    KeptAck ack;
    ack.action = ActionId(textOf(payload, "action"));
    ack.check = CheckId(textOf(payload, "check"));
    if (ack.check.isEmpty())
        ack.alert = AlertKey{SourceId(textOf(payload, "source")), textOf(payload, "id")};
    ack.name = textOf(payload, "name");
    ack.labels = labelsOf(payload);
    ack.person = payload.contains("person") ? textOf(payload, "person") : event.author;
    ack.comment = textOf(payload, "comment");
    ack.since = instantOf(payload, "since").value_or(Instant(Duration(event.time.wallMs)));
    ack.started = instantOf(payload, "started");
    const auto local = payload.find("local");
    ack.isLocal = local != payload.end() && local->is_boolean() && local->get<bool>();
    return ack;
}

void confirm(Acknowledgements &acks, const Json &payload, const Event &event)
{
    KeptAck ack = readAck(payload, event);
    if (const auto known = acks.find(event.subject); known != acks.end() && ack.name.empty())
        ack.name = known->second.name;
    ack.stage = KeptAck::Stage::Standing;
    ack.silence = SilenceId(textOf(payload, "silence"));
    ack.silenceUntil = ack.isLocal ? std::nullopt : instantOf(payload, "until");
    ack.until = instantOf(payload, "ends");
    acks.insert_or_assign(event.subject, std::move(ack));
}

bool isOf(const KeptAck &ack, const Json &payload)
{
    return ack.action.text() == textOf(payload, "action");
}

bool isGone(const KeptAck &ack, const AckView &view, Monotonic now)
{
    return view.isFresh && view.isComplete && ack.alert && !view.alert && ack.goneSince && now - *ack.goneSince >= kGoneGrace;
}

AckStep stepForLocal(const KeptAck &ack, const AckView &view, Monotonic now)
{
    if (ack.wishEnds && now >= *ack.wishEnds)
        return AckStep::EndExpired;
    const bool isWell = view.check == State::Ok;
    const bool isAnew = view.isFresh && view.alert && startedAnew(ack, *view.alert);
    return isWell || isAnew || isGone(ack, view, now) ? AckStep::EndResolved : AckStep::None;
}

AckStep stepForWanted(const KeptAck &ack, const AckView &view, Monotonic now)
{
    const bool isTooLate = ack.wishEnds && now >= *ack.wishEnds;
    if (isTooLate || !view.isConfigured)
        return AckStep::GiveUp;
    if (!view.isFresh)
        return AckStep::None;
    if (!view.alert)
        return isGone(ack, view, now) ? AckStep::GiveUp : AckStep::None;
    if (startedAnew(ack, *view.alert))
        return AckStep::GiveUp;
    const std::optional<Acknowledgement> &there = view.alert->acknowledgement;
    if (there && there->renewable && there->person == ack.person)
        return AckStep::Confirm;
    return awaitsEarlierLife(ack, now) ? AckStep::None : AckStep::Send;
}

AckStep stepForStanding(const KeptAck &ack, const AckView &view, Monotonic now)
{
    if (ack.wishEnds && now >= *ack.wishEnds)
        return AckStep::EndExpired;
    const bool hasLapsed = ack.silenceEnds && now >= *ack.silenceEnds;
    if (!view.isConfigured)
        return hasLapsed ? AckStep::NoteLapsed : AckStep::None;
    if (!view.isFresh)
        return AckStep::None;
    if (!view.alert)
        return isGone(ack, view, now) ? AckStep::EndResolved : AckStep::None;
    if (startedAnew(ack, *view.alert))
        return AckStep::EndResolved;
    if (ack.missingSince) {
        if (!hasLapsed && now - *ack.missingSince < kMissingGrace)
            return AckStep::None;
        if (view.alert->acknowledgement)
            return AckStep::NoteReplaced;
        return hasLapsed ? AckStep::NoteLapsed : AckStep::Restore;
    }
    return ack.renewAt && now >= *ack.renewAt ? AckStep::Renew : AckStep::None;
}

} // namespace

std::string KeptAck::subject() const
{
    return alert ? "alert/" + alert->source.text() + "/" + alert->externalId : "check/" + check.text();
}

std::string ackPayload(const KeptAck &ack, bool isConfirmed)
{
    Json payload{
        {"action", ack.action.text()}, {"person", ack.person}, {"comment", ack.comment}, {"since", formatRfc3339(ack.since)}};
    if (ack.alert) {
        Json labels = Json::object();
        for (const auto &[name, value] : ack.labels)
            labels[name] = value;
        payload.update(
            {{"source", ack.alert->source.text()}, {"id", ack.alert->externalId}, {"name", ack.name}, {"labels", labels}});
    } else {
        payload["check"] = ack.check.text();
    }
    if (ack.started)
        payload["started"] = formatRfc3339(*ack.started);
    if (ack.isLocal)
        payload["local"] = true;
    if (ack.until)
        payload[isConfirmed ? "ends" : "until"] = formatRfc3339(*ack.until);
    if (isConfirmed && !ack.silence.isEmpty())
        payload["silence"] = ack.silence.text();
    if (isConfirmed && (ack.silenceUntil || ack.until))
        payload["until"] = formatRfc3339(ack.silenceUntil ? *ack.silenceUntil : *ack.until);
    return payload.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void applyAckEvent(Acknowledgements &acks, const Event &event)
{
    const bool isOfSilence = event.kind == "silence.renewed" || event.kind == "silence.created";
    if (event.kind.rfind("ack.", 0) != 0 && !isOfSilence)
        return;
    const Json payload = Json::parse(event.payload, nullptr, false);
    if (!payload.is_object())
        return;
    const auto known = acks.find(event.subject);
    const bool isKnown = known != acks.end();
    if (event.kind == "ack.requested") {
        KeptAck ack = readAck(payload, event);
        ack.until = instantOf(payload, "until");
        if (isKnown) { // asked for again: what stands is replaced, and must be renewed rather than doubled
            ack.silence = known->second.silence;
            ack.before = standingBefore(known->second);
        }
        acks.insert_or_assign(event.subject, std::move(ack));
    } else if (event.kind == "ack.confirmed") {
        confirm(acks, payload, event);
    } else if (!isKnown) {
        return;
    } else if (event.kind == "ack.ended") {
        const bool isEarlierOne = known->second.stage != KeptAck::Stage::Standing && !isOf(known->second, payload);
        if (!isEarlierOne) {
            acks.erase(known);
        } else { // what was wished after it began to end, be it an end once more, is still to be done
            known->second.silence = {};
            known->second.before.reset();
        }
    } else if (event.kind == "ack.failed") {
        if (known->second.stage != KeptAck::Stage::Wanted || !isOf(known->second, payload))
            return;
        if (const std::shared_ptr<const KeptAck> before = known->second.before)
            known->second = *before;
        else
            acks.erase(known);
    } else if (isOfSilence) {
        known->second.silence = SilenceId(textOf(payload, "silence"));
        known->second.silenceUntil = instantOf(payload, "until");
        if (const std::optional<Instant> started = instantOf(payload, "started"))
            known->second.started = started;
    } else if (event.kind == "ack.undo_requested") {
        // Nobody knows whether what was asked for last came into being: its end is meant, not only that of what stood before.
        if (known->second.stage == KeptAck::Stage::Wanted)
            known->second.silence = {};
        known->second.stage = KeptAck::Stage::Ending;
        known->second.before.reset();
        known->second.action = ActionId(textOf(payload, "action"));
    } else if (event.kind == "ack.undo_failed") {
        if (known->second.stage == KeptAck::Stage::Ending && isOf(known->second, payload))
            known->second.stage = KeptAck::Stage::Standing;
    }
}

Acknowledgements foldAcknowledgements(std::vector<Event> events)
{
    std::sort(events.begin(), events.end(),
        [](const Event &a, const Event &b) { return std::tie(a.time, a.id) < std::tie(b.time, b.id); });
    Acknowledgements acks;
    for (const Event &event : events)
        applyAckEvent(acks, event);
    return acks;
}

void setAckTimes(KeptAck &ack, Stamp now, Duration ahead, const AckTimes &times)
{
    ack.wishEnds = ack.until ? std::optional(now.moment + (*ack.until - now.at)) : std::nullopt;
    setSilenceTimes(ack, now, ahead, times);
}

void setSilenceTimes(KeptAck &ack, Stamp now, Duration ahead, const AckTimes &times)
{
    ack.silenceEnds.reset();
    ack.renewAt.reset();
    if (!ack.silenceUntil)
        return;
    ack.silenceEnds = now.moment + (*ack.silenceUntil - (now.at + ahead));
    const bool canGrow = !ack.wishEnds || *ack.silenceEnds < *ack.wishEnds - kSameEnd;
    if (!canGrow)
        return;
    ack.renewAt = *ack.silenceEnds - times.silence / 2;
    if (ack.renewedAt)
        ack.renewAt = std::max(*ack.renewAt, *ack.renewedAt + times.renewEvery);
}

bool startedAnew(const KeptAck &ack, const Alert &alert)
{
    // Alertmanager gives an alert that came without a begin one in the future (protocols.md 4.4): that tells nothing.
    if (alert.startsAt && alert.updatedAt && *alert.startsAt > *alert.updatedAt)
        return false;
    // Senders that tell no begin get a new one when their Alertmanager restarts: what began before somebody took it is the same.
    return alert.startsAt && *alert.startsAt > std::max(ack.started.value_or(ack.since), ack.since);
}

std::shared_ptr<const KeptAck> standingBefore(const KeptAck &ack)
{
    if (ack.stage != KeptAck::Stage::Standing)
        return ack.stage == KeptAck::Stage::Wanted ? ack.before : nullptr;
    auto before = std::make_shared<KeptAck>(ack);
    before->before.reset();
    return before;
}

void observe(KeptAck &ack, const AckView &view, Monotonic now)
{
    if (!view.isFresh)
        return;
    if (view.alert || !view.isComplete)
        ack.goneSince.reset();
    else if (!ack.goneSince)
        ack.goneSince = now;
    const bool onlyBlinked = ack.seenAt && now - *ack.seenAt < kGoneGrace;
    if (view.alert && (onlyBlinked || !startedAnew(ack, *view.alert))) {
        ack.seenAt = now;
        if (view.alert->startsAt)
            ack.started = view.alert->startsAt;
    }
    const bool isMissing = ack.alert && !ack.isLocal && ack.stage == KeptAck::Stage::Standing && view.alert
        && (!view.alert->acknowledgement || view.alert->acknowledgement->silence != ack.silence);
    if (!isMissing)
        ack.missingSince.reset();
    else if (!ack.missingSince)
        ack.missingSince = now;
}

bool awaitsEarlierLife(const KeptAck &ack, Monotonic now)
{
    return ack.silence.isEmpty() && ack.openUntil && now < *ack.openUntil;
}

AckStep stepFor(const KeptAck &ack, const AckView &view, Monotonic now)
{
    if (ack.isBusy || (ack.notBefore && now < *ack.notBefore))
        return AckStep::None;
    if (ack.stage == KeptAck::Stage::Ending)
        return AckStep::End;
    if (ack.isLocal)
        return stepForLocal(ack, view, now);
    return ack.stage == KeptAck::Stage::Wanted ? stepForWanted(ack, view, now) : stepForStanding(ack, view, now);
}

bool shouldAdopt(const Alert &alert, Instant now)
{
    const std::optional<Acknowledgement> &ack = alert.acknowledgement;
    return ack && ack->renewable && !ack->silence.isEmpty() && ack->until && *ack->until > now
        && *ack->until - now <= kAdoptBelow;
}

} // namespace tocsin
