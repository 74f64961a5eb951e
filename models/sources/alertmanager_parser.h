// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/labels.h"
#include "models/domain/matcher.h"
#include "models/domain/source_reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// One alert as Alertmanager lists it.
struct AlertmanagerAlert {
    std::string fingerprint;
    Labels labels;
    Labels annotations;
    std::optional<Instant> startsAt;
    std::optional<Instant> updatedAt;
    std::optional<Instant> endsAt; ///< of a firing alert: the deadline by which its sender must repeat it
    std::string generatorUrl;
    bool suppressed = false;
    std::vector<std::string> silencedBy; ///< ids of silences
    bool inhibited = false;
    bool muted = false; ///< by a time interval; 0.28 and newer, and reliable in groups only
};

/// A matcher of a silence as it stands on the wire.
struct SilenceMatcher {
    std::string name;
    std::string value;
    bool isRegex = false;
    bool isEqual = true;

    friend auto operator<=>(const SilenceMatcher &, const SilenceMatcher &) = default;
};

/// One silence as Alertmanager lists it.
struct AlertmanagerSilence {
    Silence silence;
    bool pending = false; ///< begins later
    std::optional<Instant> updatedAt;
    std::vector<SilenceMatcher> matchers; ///< sorted

    /// Nothing when a regular expression is none for RE2.
    std::optional<Matchers> readMatchers() const;
};

/// A list of alerts of which single entries may be beyond us: a newer server's, or one that was damaged on the way.
struct AlertListing {
    std::vector<AlertmanagerAlert> alerts;
    std::size_t unreadable = 0;
    Reason firstProblem; ///< what is wrong with the first of them
};

struct AlertmanagerStatus {
    std::string cluster; ///< `ready`, `settling`, `disabled`
    std::string version;
    std::optional<Instant> startedAt; ///< by the server's own clock
    /// Whether a route is muted by a time interval, or that cannot be seen: only then the groups are worth asking for.
    bool mayMute = true;
};

// Pure readers of the bodies of Alertmanager's API v2, strict about what they rely on, tolerant about what newer servers
// add. Errors are of kind Content (not JSON), Schema (other JSON) or Limit, without evidence. Any thread.
// Source: Alertmanager, api/v2/openapi.yaml.

Result<std::vector<AlertmanagerAlert>> parseAlertmanagerAlerts(std::string_view body); ///< GET /alerts; all or nothing
/// GET /alerts: what can be read, so that one odd entry does not hide the others. An error when no entry can be.
Result<AlertListing> parseAlertListing(std::string_view body);

/// GET /alerts/groups: the fingerprints of the alerts that a time interval mutes.
Result<std::vector<std::string>> parseMutedFingerprints(std::string_view body);

Result<std::vector<AlertmanagerSilence>> parseSilences(std::string_view body); ///< GET /silences
Result<AlertmanagerSilence> parseSilence(std::string_view body);               ///< GET /silence/{id}
Result<SilenceId> parseSilenceId(std::string_view body);                       ///< POST /silences
Result<AlertmanagerStatus> parseAlertmanagerStatus(std::string_view body);     ///< GET /status

/// The body of POST /silences. An empty `id` makes a new silence.
std::string silenceBody(const AlertmanagerSilence &silence);

SilenceMatcher wireMatcher(const Matcher &matcher);

} // namespace tocsin
