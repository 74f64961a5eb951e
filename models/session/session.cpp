// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "models/items/words.h"
#include "models/session/memory.h"
#include "models/session/message_terms.h"
#include "models/session/paths.h"
#include "models/session/secret_references.h"

#include <algorithm>

namespace tocsin {

Session::Session(Config config, Options options, const Clock &clock)
    : m_clock(clock)
    , m_vault(secretReferences(config), clock, vaultOptions())
    , m_events(stationName(), clock)
    , m_watch(watchSurroundings(config.simulated, options.ackTimes))
    , m_recorder(m_store, m_door, [this](ActionId action) { tellRecorded(std::move(action)); })
    , m_incidents(incidentSurroundings(), config.simulated)
    , m_store(std::move(options.dataFolder), clock, [this](const StoreState &state) { takeStoreState(state); })
    , m_guard(guardSurroundings())
{
    QObject::connect(&m_door, &MessageDoor::aboutToArrive, &m_door, [this] { m_guard.look(); });
    giveLargeBlocksBack();
    m_incidents.start();
    m_incidents.setRules(config.shop, config.incidents, config.person);
    tellChannels(config);
    m_watch.start(std::move(config));
    followJournal();
    if (!options.configPath.empty())
        m_reloader.emplace(options.configPath, [this](const LoadedConfig &loaded) { takeConfig(loaded); });
}

Session::~Session()
{
    // The reloader posts to the watch, the watch writes to the store, the store answers to the watch.
    m_reloader.reset();
    m_watch.stop();
}

SecretVault::Options Session::vaultOptions()
{
    SecretVault::Options options;
    options.remarksChanged = [this](std::vector<Reason> remarks) {
        tell([&remarks](StationNotice &notice) { notice.remarks = std::move(remarks); });
    };
    return options;
}

void Session::tell(const std::function<void(StationNotice &)> &change)
{
    const std::lock_guard lock(m_noticeMutex);
    change(m_notice);
    m_door.post(m_notice);
}

EventMaker Session::eventMaker(bool isDrill)
{
    return [this, isDrill](std::string subject, std::string kind, std::string payload, std::string author) {
        return m_events.make(std::move(author), std::move(subject), std::move(kind), std::move(payload), isDrill);
    };
}

WatchThread::Surroundings Session::watchSurroundings(bool isDrill, const AckTimes &ackTimes)
{
    return {m_clock, m_vault, eventMaker(isDrill), [this](std::string &text) { m_vault.redact(text); },
        [this](WatchOutput output) { m_recorder.record(std::move(output)); }, ackTimes,
        [this](Transport &transport) { return makeCourier(transport); }};
}

std::unique_ptr<Courier> Session::makeCourier(Transport &transport)
{
    Courier::Surroundings around{m_clock, {transport, transport, m_clock, m_vault}, channelKinds(), {}, {}, {}, {}, {}};
    around.makeEvent = [this](std::string subject, std::string kind, std::string payload, bool drill) {
        return m_events.make({}, std::move(subject), std::move(kind), std::move(payload), drill);
    };
    around.record = [this](std::vector<Event> events, std::function<void()> done) {
        m_store.append(std::move(events), [this, done = std::move(done)](const Result<void> &) {
            m_watch.postMessages([done](Courier &, const WatchThread::Sender &) { done(); });
        });
    };
    around.redact = [this](std::string &text) { m_vault.redact(text); };
    around.inWords = [](const Reason &reason) { return words::sentence(reason).toStdString(); };
    around.tell = [this](std::vector<Delivery> deliveries) { m_door.post(MessageNews{std::move(deliveries), {}}); };
    return std::make_unique<Courier>(std::move(around));
}

void Session::tellChannels(const Config &config)
{
    m_door.post(MessageNews{{}, channelViews(config)});
}

StallGuard::Surroundings Session::guardSurroundings()
{
    return {m_clock, [this] { return m_watch.lastBeat(); }, [this](const Changes &changes) { m_door.tell(changes); }};
}

IncidentKeeper::Surroundings Session::incidentSurroundings()
{
    return {m_store, m_door, m_events, m_clock, [this](std::string &text) { m_vault.redact(text); }};
}

void Session::takeStoreState(const StoreState &state)
{
    m_events.observe(state.newest);
    tell([&state](StationNotice &notice) { notice.reason = state.problem; });
    if (state.access == StoreState::Access::Failed) // nothing is known of what was sent; that holds no alarm up
        m_watch.postMessages([](Courier &courier, const WatchThread::Sender &) { courier.takeOver({}); });
}

void Session::tellRecorded(ActionId action)
{
    m_watch.post([action = std::move(action)](Watch &watch, const std::string &) { watch.recorded(action); });
}

/// The writer of the journal knows at the start what was kept, and adds to it itself from then on. A station beside it reads
/// what it writes, and takes over when it is gone.
void Session::followJournal()
{
    EventFilter kept;
    kept.kinds = {"ack.*", "silence.*"};
    m_store.loadEvents(kept, [this](Result<std::vector<Event>> events) {
        if (events)
            m_watch.post([events = std::move(*events)](Watch &watch, const std::string &) { watch.restore(events); });
    });
    kept.kinds.insert(kept.kinds.end(), std::begin(deliveryKinds), std::end(deliveryKinds));
    m_store.followEvents(kept, [this, isBeside = false](const std::vector<Event> &events, bool asWriter) mutable {
        followMessages(events, asWriter);
        const bool takesOver = asWriter && isBeside;
        isBeside = !asWriter;
        if (asWriter && !takesOver)
            return;
        m_watch.post(
            [events, takesOver](Watch &watch, const std::string &) { takesOver ? watch.restore(events) : watch.follow(events); });
    });
}

void Session::followMessages(const std::vector<Event> &events, bool asWriter)
{
    m_watch.postMessages([events, asWriter](Courier &courier, const WatchThread::Sender &) {
        asWriter ? courier.takeOver(events) : courier.follow(events);
    });
}

void Session::takeConfig(const LoadedConfig &loaded)
{
    ConfigurationReport report;
    for (const ConfigProblem &problem : loaded.problems)
        (problem.isError ? report.errors : report.warnings).push_back(problem.text());
    report.keptOld = !loaded.config;
    if (loaded.config) {
        m_vault.setReferences(secretReferences(*loaded.config));
        m_incidents.setRules(loaded.config->shop, loaded.config->incidents, loaded.config->person);
        tellChannels(*loaded.config);
        m_watch.replaceConfig(*loaded.config);
    }
    m_door.post(std::move(report));
}

/// Unique over all lives of the station: the journal remembers wishes, and takes none for another.
ActionId Session::nextAction()
{
    return ActionId(m_actionIds.next(m_clock.now()).text());
}

ActionId Session::acknowledge(ActionTarget target, std::string comment, Duration lasting)
{
    ActionId id = nextAction();
    m_watch.post(
        [id, target = std::move(target), comment = std::move(comment), lasting](Watch &watch, const std::string &person) {
            watch.acknowledge(id, target.alerts, target.checks, person, comment, lasting);
        });
    return id;
}

ActionId Session::unacknowledge(ActionTarget target)
{
    ActionId id = nextAction();
    m_watch.post([id, target = std::move(target)](
                     Watch &watch, const std::string &person) { watch.unacknowledge(id, target.alerts, target.checks, person); });
    return id;
}

void Session::previewAcknowledge(ActionTarget target)
{
    m_watch.post([this, target = std::move(target)](
                     Watch &watch, const std::string &) { m_door.post(watch.previewAcknowledge(target.alerts, target.checks)); });
}

ActionId Session::silence(SilenceWish wish)
{
    ActionId id = nextAction();
    m_watch.post([id, wish = std::move(wish)](Watch &watch, const std::string &person) { watch.silence(id, wish, person); });
    return id;
}

ActionId Session::endSilence(ActionId made)
{
    ActionId id = nextAction();
    m_watch.post([id, made = std::move(made)](Watch &watch, const std::string &person) { watch.endSilence(id, made, person); });
    return id;
}

void Session::refreshNow()
{
    m_watch.post([](Watch &watch, const std::string &) { watch.refreshNow(); });
}

void Session::testCheck(CheckId check)
{
    m_watch.post([check = std::move(check)](Watch &watch, const std::string &) { watch.testCheck(check); });
}

void Session::testSource(SourceId source)
{
    m_watch.post([source = std::move(source)](Watch &watch, const std::string &) { watch.testSource(source); });
}

IncidentId Session::declareIncident(acts::Declare declaration)
{
    const ActionId action = nextAction();
    IncidentId incident(action.text());
    m_incidents.act(action, incident, std::move(declaration));
    return incident;
}

ActionId Session::actOnIncident(IncidentId incident, IncidentAct act)
{
    ActionId action = nextAction();
    m_incidents.act(action, std::move(incident), std::move(act));
    return action;
}

void Session::writeReport(IncidentId incident)
{
    m_incidents.report(std::move(incident));
}

NotificationId Session::testChannel(ChannelId channel, std::string to)
{
    NotificationId id(nextAction().text());
    m_watch.postMessages(
        [this, id, channel = std::move(channel), to = std::move(to)](Courier &courier, const WatchThread::Sender &sender) {
            courier.ask({testMessage(id, channel, to, sender.shop, sender.person, m_clock.now())});
        });
    return id;
}

void Session::loadHistory(CheckId check, Instant from, Instant to)
{
    m_store.loadSamples(check, from, to, [this, check, from, to](Result<std::vector<LatencySample>> samples) {
        m_door.post(History{check, from, to, samples ? std::move(*samples) : std::vector<LatencySample>()});
    });
}

} // namespace tocsin
