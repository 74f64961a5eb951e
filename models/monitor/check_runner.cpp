// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/check_runner.h"

#include "models/monitor/same_target.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kFailedWhileBlind{
    "failed_while_blind", QT_TRANSLATE_NOOP("Phrase", "failed while this station was blind, which proves nothing: %1")};
constexpr Phrase kNotBuilt{"check_not_built", QT_TRANSLATE_NOOP("Phrase", "this check cannot be run: nothing knows the type %1")};
constexpr Phrase kBroke{"check_broke", QT_TRANSLATE_NOOP("Phrase", "this check broke by a fault of the program: %1")};

std::uint32_t micros(const std::optional<Micros> &phase)
{
    return phase ? static_cast<std::uint32_t>(std::clamp<Micros::rep>(phase->count(), 0, UINT32_MAX)) : 0;
}

LatencySample sampleOf(const Observation &observation, State state)
{
    const PhaseTimings &timings = observation.evidence.timings;
    return LatencySample{observation.check, observation.at, state, micros(timings.dns), micros(timings.connect),
        micros(timings.tls), micros(timings.firstByte), micros(timings.total)};
}

Observation unproven(Reason reason)
{
    Observation observation;
    observation.outcome = Outcome::Unproven;
    observation.reason = std::move(reason);
    return observation;
}

} // namespace

CheckRunner::CheckRunner(
    const Config &config, std::span<const CheckKind> kinds, const CheckTools &tools, Surroundings surroundings, bool onePass)
    : m_around(std::move(surroundings))
    , m_ofService(config.services.size())
{
    for (const ServiceConfig &service : config.services) {
        for (const CheckConfig &check : service.checks) {
            m_ofService[static_cast<std::size_t>(&service - config.services.data())].push_back(m_slots.size());
            add(service, check, kinds, tools, onePass);
            m_slots.back().service = static_cast<std::size_t>(&service - config.services.data());
        }
    }
}

void CheckRunner::add(const ServiceConfig &service, const CheckConfig &config, std::span<const CheckKind> kinds,
    const CheckTools &tools, bool onePass)
{
    Slot slot;
    slot.config = config;
    slot.policy = onePass ? Policy::forOnePass(config.policy) : config.policy;
    slot.isExempt = targetIsLoopback(config.settings);
    slot.history = beginHistory({m_around.clock.now(), m_around.clock.monotonic()});
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const CheckKind &k) { return k.section.type == config.type; });
    if (kind != kinds.end())
        slot.check = kind->make(config, tools);
    slot.status.id = CheckId(service.name + "/" + config.name);
    slot.status.service = ServiceId(service.name);
    slot.status.name = config.name;
    slot.status.type = config.type;
    slot.status.interval = config.policy.interval;
    slot.status.since = slot.history.since;
    m_byId.emplace(slot.status.id, m_slots.size());
    m_slots.push_back(std::move(slot));
    markDirty(m_slots.size() - 1);
    expect(m_slots.size() - 1, m_slots.back().history.began + staleLimit(m_slots.back().policy) + Duration(1));
}

std::optional<std::size_t> CheckRunner::find(const CheckId &id) const
{
    const auto it = m_byId.find(id);
    return it == m_byId.end() ? std::nullopt : std::optional(it->second);
}

void CheckRunner::run(std::size_t check)
{
    ++m_running;
    look(check); // ends by itself, and idle() counts it
}

QCoro::Task<> CheckRunner::look(std::size_t check)
{
    Slot &slot = m_slots[check]; // slots do not move after construction
    Observation observation = unproven(Reason(kNotBuilt, {slot.config.type}));
    if (slot.check) {
        try {
            observation = co_await slot.check->run();
        } catch (const std::exception &fault) {
            observation = unproven(Reason(kBroke, {fault.what()}));
        }
    }
    observed(check, std::move(observation));
}

void CheckRunner::observed(std::size_t check, Observation observation)
{
    Slot &slot = m_slots[check];
    redactObservation(m_around.news.redact(), observation);
    observation.check = slot.status.id;
    observation.at = m_around.clock.now();
    observation.moment = m_around.clock.monotonic();
    const bool needsSight = observation.outcome == Outcome::Failed && !slot.isExempt && m_around.beacons.any()
        && !m_around.beacons.blindSince() && wouldGoDown(slot.history, slot.policy);
    if (needsSight && !m_isStopping && !m_around.beacons.knowsSince(observation.moment)) {
        m_held.push_back(Held{check, std::move(observation)});
        m_around.beacons.ask();
        return;
    }
    settle(check, std::move(observation));
}

void CheckRunner::settle(std::size_t check, Observation observation)
{
    Slot &slot = m_slots[check];
    --m_running;
    if (m_isStopping)
        return; // what a cancelled request says is no observation
    if (observation.outcome == Outcome::Failed && m_around.beacons.blindSince() && !slot.isExempt) {
        observation.outcome = Outcome::Unproven;
        observation.reason = Reason(kFailedWhileBlind, {observation.reason});
    }
    const auto shared = std::make_shared<const Observation>(std::move(observation));
    remember(slot.history, shared, slot.policy);
    slot.status.last = shared;
    judgeNow(check, true);
    m_around.news.sample(sampleOf(*shared, slot.status.state));
    m_around.finished(check);
}

