// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/courier.h"
#include "models/monitor/watch.h"
#include "models/session/inbox.h"
#include "models/transport/transport.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace tocsin {

/// Owns the watch thread and what lives on it: the transport and the running watch. Every public function may be called
/// from any thread. The destructor stops the watch, lets every conversation end as cancelled, and joins.
class WatchThread
{
public:
    /// What the watch needs from outside; must outlive the thread.
    struct Surroundings {
        const Clock &clock;
        const SecretsLookup &secrets;
        EventMaker makeEvent;                    ///< called on the watch thread
        Redact redact;                           ///< called on the watch thread
        std::function<void(WatchOutput)> output; ///< called on the watch thread, whenever there is something new
        AckTimes ackTimes = {};
        /// Makes what carries messages, on the watch thread; it is destroyed there. Empty: there are none.
        std::function<std::unique_ptr<Courier>(Transport &)> makeCourier = {};
    };
    /// `person` is who acts at this station, as configured.
    using Job = std::function<void(Watch &watch, const std::string &person)>;

    /// Who speaks when this station sends something, as configured.
    struct Sender {
        std::string shop;
        std::string person;
    };
    using MessageJob = std::function<void(Courier &courier, const Sender &sender)>;

    explicit WatchThread(Surroundings surroundings);
    ~WatchThread(); ///< stops
    WatchThread(const WatchThread &) = delete;
    WatchThread &operator=(const WatchThread &) = delete;

    void start(Config config);
    /// Ends every conversation as cancelled and joins the thread.
    void stop();

    /// Runs the job on the watch thread, soon.
    void post(Job job);
    /// The same about messages; nothing happens where there is no courier.
    void postMessages(MessageJob job);
    /// When the watch thread began its last round: at most some seconds ago, unless it hangs.
    Monotonic lastBeat() const { return Monotonic(Duration(m_beat.load())); }
    /// Goes on with another configuration; what both know of unchanged checks is kept.
    void replaceConfig(Config config);

private:
    void run(const std::stop_token &stop);
    void takeJobs();
    void beginWatch(const Config &config);
    void drain();
    void beat() { m_beat = m_surroundings.clock.monotonic().time_since_epoch().count(); }

    const Surroundings m_surroundings;
    Inbox<std::function<void()>> m_jobs;
    Transport m_transport;
    std::unique_ptr<Watch> m_watch;
    std::unique_ptr<Courier> m_courier;
    Sender m_sender;
    std::vector<std::unique_ptr<Watch>> m_retired; ///< of earlier configurations, until their last conversation has ended
    std::atomic<Duration::rep> m_beat = 0;
    std::jthread m_thread;
};

} // namespace tocsin
