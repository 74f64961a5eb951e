// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/metric_runner.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

constexpr Phrase kNoSource{"metric_no_source", QT_TRANSLATE_NOOP("Phrase", "there is no source called %1 that could answer")};
constexpr Phrase kNoData{"metric_no_data", QT_TRANSLATE_NOOP("Phrase", "no data")};
constexpr Phrase kSeveral{
    "metric_several", QT_TRANSLATE_NOOP("Phrase", "the query answers with %1 series, and one is needed: sum them, or pick one")};
constexpr Phrase kNotANumber{"metric_not_a_number", QT_TRANSLATE_NOOP("Phrase", "the answer is not a number")};

constexpr Phrase kBroke{"metric_broke", QT_TRANSLATE_NOOP("Phrase", "this number broke by a fault of the program: %1")};
constexpr Phrase kOldSample{"metric_old_sample", QT_TRANSLATE_NOOP("Phrase", "the newest value is %1 old")};
constexpr Phrase kNoAnswer{"metric_no_answer", QT_TRANSLATE_NOOP("Phrase", "no answer for more than %1")};

constexpr Duration kLeastPatience = std::chrono::minutes(5); // as far as Prometheus itself looks back for a value
constexpr Duration kNoTimeZone = std::chrono::hours(15);     // no two clocks differ so by a mistake of time zones
constexpr int kStaleAfter = 3;
constexpr Duration kRange = std::chrono::hours(1);
constexpr Duration kStep = std::chrono::seconds(30); // 120 points an hour
constexpr std::size_t kMostPoints = 120;

/// Adds a point, or lets the newest one stand for its half minute, so that an hour stays an hour at any interval.
void addPoint(std::vector<Sample> &recent, const Sample &sample)
{
    const bool sharesStep = recent.size() >= 2 && sample.at - recent[recent.size() - 2].at < kStep;
    if (sharesStep)
        recent.back() = sample;
    else
        recent.push_back(sample);
    if (recent.size() > kMostPoints)
        recent.erase(recent.begin(), recent.end() - static_cast<std::ptrdiff_t>(kMostPoints));
}

Duration patience(const MetricConfig &metric)
{
    return std::max(kLeastPatience, metric.interval * kStaleAfter);
}

} // namespace

MetricRunner::MetricRunner(const Config &config, Surroundings surroundings)
    : m_around(std::move(surroundings))
    , m_ofService(config.services.size())
{
    for (std::size_t service = 0; service < config.services.size(); ++service) {
        for (const MetricConfig &metric : config.services[service].metrics) {
            m_ofService[service].push_back(m_slots.size());
            Slot &slot = m_slots.emplace_back();
            slot.key = config.services[service].name + "/" + metric.name;
            slot.config = metric;
            slot.service = service;
            slot.status.name = metric.name;
            slot.status.unit = metric.unit;
            slot.status.headline = metric.headline;
            slot.status.reason = Reason(kNoData);
        }
    }
}

std::vector<MetricStatus> MetricRunner::statusesOf(std::size_t service) const
{
    std::vector<MetricStatus> statuses;
    for (const std::size_t metric : m_ofService[service])
        statuses.push_back(m_slots[metric].status);
    return statuses;
}

void MetricRunner::run(std::size_t metric)
{
    ++m_running;
    ask(metric); // ends by itself, and idle() counts it
}

QCoro::Task<> MetricRunner::ask(std::size_t metric)
{
    Slot &slot = m_slots[metric]; // slots do not move after construction
    const std::optional<std::size_t> index = m_around.sources.find(SourceId(slot.config.source));
    Source *source = index ? m_around.sources.source(*index) : nullptr;
    Result<std::vector<Series>> value = failure(ErrorKind::Config, Reason(kNoSource, {slot.config.source}));
    try {
        if (source)
            value = co_await source->query(slot.config.query);
        // Second, so that a server that hangs costs one timeout and not two.
        if (value && !slot.hasHistory && !m_isStopping) {
            const Instant now = m_around.clock.now();
            const Result<std::vector<Series>> range = co_await source->queryRange(slot.config.query, now - kRange, now, kStep);
            takeRange(slot, range);
        }
    } catch (const std::exception &fault) {
        value = failure(ErrorKind::Content, Reason(kBroke, {fault.what()}));
    }
    asked(metric, std::move(value));
}

