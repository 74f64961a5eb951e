// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/watch.h"

#include "models/monitor/ack_preview.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Duration kShortestSleep{20}; // what falls due within it is begun together: waking costs more than looking
constexpr Duration kLongestSleep{1'000};
constexpr std::size_t kOnePassAtOnce = 256; // a request that waits for its turn uses up its timeout

std::vector<std::string> serviceNames(const Config &config)
{
    std::vector<std::string> names;
    for (const ServiceConfig &service : config.services)
        names.push_back(service.name);
    return names;
}

std::vector<SourceId> sourceIds(const Config &config)
{
    std::vector<SourceId> ids;
    for (const SourceConfig &source : config.sources)
        ids.emplace_back(source.name);
    return ids;
}

} // namespace

Watch::Watch(const Config &config, Tools tools, Options options, const WatchState &before)
    : m_clock(tools.checks.clock)
    , m_options(options)
    , m_news(std::move(tools.makeEvent), !options.onePass, std::move(tools.redact))
    , m_matcher(config.services)
    , m_calendar(config.maintenance, serviceNames(config))
    , m_alerts(m_matcher, sourceIds(config))
    , m_beacons(config.beacons, tools.checks.tcp, m_clock, [this] { beaconsAnswered(); })
    , m_sources(config, tools.sourceKinds, tools.sources, sourceSurroundings())
    , m_metrics(config,
          {m_clock, m_news, m_sources, [this](std::size_t i) { finished(Kind::Metric, i); },
              [this](std::size_t service) { m_tiles.touch(service, m_options.onePass); }})
    , m_checks(config, tools.checkKinds, tools.checks, checkSurroundings(), options.onePass)
    , m_tiles(config, {m_clock, m_news, m_checks, m_sources, m_metrics, m_alerts, m_matcher, m_calendar})
    , m_acks({m_clock, m_news, m_sources, m_checks, m_alerts, options.recordsFirst, options.ackTimes,
          [this](std::size_t source) { refreshSource(source); }})
    , m_silences(
          {m_clock, m_news, m_sources, m_alerts, options.recordsFirst, [this](std::size_t source) { refreshSource(source); }})
    , m_schedule(intervals(), m_clock.monotonic())
{
    m_news.changes().reset = true;
    m_news.changes().shop = config.shop;
    m_news.changes().currency = config.currency;
    m_news.changes().simulated = config.simulated;
    if (options.onePass) {
        for (std::size_t target = intervals().size(); target > 0; --target)
            m_passQueue.push_back(static_cast<Schedule::Target>(target - 1));
    }
    m_calendar.update(m_clock.now());
    takeOver(before);
    m_toldStation = m_beacons.status();
    m_news.changes().station = m_toldStation;
    if (before.blindSince && !m_toldStation.blind)
        m_news.stateChanged("station", State::Unknown, State::Ok, {}, m_clock.now());
    m_checks.judgeAll();
}

Watch::~Watch()
{
    Q_ASSERT(idle()); // a pending task would come back to what is gone
}

CheckRunner::Surroundings Watch::checkSurroundings()
{
    return {m_clock, m_news, m_beacons, m_calendar, [this](std::size_t i) { finished(Kind::Check, i); },
        [this](std::size_t service, bool isUrgent) { m_tiles.touch(service, isUrgent || m_options.onePass); }};
}

SourceRunner::Surroundings Watch::sourceSurroundings()
{
    return {m_clock, m_news, m_alerts, [this](std::size_t i) { finished(Kind::Source, i); },
        [this] { m_tiles.touchThoseThatRestOnSources(); }, [this](std::size_t source) { m_acks.sourceAnswered(source); }};
}

void Watch::takeOver(const WatchState &before)
{
    m_beacons.carryOver(before.beacons, before.blindSince);
    m_tiles.restore(before.services);
    m_sources.restore(before.sources);
    m_metrics.restore(before.metrics);
    m_checks.restore(before.checks);
    m_acks.restore(before.acknowledgements, before.actions);
    m_silences.restore(before.silences);
}

void Watch::refreshSource(std::size_t source)
{
    m_schedule.refresh(static_cast<Schedule::Target>(source), m_clock.monotonic());
}

std::vector<Duration> Watch::intervals() const
{
    std::vector<Duration> all;
    all.reserve(m_sources.count() + m_metrics.count() + m_checks.count());
    for (std::size_t i = 0; i < m_sources.count(); ++i)
        all.push_back(m_sources.interval(i));
    for (std::size_t i = 0; i < m_metrics.count(); ++i)
        all.push_back(m_metrics.interval(i));
    for (std::size_t i = 0; i < m_checks.count(); ++i)
        all.push_back(m_checks.interval(i));
    return all;
}

