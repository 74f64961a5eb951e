// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"
#include "models/domain/labels.h"
#include "models/domain/reason.h"
#include "models/domain/severity.h"
#include "models/domain/time.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// "I have it": who, when, why, until. Read back from the source, or from our own journal where a source cannot keep one.
struct Acknowledgement {
    std::string person;
    std::string comment;
    std::optional<Instant> since;
    std::optional<Instant> until;
    SilenceId silence;                    ///< the silence that carries it, when the source has no acknowledgement of its own
    bool renewable = false;               ///< written by a Tocsin station, which prolongs it while the alert stands (decision 12)
    std::optional<Instant> wishedUntil{}; ///< how long it is to be prolonged at the most, when the person said so

    friend bool operator==(const Acknowledgement &, const Acknowledgement &) = default;
};

/// Whether the condition holds.
enum class AlertPhase { Pending, Firing };

/// What keeps an alert quiet at its source. Orthogonal to the phase; never makes it green.
struct Handling {
    bool silenced = false;
    bool inhibited = false;
    bool muted = false;
    bool stale = false; ///< the source no longer proves it: shown as it was last known

    friend bool operator==(const Handling &, const Handling &) = default;
};

/// What a person may do to an alert at its source.
struct AlertActions {
    bool acknowledge = false;
    bool silence = false;

    friend bool operator==(const AlertActions &, const AlertActions &) = default;
};

/// Something a source says is wrong. An immutable value once made: share it as AlertPtr. All texts come from outside and
/// are plain text; `link` and the others in annotations are unchecked (`safeLink` before opening one).
struct Alert {
    AlertKey key;
    std::string name;
    std::string summary;
    Severity severity = Severity::Unmapped;
    std::string severityText; ///< the source's own word
    AlertPhase phase = AlertPhase::Firing;
    Handling handling;
    AlertActions actions;
    std::optional<Instant> startsAt;
    std::optional<Instant> updatedAt;
    std::optional<Acknowledgement> acknowledgement;
    Labels labels;
    Labels annotations;
    std::string link;  ///< where the source shows it
    ServiceId service; ///< the tile it belongs to; empty: "Other alerts"

    friend bool operator==(const Alert &, const Alert &) = default;
};

using AlertPtr = std::shared_ptr<const Alert>;

/// The state that an alert gives its tile (decision 4): Pending while it is pending, nothing for information. A silence,
/// an inhibition or an acknowledgement does not change it.
std::optional<State> stateOf(const Alert &alert);

/// The address when it is http or https and free of user information, else an empty text.
std::string safeLink(std::string_view address);

} // namespace tocsin
