// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/silence_wish.h"
#include "models/monitor/alert_book.h"
#include "models/monitor/silences.h"
#include "models/monitor/source_runner.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tocsin {

/// Carries out what people wish to be quiet: tells the journal, makes the silence at each source, and ends it when somebody
/// takes it back. Once confirmed a silence is the source's own affair: it is never renewed. Watch thread; owned by the
/// watch, and outlives its pending tasks.
class SilenceKeeper
{
public:
    struct Surroundings {
        const Clock &clock;
        WatchNews &news;
        const SourceRunner &sources;
        const AlertBook &alerts;
        bool recordsFirst = false;
        std::function<void(std::size_t source)> reread; ///< its alerts have changed by our doing
    };

    /// A wish of a person, to make silences or to end them; kept for as long as the station runs.
    struct Action {
        ActionStatus status;
        std::size_t waiting = 0; ///< for how many sources
    };
    /// What one watch leaves to the next.
    struct State {
        std::vector<KeptSilence> silences;
        std::map<ActionId, Action> actions;
    };

    explicit SilenceKeeper(Surroundings surroundings);
    SilenceKeeper(const SilenceKeeper &) = delete;
    SilenceKeeper &operator=(const SilenceKeeper &) = delete;

    void silence(const ActionId &action, const SilenceWish &wish, const std::string &person);
    void end(const ActionId &action, const ActionId &made, const std::string &person);
    void recorded(const ActionId &action);
    void advance() { pump(); }

    State state() const;
    /// Goes on with what an earlier watch, or an earlier start, did not finish.
    void restore(const State &before);
    bool idle() const { return m_running == 0; }
    void stop() { m_isStopping = true; }

private:
    using Kept = std::shared_ptr<KeptSilence>;

    void begin(const ActionId &action, std::vector<AlertKey> alerts, std::size_t waiting);
    void settle(const ActionId &action, const Reason &failure);
    void settle(const KeptSilence &silence, const ActionId &action, const Reason &failure);
    void pump();
    QCoro::Task<> make(Kept kept);
    QCoro::Task<> finish(Kept kept);
    void made(const Kept &kept, const Result<Silence> &answer);
    void ended(const Kept &kept, const Result<Silence> &answer);
    void tell(const KeptSilence &silence, const char *kind, const Reason &failure = {});
    Source *sourceOf(const KeptSilence &silence) const;
    void reread(const KeptSilence &silence);

    Surroundings m_around;
    std::vector<Kept> m_silences;
    std::map<ActionId, Action> m_actions;
    std::set<ActionId> m_unrecorded; ///< wait for `recorded`
    std::size_t m_running = 0;
    bool m_isStopping = false;
};

} // namespace tocsin