Monotonic Watch::advance()
{
    const Monotonic now = m_clock.monotonic();
    Monotonic next = now + kLongestSleep;
    if (m_isStopping)
        return next;
    const auto wants = [&](const std::optional<Monotonic> &moment) {
        if (moment && *moment < next)
            next = *moment;
    };
    followCalendar(m_clock.now());
    wants(m_beacons.advance());
    wants(m_checks.advance());
    wants(m_sources.advance());
    wants(m_metrics.advance());
    if (m_options.onePass) {
        while (!m_passQueue.empty() && m_passRunning < kOnePassAtOnce) {
            const Schedule::Target target = m_passQueue.back();
            m_passQueue.pop_back();
            ++m_passRunning;
            start(target);
        }
    } else {
        for (const Schedule::Target target : m_schedule.takeDue(now))
            start(target);
        wants(m_schedule.nextDue());
        m_acks.advance();
        m_silences.advance();
    }
    wants(m_tiles.nextFlush());
    return std::max(next, now + kShortestSleep);
}

void Watch::start(Schedule::Target target)
{
    std::size_t index = target;
    if (index < m_sources.count())
        return m_sources.run(index);
    index -= m_sources.count();
    if (index < m_metrics.count())
        return m_metrics.run(index);
    m_checks.run(index - m_metrics.count());
}

void Watch::finished(Kind kind, std::size_t index)
{
    if (m_options.onePass) {
        --m_passRunning;
        return;
    }
    if (kind != Kind::Source)
        index += m_sources.count();
    if (kind == Kind::Check)
        index += m_metrics.count();
    m_schedule.finished(static_cast<Schedule::Target>(index), m_clock.monotonic());
}

void Watch::followCalendar(Instant now)
{
    for (const std::size_t service : m_calendar.update(now)) {
        m_checks.judgeService(service);
        m_tiles.touch(service, true);
    }
}

void Watch::beaconsAnswered()
{
    const bool wasBlind = m_toldStation.blind;
    const StationStatus status = m_beacons.status();
    const bool changed = status != m_toldStation;
    m_checks.beaconsAnswered(status.blind && !wasBlind);
    if (!changed)
        return;
    m_toldStation = status;
    m_news.changes().station = status;
    m_news.stateChanged("station", wasBlind ? State::Unknown : State::Ok, status.blind ? State::Unknown : State::Ok,
        status.reason, status.blindSince.value_or(m_clock.now()));
    m_checks.judgeAll();
}

WatchOutput Watch::takeOutput()
{
    m_tiles.flush();
    m_checks.takeChanges(m_news.changes().checks);
    m_sources.takeChanges(m_news.changes().sources);
    return m_news.take();
}

bool Watch::passComplete() const
{
    return m_options.onePass && m_passQueue.empty() && m_passRunning == 0;
}

void Watch::testCheck(const CheckId &check)
{
    if (const std::optional<std::size_t> index = m_checks.find(check))
        m_schedule.refresh(static_cast<Schedule::Target>(m_sources.count() + m_metrics.count() + *index), m_clock.monotonic());
}

void Watch::testSource(const SourceId &source)
{
    if (const std::optional<std::size_t> index = m_sources.find(source))
        m_schedule.refresh(static_cast<Schedule::Target>(*index), m_clock.monotonic());
}

void Watch::refreshNow()
{
    m_schedule.refreshAll(m_clock.monotonic());
}

void Watch::acknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
    const std::string &person, const std::string &comment, Duration lasting)
{
    m_acks.acknowledge(action, alerts, checks, person, comment, lasting);
}

void Watch::unacknowledge(
    const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const std::string &person)
{
    m_acks.unacknowledge(action, alerts, checks, person);
}

AcknowledgePreview Watch::previewAcknowledge(const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks) const
{
    return previewOf(alerts, checks, m_alerts, m_sources);
}

void Watch::silence(const ActionId &action, const SilenceWish &wish, const std::string &person)
{
    m_silences.silence(action, wish, person);
}

void Watch::endSilence(const ActionId &action, const ActionId &made, const std::string &person)
{
    m_silences.end(action, made, person);
}

void Watch::recorded(const ActionId &action)
{
    m_acks.recorded(action);
    m_silences.recorded(action);
}

void Watch::restore(const std::vector<Event> &events)
{
    m_acks.restore(foldAcknowledgements(events), {});
    m_silences.restore({unfinishedSilences(events), {}});
}

void Watch::follow(const std::vector<Event> &events)
{
    m_acks.follow(events);
}

WatchState Watch::carryOver() const
{
    return WatchState{m_checks.carryOver(), m_sources.carryOver(), m_metrics.carryOver(), m_tiles.carryOver(),
        m_beacons.addresses(), m_beacons.blindSince(), m_acks.kept(), m_acks.actions(), m_silences.state()};
}

void Watch::stop()
{
    m_isStopping = true;
    m_beacons.stop();
    m_sources.stop();
    m_metrics.stop();
    m_checks.stop();
    m_acks.stop();
    m_silences.stop();
}

bool Watch::idle() const
{
    return m_beacons.idle() && m_sources.idle() && m_metrics.idle() && m_checks.idle() && m_acks.idle() && m_silences.idle();
}

} // namespace tocsin
