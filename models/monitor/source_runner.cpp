// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/source_runner.h"

#include "models/monitor/same_target.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kNotBuilt{
    "source_not_built", QT_TRANSLATE_NOOP("Phrase", "this source cannot be asked: nothing knows the type %1")};
constexpr Phrase kBroke{"source_broke", QT_TRANSLATE_NOOP("Phrase", "this source broke by a fault of the program: %1")};

} // namespace

SourceRunner::SourceRunner(
    const Config &config, std::span<const SourceKind> kinds, const SourceTools &tools, Surroundings surroundings)
    : m_around(std::move(surroundings))
{
    m_slots.reserve(config.sources.size());
    for (const SourceConfig &source : config.sources) {
        Slot &slot = m_slots.emplace_back();
        slot.config = source;
        slot.history = beginSourceHistory({m_around.clock.now(), m_around.clock.monotonic()});
        const auto kind
            = std::find_if(kinds.begin(), kinds.end(), [&](const SourceKind &k) { return k.section.type == source.type; });
        if (kind != kinds.end()) {
            slot.source = kind->make(source, tools);
            slot.readsAlerts = !kind->readsAlerts || kind->readsAlerts(source.settings);
        }
        slot.status.id = SourceId(source.name);
        slot.status.type = source.type;
        slot.status.interval = source.policy.interval;
        slot.status.since = slot.history.since;
        slot.expires = slot.history.began + staleLimit(source.policy) + Duration(1);
    }
}

std::optional<std::size_t> SourceRunner::find(const SourceId &id) const
{
    const auto it = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.status.id == id; });
    return it == m_slots.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - m_slots.begin()));
}

void SourceRunner::run(std::size_t source)
{
    ++m_running;
    poll(source); // ends by itself, and idle() counts it
}

QCoro::Task<> SourceRunner::poll(std::size_t source)
{
    Slot &slot = m_slots[source]; // slots do not move after construction
    const Monotonic began = m_around.clock.monotonic();
    Result<SourceReading> reading = failure(ErrorKind::Config, Reason(kNotBuilt, {slot.config.type}));
    if (slot.source) {
        try {
            reading = co_await slot.source->poll();
        } catch (const std::exception &fault) {
            reading = failure(ErrorKind::Content, Reason(kBroke, {fault.what()}));
        }
    }
    --m_running;
    if (m_isStopping)
        co_return;
    if (reading)
        redactReading(m_around.news.redact(), *reading);
    else
        redactError(m_around.news.redact(), reading.error());
    read(source, reading, began);
    m_around.finished(source);
}

void SourceRunner::read(std::size_t source, const Result<SourceReading> &reading, Monotonic began)
{
    Slot &slot = m_slots[source];
    remember(slot.history, reading, {m_around.clock.now(), m_around.clock.monotonic()}, slot.config.policy);
    slot.status.evidence = reading ? reading->evidence : reading.error().evidence;
    slot.status.remarks.clear();
    if (reading) {
        const std::size_t shownAsReason = reading->troubles.empty() ? 0 : 1;
        slot.status.remarks.assign(
            reading->troubles.begin() + static_cast<std::ptrdiff_t>(shownAsReason), reading->troubles.end());
        slot.status.remarks.insert(slot.status.remarks.end(), reading->remarks.begin(), reading->remarks.end());
        slot.readBegan = began;
        slot.isComplete = reading->troubles.empty();
        slot.clockAhead = reading->serverTime ? std::optional(*reading->serverTime - m_around.clock.now()) : std::nullopt;
    }
    slot.isDirty = true;
    judgeNow(source);
    if (reading) {
        m_around.alerts.update(
            source, reading->alerts, began, reading->isComplete ? AlertBook::Missing::Ended : AlertBook::Missing::Unproven);
        m_around.answered(source);
    }
}

void SourceRunner::judgeNow(std::size_t source)
{
    Slot &slot = m_slots[source];
    const Instant now = m_around.clock.now();
    SourceJudgement judgement = judge(slot.history, slot.config.policy, {now, m_around.clock.monotonic()});
    SourceStatus &status = slot.status;
    const State before = status.state;
    const bool isChanged = judgement.state != before || judgement.reason != status.reason;
    status.since = enteredAt(before, status.since, judgement.state, judgement.since, now);
    status.state = judgement.state;
    status.reason = std::move(judgement.reason);
    status.lastGood = slot.history.lastGood ? std::optional(slot.history.lastGood->at) : std::nullopt;
    slot.expires = judgement.expires;
    slot.alertsAreStale = judgement.alertsAreStale;
    slot.isDirty = slot.isDirty || isChanged;
    m_around.news.stateChanged("source/" + status.id.text(), before, status.state, status.reason, status.since);
    m_around.alerts.setStale(source, judgement.alertsAreStale);
    if (slot.isDirty)
        m_around.stateChanged();
}

std::optional<Monotonic> SourceRunner::advance()
{
    const Monotonic now = m_around.clock.monotonic();
    std::optional<Monotonic> next;
    for (std::size_t source = 0; source < m_slots.size(); ++source) {
        if (m_slots[source].expires && *m_slots[source].expires <= now)
            judgeNow(source);
        const std::optional<Monotonic> expires = m_slots[source].expires;
        if (expires && (!next || *expires < *next))
            next = expires;
    }
    return next;
}

void SourceRunner::takeChanges(std::vector<SourceStatus> &changes)
{
    for (Slot &slot : m_slots) {
        if (std::exchange(slot.isDirty, false))
            changes.push_back(slot.status);
    }
}

std::map<SourceId, SourceCarryOver> SourceRunner::carryOver() const
{
    std::map<SourceId, SourceCarryOver> carried;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const Slot &slot = m_slots[i];
        carried.emplace(slot.status.id, SourceCarryOver{slot.config, slot.history, slot.status, m_around.alerts.allOf(i)});
    }
    return carried;
}

void SourceRunner::restore(const std::map<SourceId, SourceCarryOver> &carried)
{
    for (std::size_t source = 0; source < m_slots.size(); ++source) {
        Slot &slot = m_slots[source];
        const auto it = carried.find(slot.status.id);
        if (it == carried.end() || !asksTheSame(it->second.config, slot.config))
            continue;
        slot.history = it->second.history;
        slot.status = it->second.status;
        slot.status.interval = slot.config.policy.interval;
        slot.isDirty = true;
        m_around.alerts.update(source, it->second.alerts, Monotonic::min());
        judgeNow(source);
    }
}

} // namespace tocsin