void MetricRunner::asked(std::size_t metric, Result<std::vector<Series>> value)
{
    Slot &slot = m_slots[metric];
    --m_running;
    if (m_isStopping)
        return;
    if (!value)
        redactError(m_around.news.redact(), value.error());
    takeValue(slot, value);
    m_around.touched(slot.service);
    m_around.finished(metric);
}

void MetricRunner::takeRange(Slot &slot, const Result<std::vector<Series>> &answer)
{
    if (!answer)
        return; // asked again with the next value
    slot.hasHistory = true;
    if (answer->size() != 1)
        return;
    slot.status.recent.clear();
    for (const Sample &sample : answer->front().samples) {
        if (std::isfinite(sample.value))
            addPoint(slot.status.recent, sample);
    }
}

void MetricRunner::takeValue(Slot &slot, const Result<std::vector<Series>> &answer)
{
    MetricStatus &status = slot.status;
    status.value.reset();
    slot.expires.reset();
    if (!answer) {
        status.reason = answer.error().reason;
    } else if (answer->empty() || answer->front().samples.empty()) {
        status.reason = Reason(kNoData);
    } else if (answer->size() > 1) {
        status.reason = Reason(kSeveral, {std::to_string(answer->size())});
    } else if (const Sample &sample = answer->front().samples.back(); !std::isfinite(sample.value)) {
        status.reason = Reason(kNotANumber);
    } else if (const Duration age = ageOf(slot, sample.at); age > patience(slot.config)) {
        status.reason = Reason(kOldSample, {formatDuration(age)});
    } else {
        slot.expires = m_around.clock.monotonic() + std::max(slot.config.interval, Duration(1)) * kStaleAfter;
        status.reason = Reason();
        status.value = sample.value;
        status.at = sample.at;
        addPoint(status.recent, sample);
    }
}

/// A server's clock may be wrong, but it moves; a value that nobody renews does not. At the first look only what no clock could
/// explain is old.
Duration MetricRunner::ageOf(Slot &slot, Instant sampledAt) const
{
    const Monotonic moment = m_around.clock.monotonic();
    if (slot.sampledAt != sampledAt) {
        slot.hasMoved = slot.sampledAt.has_value();
        slot.sampledAt = sampledAt;
        slot.sampledSince = moment;
    }
    const Duration behind = m_around.clock.now() - sampledAt;
    const Duration stoodStill = moment - slot.sampledSince;
    return !slot.hasMoved && behind >= kNoTimeZone ? behind : stoodStill;
}

std::optional<Monotonic> MetricRunner::advance()
{
    const Monotonic now = m_around.clock.monotonic();
    std::optional<Monotonic> next;
    for (Slot &slot : m_slots) {
        if (slot.expires && *slot.expires <= now) {
            slot.expires.reset();
            slot.status.value.reset();
            slot.status.reason = Reason(kNoAnswer, {formatDuration(slot.config.interval * kStaleAfter)});
            m_around.touched(slot.service);
        }
        if (slot.expires && (!next || *slot.expires < *next))
            next = slot.expires;
    }
    return next;
}

std::map<std::string, MetricCarryOver> MetricRunner::carryOver() const
{
    std::map<std::string, MetricCarryOver> carried;
    for (const Slot &slot : m_slots) {
        if (slot.hasHistory)
            carried.emplace(slot.key, MetricCarryOver{slot.config, slot.status});
    }
    return carried;
}

void MetricRunner::restore(const std::map<std::string, MetricCarryOver> &carried)
{
    for (Slot &slot : m_slots) {
        const auto it = carried.find(slot.key);
        if (it == carried.end() || it->second.config != slot.config)
            continue;
        slot.status = it->second.status;
        slot.hasHistory = true;
        if (slot.status.value)
            slot.expires = m_around.clock.monotonic() + std::max(slot.config.interval, Duration(1)) * kStaleAfter;
        m_around.touched(slot.service);
    }
}

} // namespace tocsin
