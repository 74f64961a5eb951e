// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/acknowledge_preview.h"
#include "models/domain/action_target.h"
#include "models/domain/board.h"
#include "models/domain/event.h"
#include "models/domain/incident/incident.h"
#include "models/domain/latency_sample.h"
#include "models/domain/notify/channel_view.h"
#include "models/domain/notify/delivery.h"
#include "models/domain/silence_wish.h"

#include <string>
#include <variant>
#include <vector>

namespace tocsin {

/// The verbs that a window or a command may call. UI thread only; none of them waits. Progress arrives as
/// `Changes::actions`.
class Commands
{
public:
    virtual ~Commands() = default;

    /// Writes the wish to the journal, then to the sources, and reads it back (decisions 11 to 15). The acknowledgement
    /// stands while the alert does, at most for `lasting` (zero: as long as the alert stands).
    virtual ActionId acknowledge(ActionTarget target, std::string comment, Duration lasting) = 0;
    virtual ActionId unacknowledge(ActionTarget target) = 0;
    /// Asks what an acknowledgement would match; it arrives as an AcknowledgePreview message.
    virtual void previewAcknowledge(ActionTarget target) = 0;
    /// Writes the wish to the journal, makes the silence at each of its sources, and reads it back. Confirmed when all of
    /// them keep it.
    virtual ActionId silence(SilenceWish wish) = 0;
    /// Ends what an earlier `silence` made, and reads back that it has ended.
    virtual ActionId endSilence(ActionId made) = 0;
    /// Polls every check and source now, without waiting for its turn.
    virtual void refreshNow() = 0;
    /// Asks for the latency history of a check; it arrives as a History message.
    virtual void loadHistory(CheckId check, Instant from, Instant to) = 0;
    /// Asks this one now; what it answers arrives as its status. Nothing happens when there is no such one.
    virtual void testCheck(CheckId check) = 0;
    virtual void testSource(SourceId source) = 0;
    /// Writes a new incident into the journal. It is there when it arrives in IncidentNews; an IncidentAnswer, whose action is
    /// the text of the id, says that it is on disk, or why it is not.
    virtual IncidentId declareIncident(acts::Declare declaration) = 0;
    /// Writes down what somebody does to an incident; an IncidentAnswer follows.
    virtual ActionId actOnIncident(IncidentId incident, IncidentAct act) = 0;
    /// Sends a test through a channel, on the way that every message goes; what becomes of it arrives in MessageNews.
    virtual NotificationId testChannel(ChannelId channel, std::string to) = 0;
    /// Asks for the report of an incident; it arrives as an IncidentReportText.
    virtual void writeReport(IncidentId incident) = 0;
};

/// The answer to writeReport, in the reader's language.
struct IncidentReportText {
    IncidentId incident;
    std::string markdown;
};

/// Incidents as they are now, after the journal. Whole values: what is not named here has not changed.
struct IncidentNews {
    std::vector<IncidentPtr> incidents;
    std::optional<IncidentRules> rules; ///< the configuration says this from now on, and who acts at this station
    std::string person;
};

/// What became of an act: `problem` is empty when it is on disk.
struct IncidentAnswer {
    ActionId action;
    IncidentId incident;
    Reason problem;
};

/// Messages as they are now, after the journal. Whole values: what is not named here has not changed.
struct MessageNews {
    std::vector<Delivery> deliveries;
    std::optional<std::vector<ChannelView>> channels; ///< the configuration has these from now on
};

/// The answer to loadHistory.
struct History {
    CheckId check;
    Instant from{};
    Instant to{};
    std::vector<LatencySample> samples;
};

/// The configuration was read again, or could not be: `errors` are ready to read, with file:line:column.
struct ConfigurationReport {
    std::vector<std::string> errors;
    std::vector<std::string> warnings;
    bool keptOld = false; ///< errors, so the configuration before stays in force
};

/// Something of the station itself that people must know: the journal is read-only, the disk is full.
struct StationNotice {
    Reason reason;               ///< empty: all is well again
    std::vector<Reason> remarks; ///< worth mending though all works: a secret file that others may read
};

/// What reaches the UI thread.
using Message = std::variant<Changes, History, ConfigurationReport, StationNotice, AcknowledgePreview, IncidentNews,
    IncidentAnswer, IncidentReportText, MessageNews>;

} // namespace tocsin