void CheckRunner::judgeNow(std::size_t check, bool hasNewProof)
{
    Slot &slot = m_slots[check];
    const Instant now = m_around.clock.now();
    Circumstances circumstances{{now, m_around.clock.monotonic()}, m_around.maintenance.active(slot.service), std::nullopt};
    if (!slot.isExempt)
        circumstances.blindSince = m_around.beacons.blindSince();
    CheckJudgement judgement = judge(slot.history, slot.policy, circumstances);
    CheckStatus &status = slot.status;
    const State before = status.state;
    const bool isChanged
        = judgement.state != before || judgement.reason != status.reason || judgement.flapping != status.flapping;
    status.since = enteredAt(before, status.since, judgement.state, judgement.since, now);
    status.state = judgement.state;
    status.reason = std::move(judgement.reason);
    status.flapping = judgement.flapping;
    status.lastProof = judgement.lastProof;
    expect(check, judgement.expires);
    // A first OK is no news: ten thousand of them at every start would only bury the rest.
    if (!(before == State::Pending && status.state == State::Ok))
        m_around.news.stateChanged("check/" + status.id.text(), before, status.state, status.reason, status.since,
            hasNewProof && status.last ? &status.last->evidence : nullptr);
    if (!isChanged && !hasNewProof)
        return;
    markDirty(check);
    m_around.touched(slot.service, isChanged);
}

void CheckRunner::expect(std::size_t check, std::optional<Monotonic> deadline)
{
    Slot &slot = m_slots[check];
    slot.expires = deadline;
    if (!deadline || (slot.queued && *slot.queued <= *deadline))
        return; // the entry that is in the heap already comes up earlier and is then moved on
    slot.queued = deadline;
    m_deadlines.push_back(Deadline{*deadline, check});
    std::push_heap(m_deadlines.begin(), m_deadlines.end(), std::greater<>());
}

std::optional<Monotonic> CheckRunner::advance()
{
    const Monotonic now = m_around.clock.monotonic();
    while (!m_deadlines.empty() && m_deadlines.front().at <= now) {
        const auto [at, check] = m_deadlines.front();
        std::pop_heap(m_deadlines.begin(), m_deadlines.end(), std::greater<>());
        m_deadlines.pop_back();
        Slot &slot = m_slots[check];
        if (slot.queued != at)
            continue;
        slot.queued.reset();
        if (slot.expires && *slot.expires > now)
            expect(check, slot.expires);
        else
            judgeNow(check, false);
    }
    return m_deadlines.empty() ? std::nullopt : std::optional(m_deadlines.front().at);
}

void CheckRunner::judgeAll()
{
    for (std::size_t check = 0; check < m_slots.size(); ++check)
        judgeNow(check, false);
}

void CheckRunner::judgeService(std::size_t service)
{
    for (const std::size_t check : m_ofService[service])
        judgeNow(check, false);
}

void CheckRunner::beaconsAnswered(bool becameBlind)
{
    if (becameBlind) {
        for (Slot &slot : m_slots) {
            if (!slot.isExempt)
                forgetFailures(slot.history);
        }
    }
    std::vector<Held> waiting = std::exchange(m_held, {});
    for (Held &held : waiting) {
        const bool isKnown
            = m_isStopping || m_around.beacons.blindSince() || m_around.beacons.knowsSince(held.observation.moment);
        if (isKnown)
            settle(held.check, std::move(held.observation));
        else
            m_held.push_back(std::move(held));
    }
    if (!m_held.empty())
        m_around.beacons.ask();
}

void CheckRunner::stop()
{
    m_isStopping = true;
    m_running -= m_held.size();
    m_held.clear();
}

void CheckRunner::setAcknowledgement(std::size_t check, std::optional<Acknowledgement> acknowledgement)
{
    Slot &slot = m_slots[check];
    slot.status.acknowledgement = std::move(acknowledgement);
    markDirty(check);
    m_around.touched(slot.service, true);
}

void CheckRunner::markDirty(std::size_t check)
{
    if (!std::exchange(m_slots[check].isDirty, true))
        m_dirty.push_back(check);
}

void CheckRunner::takeChanges(std::vector<CheckStatus> &changes)
{
    changes.reserve(changes.size() + m_dirty.size());
    for (const std::size_t check : m_dirty) {
        m_slots[check].isDirty = false;
        changes.push_back(m_slots[check].status);
    }
    m_dirty.clear();
}

std::map<CheckId, CheckCarryOver> CheckRunner::carryOver() const
{
    std::map<CheckId, CheckCarryOver> carried;
    for (const Slot &slot : m_slots)
        carried.emplace(slot.status.id, CheckCarryOver{slot.config, slot.history, slot.status});
    return carried;
}

void CheckRunner::restore(const std::map<CheckId, CheckCarryOver> &carried)
{
    for (std::size_t check = 0; check < m_slots.size(); ++check) {
        Slot &slot = m_slots[check];
        const auto it = carried.find(slot.status.id);
        if (it == carried.end() || !asksTheSame(it->second.config, slot.config))
            continue;
        slot.history = it->second.history;
        slot.status = it->second.status;
        slot.status.interval = slot.config.policy.interval;
        judgeNow(check, true);
    }
}

} // namespace tocsin
