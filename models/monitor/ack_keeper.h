// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/acknowledgements.h"
#include "models/monitor/alert_book.h"
#include "models/monitor/check_runner.h"
#include "models/monitor/source_runner.h"

#include <QtGlobal>

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tocsin {

inline constexpr Phrase ackSourceGonePhrase{"ack_source_gone", QT_TRANSLATE_NOOP("Phrase", "its source cannot be asked")};
inline constexpr Phrase ackTooLatePhrase{
    "ack_too_late", QT_TRANSLATE_NOOP("Phrase", "the time for which it was wished is over: acknowledge it anew")};

/// Carries out what people wish about acknowledgements, and keeps them while they stand (decisions 11 to 15): asks the
/// sources, renews, adopts, ends, tells the journal. Watch thread; owned by the watch, and outlives its pending tasks.
class AckKeeper
{
public:
    struct Surroundings {
        const Clock &clock;
        WatchNews &news;
        const SourceRunner &sources;
        CheckRunner &checks;
        AlertBook &alerts;
        bool recordsFirst = false;
        AckTimes times;
        std::function<void(std::size_t source)> reread; ///< its alerts have changed by our doing
    };

    /// A wish of a person that is not settled yet.
    struct Action {
        ActionStatus status;
        std::size_t waiting = 0; ///< for how many of its targets
        std::size_t failed = 0;  ///< how many of them
    };
    using Actions = std::map<ActionId, Action>;

    explicit AckKeeper(Surroundings surroundings);
    AckKeeper(const AckKeeper &) = delete;
    AckKeeper &operator=(const AckKeeper &) = delete;

    void acknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
        const std::string &person, const std::string &comment, Duration lasting);
    void unacknowledge(const ActionId &action, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks,
        const std::string &person);
    void recorded(const ActionId &action);

    void sourceAnswered(std::size_t source); ///< looks for acknowledgements to adopt
    void advance();

    const Acknowledgements &kept() const { return m_acks; }
    const Actions &actions() const { return m_actions; }
    void restore(Acknowledgements acks, Actions actions);
    /// Events of the program that keeps this journal. What only the journal knows is shown here as well; what stands at a
    /// source is seen there. Nothing is sent or written for either: that is the other's.
    void follow(const std::vector<Event> &events);
    bool idle() const { return m_talkedAbout.empty(); }
    void stop();

private:
    enum class Errand {
        Acknowledge, ///< a person's wish
        Renew,
        Adopt,
        End,    ///< a person's wish: whoever has acknowledged it
        EndOwn, ///< its time is over or its alert is gone: what we made, and nothing else
    };
    struct Job {
        std::string subject;
        Errand errand = Errand::Acknowledge;
        const char *why = "undone"; ///< it ends
        ActionId action;            ///< the wish that it serves
    };

    void acknowledgeAlert(const ActionId &action, const AlertKey &key, const KeptAck &wish);
    void acknowledgeCheck(const ActionId &action, const CheckId &check, const KeptAck &wish);
    void request(KeptAck ack, bool sendsNow);
    void standLocally(KeptAck &ack);
    void endLocally(const std::string &subject, const char *why);
    void takeStep(const std::string &subject, Stamp now);
    AckView viewOf(const KeptAck &ack) const;
    Duration aheadOf(const KeptAck &ack) const; ///< the clock of its source
    std::optional<Monotonic> openUntil(const KeptAck &ack, Monotonic start) const;
    void followSource(std::size_t source);
    void settleOvertaken();

    void enqueue(const std::string &subject, Errand errand, const char *why = "undone");
    bool isQueued(const std::string &subject) const;
    void pump();
    QCoro::Task<> converse(Job job);
    void acknowledged(const Job &job, const Result<Acknowledgement> &answer);
    void refused(const Job &job, const Error &error);
    void stands(const Job &job, KeptAck &ack, bool isNewSilence);
    void ended(const Job &job, const Result<Acknowledgement> &answer);
    void overtaken(const Job &job, const Result<Acknowledgement> &answer, KeptAck &ack);
    void noteWhatStands(const Job &job, const Acknowledgement &answer, KeptAck &ack);
    void showStanding(const KeptAck &ack);
    void showEnded(const KeptAck &ack);
    void rereadSourceOf(const KeptAck &ack);
    void rereadSources();

    void tell(const KeptAck &ack, const char *kind, const std::string &payload);
    void tellEnded(const KeptAck &ack, const Job &job);
    void beginAction(
        const ActionId &action, ActionStatus::Kind kind, const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks);
    void settleAction(const ActionId &action, const Reason &failure);

    Stamp now() const { return {m_around.clock.now(), m_around.clock.monotonic()}; }

    Surroundings m_around;
    Acknowledgements m_acks;
    Acknowledgements m_followed;                ///< as another program on this journal keeps them
    std::map<std::string, AlertPtr> m_lastSeen; ///< alerts of kept acknowledgements, for ending them when they are gone
    Actions m_actions;
    std::set<ActionId> m_unrecorded; ///< wait for `recorded`
    std::set<std::string> m_wished;  ///< subjects of wishes since the start: a journal that is read late knows less of them
    std::deque<Job> m_jobs;
    std::set<std::string> m_talkedAbout; ///< subjects with a source: one conversation at a time about each
    std::set<std::size_t> m_toReread;    ///< sources, once nobody speaks with them any more
    std::optional<Monotonic> m_nextLook;
    bool m_isPumping = false;
    bool m_isStopping = false;
};

} // namespace tocsin
