// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/event.h"
#include "models/domain/state.h"
#include "models/monitor/evaluator.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// One acknowledgement that this station looks after.
struct KeptAck {
    enum class Stage {
        Wanted,   ///< asked for, not confirmed
        Standing, ///< confirmed
        Ending,   ///< its end is asked for, not confirmed
    };

    ActionId action;               ///< the wish that it came from, or that ends it
    std::optional<AlertKey> alert; ///< what it is about: an alert ...
    CheckId check;                 ///< ... or a check of our own
    std::string name;              ///< of the alert, and its labels: to end it at its source when the alert is gone
    Labels labels;
    std::string person;
    std::string comment;
    Instant since{};
    std::optional<Instant> until; ///< the end that the person wished; nothing: as long as it stands
    bool isLocal = false;         ///< only our journal keeps it (decision 13)
    Stage stage = Stage::Wanted;
    SilenceId silence;
    std::optional<Instant> silenceUntil; ///< by the source's clock
    std::optional<Instant> started;      ///< when its alert began, by the source's clock: a later one is another occurrence
    /// What stood when this was asked for, and stands again if it fails.
    std::shared_ptr<const KeptAck> before;

    // What follows is not in the journal: it is decided by the monotonic clock and found anew after a start.
    std::optional<Monotonic> wishEnds;
    std::optional<Monotonic> silenceEnds;
    std::optional<Monotonic> renewAt;
    std::optional<Monotonic> renewedAt;
    std::optional<Monotonic> seenAt;       ///< when the occurrence that it is about was last there
    std::optional<Monotonic> goneSince;    ///< its alert is not there
    std::optional<Monotonic> missingSince; ///< its alert is there, but is not acknowledged by it
    std::optional<Monotonic> notBefore;    ///< after something failed
    std::optional<Monotonic> openUntil;    ///< what was sent before a restart may arrive until then
    Monotonic changed{};                   ///< a reading that began earlier says nothing about it
    bool isBusy = false;                   ///< a conversation about it is going on

    std::string subject() const; ///< of its events
};

/// How long the silence of an acknowledgement lasts before it must be renewed (decision 12), and how long it is left in peace
/// between two renewals at the least.
struct AckTimes {
    Duration silence = std::chrono::minutes(15);
    Duration renewEvery = std::chrono::minutes(1);
};

/// By subject.
using Acknowledgements = std::map<std::string, KeptAck>;

// The events, in the words of models/store/README.md. Besides the keys named there, `ack.requested` and `ack.confirmed`
// carry what is needed to go on after a restart: `source`, `id`, `name`, `labels` and `started` of the alert or `check`,
// `local` when only the journal keeps it, `since`, and in `ack.confirmed` `ends`: the end that the person wished, for there
// `until` is the end of the silence. Further kinds:
//   silence.renewed      `silence`, `until`: a standing one was prolonged
//   silence.created      `silence`, `until`, `instead_of`: the source had lost or ended that one, and has a new one
//   ack.undo_requested   `action`, `person`: it shall end
//   ack.undo_failed      `action`, `code`, `reason`: so it still stands
// `why` of `ack.ended` is one of undone, resolved, expired, elsewhere (somebody ended it at the source), lapsed (it ran out
// while nobody could prolong it), replaced.

/// The payload of ack.requested (`isConfirmed` false) or ack.confirmed.
std::string ackPayload(const KeptAck &ack, bool isConfirmed);

/// Takes one event in; events that are not about acknowledgements are ignored, as are payloads that cannot be read.
void applyAckEvent(Acknowledgements &acks, const Event &event);

/// The fold of a journal: pure, and indifferent to the order in which the events come.
Acknowledgements foldAcknowledgements(std::vector<Event> events);

/// Sets the monotonic times from the calendar: after a restart, or when the source has told a new end. `ahead`: by how much
/// the source's clock is ahead of ours.
void setAckTimes(KeptAck &ack, Stamp now, Duration ahead = Duration(0), const AckTimes &times = {});
/// As setAckTimes, but leaves the end that the person wished: it does not move with anybody's clock.
void setSilenceTimes(KeptAck &ack, Stamp now, Duration ahead, const AckTimes &times);

/// Whether the alert is another occurrence than the one that was acknowledged. One that only blinked is not: `observe`
/// notes its new beginning.
bool startedAnew(const KeptAck &ack, const Alert &alert);

/// What `ack` leaves behind if a wish that replaces it fails.
std::shared_ptr<const KeptAck> standingBefore(const KeptAck &ack);

/// What is known now of what an acknowledgement is about.
struct AckView {
    bool isFresh = false;       ///< the source proves it, by a reading that began after the acknowledgement changed
    AlertPtr alert;             ///< null: gone
    std::optional<State> check; ///< the state of the check
    bool isComplete = true;     ///< what the source does not list has ended
    bool isConfigured = true;   ///< there is such a source
};

/// Notes since when its alert is gone, or not acknowledged by it.
void observe(KeptAck &ack, const AckView &view, Monotonic now);

/// What has to be done about an acknowledgement now.
enum class AckStep {
    None,
    Send,         ///< write it to the source
    Confirm,      ///< it is there already: it was sent before a restart
    GiveUp,       ///< nobody can have it: its alert or its source is gone, its time is over, or its alert started anew
    Renew,        ///< prolong its silence
    Restore,      ///< the source does not show it any more: look why, and write it again when it was lost
    End,          ///< end it at the source as a person wished
    EndResolved,  ///< end it at the source: its alert is gone, or was gone and started anew
    EndExpired,   ///< end it at the source: the wished end has come
    NoteLapsed,   ///< it ran out while nobody could prolong it
    NoteReplaced, ///< another acknowledgement stands in its place
};

/// Whether what an earlier life of this station sent may still come into being without anybody knowing its name. Until then
/// nothing is sent anew, for it would stand twice.
bool awaitsEarlierLife(const KeptAck &ack, Monotonic now);

/// Pure. Decision 12: renewed at half time, and only while the source proves that alert and acknowledgement stand. An alert
/// counts as gone after two minutes, so that a source that restarts loses no acknowledgement; an acknowledgement counts as
/// missing after ten seconds, soon enough to be there again before the source tells people of the alert.
AckStep stepFor(const KeptAck &ack, const AckView &view, Monotonic now);

/// Whether this station should take over the renewing: written by a Tocsin station, which has missed a renewal.
bool shouldAdopt(const Alert &alert, Instant now);

} // namespace tocsin
