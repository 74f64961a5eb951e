// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alertmanager_client.h"
#include "models/sources/source.h"

namespace tocsin {

/// How an attempt at one member of a cluster ended.
struct SilenceAttempt {
    Result<Silence> result;
    bool reached = true; ///< false: the member did not answer and nothing was written, so that another may be asked
};

/// Makes the silence with times of the server's clock, unless the same one stands already (POST is not idempotent, and a
/// wish may come again after an open outcome), and reads back that it is in force with these matchers and that every alert
/// that they match is silenced by it. One that is not as wished is ended again. `now` is our clock.
QCoro::Task<SilenceAttempt> silenceAt(AlertmanagerClient &client, SilenceRequest request, Instant now);

/// Ends a silence and reads back that it has ended; one that the server no longer knows has ended, too. Without an `id` it
/// looks for what `made` has come to; that is success as well when it came to nothing. `now` is our clock.
QCoro::Task<SilenceAttempt> endSilenceAt(AlertmanagerClient &client, SilenceId id, SilenceRequest made, Instant now);

} // namespace tocsin
