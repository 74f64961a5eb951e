// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/labels.h"
#include "models/domain/matcher.h"
#include "models/domain/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// An alert as somebody told the board of it.
struct BoardAlert {
    Labels labels;
    Labels annotations;
    Instant startsAt{};
    Instant updatedAt{};
    Instant endsAt{}; ///< when it is over unless it is told of again
    std::string generatorUrl;
    std::string receiver = "ops";
};

/// An alert with what keeps it quiet.
struct BoardEntry {
    BoardAlert alert;
    std::string fingerprint;
    std::vector<std::string> silencedBy;  ///< ids of silences
    std::vector<std::string> inhibitedBy; ///< fingerprints of alerts

    bool isSuppressed() const { return !silencedBy.empty() || !inhibitedBy.empty(); }
};

/// A silence of the board.
struct BoardSilence {
    enum class State { Active, Pending, Expired };

    std::string id;
    Matchers matchers;
    std::string createdBy;
    std::string comment;
    Instant startsAt{};
    Instant endsAt{};
    Instant updatedAt{};

    State state(Instant now) const;
};

/// What an Alertmanager keeps in mind: alerts, silences, and which keeps which quiet. A critical alert inhibits the warnings
/// of its service. Not locked; the shop's thread. Times are handed in.
class AlertBoard
{
public:
    /// The same labels again are an update: the start of the first stays.
    void tell(BoardAlert alert);
    /// All that are not over, by fingerprint.
    std::vector<BoardEntry> entries(Instant now) const;

    /// Active ones first, then pending, then expired; expired ones are kept for `retention`.
    std::vector<BoardSilence> silences(Instant now) const;
    const BoardSilence *findSilence(const std::string &id) const;

    /// Adds a silence (empty id), prolongs one, or replaces one whose matchers or start changed: then the old one expires and
    /// the new one has a new id. Returns the id; nothing: there is none of that id.
    std::optional<std::string> setSilence(BoardSilence silence, Instant now);
    /// Ends a silence now. False: there is none of that id.
    bool expireSilence(const std::string &id, Instant now);

    static constexpr Duration retention = std::chrono::hours(120);

private:
    std::map<std::string, BoardAlert> m_alerts; ///< by fingerprint
    std::map<std::string, BoardSilence> m_silences;
};

/// The identity of a set of labels as Prometheus computes it: 64 bit FNV-1a over names and values, each followed by 255.
std::string fingerprintOf(const Labels &labels);

} // namespace tocsin
