// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alert_set.h"
#include "models/sources/alertmanager_parser.h"
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

/// What a poll of a whole cluster amounts to.
struct AlertmanagerReading {
    Result<SourceReading> reading;
    AlertSetPtr all;            ///< every alert before the filter; null when nothing could be read
    std::size_t goodMember = 0; ///< the first member whose alerts were read
};

/// Reads the answers of all members and makes one reading of them: alerts merged by fingerprint, silences by id, the newer
/// word of two standing; one member that fails is a remark, all of them an Error; what cannot prove anything about now is a
/// trouble. Pure; any thread.
AlertmanagerReading readAlertmanager(
    const std::vector<MemberAnswers> &members, const AlertmanagerSettings &settings, const AlertSetPtr &previous, Instant now);

} // namespace tocsin
