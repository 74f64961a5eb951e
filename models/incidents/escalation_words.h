// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/escalation_steps.h"

namespace tocsin {

/// What this recipient is told, without its id. Times are those of where the person lives; in English. `policy` may be null when
/// it is over.
Notification notificationOf(const Concern &concern, const EscalationPolicy *policy, const EscalationStep &step,
    const Recipient &recipient, const EscalationRules &rules);

} // namespace tocsin
