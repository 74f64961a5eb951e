// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/settings.h"
#include "models/monitor/evaluator.h"
#include "models/transport/http.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// Decision 9: whether this station sees anything at all. Asks its beacons every ten seconds, and at once when a check is
/// about to go DOWN; when none answers, the station is blind since that round began. One beacon that answers ends it.
/// Watch thread; owned by the watch, and outlives its pending tasks.
class Beacons
{
public:
    /// `onRound` is called when a round has ended.
    Beacons(std::vector<std::string> addresses, TcpConnector &tcp, const Clock &clock, std::function<void()> onRound);
    Beacons(const Beacons &) = delete;
    Beacons &operator=(const Beacons &) = delete;

    bool any() const { return !m_addresses.empty(); }
    const std::optional<Stamp> &blindSince() const { return m_blindSince; }
    const std::vector<std::string> &addresses() const { return m_addresses; }
    /// Takes over what the beacons before have shown. Others may answer where those did not, and without any there is nobody who
    /// could end a blindness: then it begins seeing.
    void carryOver(const std::vector<std::string> &beacons, const std::optional<Stamp> &blindSince);
    StationStatus status() const;

    /// Whether a round that began at that moment or later has ended, so that its answer holds for what happened then.
    bool knowsSince(Monotonic moment) const;

    /// Begins a round now; while one runs, another one follows it.
    void ask();

    /// Begins what is due; returns when it wants to be called next.
    std::optional<Monotonic> advance();

    bool idle() const { return m_pending == 0; }
    void stop() { m_isStopping = true; }

private:
    struct Round {
        Stamp began;
        std::size_t waiting = 0;
        bool ended = false;
    };

    void begin();
    void end(Round &round, bool isReached);
    QCoro::Task<> knock(std::string address, std::shared_ptr<Round> round);

    const std::vector<std::string> m_addresses;
    TcpConnector &m_tcp;
    const Clock &m_clock;
    std::function<void()> m_onRound;
    std::shared_ptr<Round> m_round; ///< the running one
    bool m_again = false;
    std::optional<Monotonic> m_known; ///< when the last ended round began
    std::optional<Stamp> m_blindSince;
    std::optional<Monotonic> m_nextRound;
    std::size_t m_pending = 0;
    bool m_isStopping = false;
};

/// Whether a check's target is this machine itself: then it proves itself, however blind the station is. Looks at the keys
/// `url` and `address`.
bool targetIsLoopback(const Settings &settings);

} // namespace tocsin
