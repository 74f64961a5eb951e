// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alert_set.h"
#include "models/sources/alertmanager_parser.h"
#include "models/sources/lost_alerts.h"
#include "models/sources/severity_settings.h"
#include "models/transport/http.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// What one member of a cluster answered in one poll, unread.
struct MemberAnswers {
    std::string url;
    Result<HttpResponse> status;
    Result<HttpResponse> alerts;
    Result<HttpResponse> silences;
    std::optional<Result<HttpResponse>> groups; ///< asked only where something may be muted
};

/// What an Alertmanager source is configured to be.
struct AlertmanagerSettings {
    SourceId id;
    AlertSettings alerts;
    std::string watchdog; ///< name of the alert that must always fire; empty: none
};

/// What the last good poll showed, for the next one to compare with. An immutable value.
struct KnownAlerts {
    AlertSet all;                       ///< every alert before the filter
    std::vector<AlertPtr> shown;        ///< those that pass it
    std::size_t digest = 0;             ///< of the answers that it was read from; 0 when they must be read again
    std::optional<Instant> earliestEnd; ///< the first time at which an alert or a silence should have ended
    AlertVouchers vouchers;
    std::vector<LostAlert> lost; ///< those that pass the filter
};
using KnownAlertsPtr = std::shared_ptr<const KnownAlerts>;

/// What a poll of a whole cluster amounts to.
struct AlertmanagerReading {
    Result<SourceReading> reading;
    KnownAlertsPtr known;       ///< null when nothing could be read
    std::size_t goodMember = 0; ///< the first member whose alerts were read
};

/// Reads the answers of all members and makes one reading of them: alerts merged by fingerprint, silences by id, the newer
/// word of two standing; one member that fails is a remark, all of them an Error; what cannot prove anything about now is a
/// trouble, but no alert that any member lists is left out, nor one that only got lost. Answers that are byte for byte those of a
/// good poll before are not read twice. Pure; any thread.
AlertmanagerReading readAlertmanager(
    const std::vector<MemberAnswers> &members, const AlertmanagerSettings &settings, const KnownAlertsPtr &previous, Instant now);

} // namespace tocsin
