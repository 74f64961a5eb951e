// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alertmanager_client.h"
#include "models/sources/source.h"

#include <memory>
#include <vector>

namespace tocsin {

/// How an attempt at one member of a cluster ended.
struct AcknowledgeAttempt {
    Result<Acknowledgement> result;
    bool reached = true; ///< false: the member did not answer and nothing was written, so that another may be asked
};

/// How long an acknowledgement stands unless it is renewed (decision 12).
inline constexpr Duration acknowledgementDuration = std::chrono::minutes(15);

/// Decision 11: plans a silence against what the member lists now, looks for an equal one first because POST is not
/// idempotent, writes it with times of the server's clock, and reads back that it is active and silences this alert only;
/// one that caught a sibling is ended again. After an open outcome it looks before it says anything. `now` is our clock.
QCoro::Task<AcknowledgeAttempt> acknowledgeAt(AlertmanagerClient &client, AcknowledgeRequest request, Instant now);

/// How an attempt to end an acknowledgement at one member of a cluster ended.
struct UnacknowledgeAttempt {
    Result<Acknowledgement> result = Acknowledgement();
    bool reached = false;     ///< as in AcknowledgeAttempt
    bool knewSilence = false; ///< it lists the silence that is to end, or none is named: nobody else need be asked
};

/// Ends every silence that acknowledges exactly this alert, ours or another tool's, or only the one that the alert names; and
/// reads back that they have ended. One that covers other alerts as well is left alone and is the failure.
QCoro::Task<UnacknowledgeAttempt> unacknowledgeAt(
    AlertmanagerClient &client, AlertPtr alert, std::string person, EndOf what, Instant now);

} // namespace tocsin
