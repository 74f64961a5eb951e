// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/secrets/secret_vault.h"
#include "models/session/commands.h"
#include "models/session/config_reloader.h"
#include "models/session/incident_keeper.h"
#include "models/session/message_door.h"
#include "models/session/recorder.h"
#include "models/session/stall_guard.h"
#include "models/session/watch_thread.h"
#include "models/store/event_factory.h"
#include "models/store/store_thread.h"
#include "models/store/uuid_v7.h"

#include <functional>
#include <mutex>
#include <optional>

namespace tocsin {

/// A running station: knows all services, owns their threads, starts and stops them in order, and is what windows and
/// commands speak to. UI thread; owned by whoever started the program. Nothing here waits: the constructor returns at once,
/// whatever the network or the disk does, and all news comes through `door()`.
class Session final : public Commands
{
public:
    struct Options {
        std::filesystem::path dataFolder;
        std::filesystem::path configPath; ///< watched for changes; empty: never reloaded
        AckTimes ackTimes = {};
    };

    Session(Config config, Options options, const Clock &clock);
    ~Session() override;

    /// Where messages arrive. Connect before the event loop runs: nothing is delivered earlier.
    MessageDoor &door() { return m_door; }
    /// The board that whoever is connected makes of the messages: while the watch thread hangs, nothing on it stays calm. It
    /// must outlive the session's event loop.
    void guard(const Board &board) { m_guard.guard(board); }

    ActionId acknowledge(ActionTarget target, std::string comment, Duration lasting) override;
    ActionId unacknowledge(ActionTarget target) override;
    void previewAcknowledge(ActionTarget target) override;
    ActionId silence(SilenceWish wish) override;
    ActionId endSilence(ActionId made) override;
    void refreshNow() override;
    void testCheck(CheckId check) override;
    void testSource(SourceId source) override;
    IncidentId declareIncident(acts::Declare declaration) override;
    ActionId actOnIncident(IncidentId incident, IncidentAct act) override;
    void writeReport(IncidentId incident) override;
    NotificationId testChannel(ChannelId channel, std::string to) override;
    void loadHistory(CheckId check, Instant from, Instant to) override;

private:
    SecretVault::Options vaultOptions();
    EventMaker eventMaker(bool isDrill);
    WatchThread::Surroundings watchSurroundings(bool isDrill, const AckTimes &ackTimes);
    StallGuard::Surroundings guardSurroundings();
    void tell(const std::function<void(StationNotice &)> &change); ///< any thread
    IncidentKeeper::Surroundings incidentSurroundings();
    std::unique_ptr<Courier> makeCourier(Transport &transport);
    void tellChannels(const Config &config);
    void takeStoreState(const StoreState &state);
    void tellRecorded(ActionId action);
    void followJournal();
    void followMessages(const std::vector<Event> &events, bool asWriter);
    void takeConfig(const LoadedConfig &loaded); ///< reloader's thread
    ActionId nextAction();

    const Clock &m_clock;
    UuidV7 m_actionIds;
    MessageDoor m_door;
    std::mutex m_noticeMutex;
    StationNotice m_notice; ///< guarded by m_noticeMutex: store and secrets have their say in it
    SecretVault m_vault;
    EventFactory m_events;
    WatchThread m_watch; // outlives the store, whose answers it gets
    Recorder m_recorder; // outlives the store, whose answers it gets as well
    IncidentKeeper m_incidents;
    StoreThread m_store;
    StallGuard m_guard;
    std::optional<ConfigReloader> m_reloader;
};

} // namespace tocsin
