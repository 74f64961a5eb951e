// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/concern.h"
#include "models/domain/notify/escalation_policy.h"
#include "models/domain/notify/outbox_entry.h"

#include <optional>
#include <vector>

namespace tocsin {

/// How long people are told that something is over.
inline constexpr Duration endIsNews = std::chrono::hours(1);

/// Somebody who is to be told, through one channel.
struct Recipient {
    std::string person;
    ChannelId channel;
    std::string to;
    Instant since = Instant::min(); ///< since when it is them: on call, or in the role
};

/// One moment at which people are told something about a concern.
struct EscalationStep {
    enum class Kind {
        Level,    ///< number: the level, from 1
        Repeat,   ///< everybody once more; number: how often before, and this time
        Reminder, ///< of an acknowledgement; number: the how-manieth
        Over,     ///< the trouble is over
    };
    Kind kind = Kind::Level;
    std::int64_t number = 0;
    Instant at{};
    Instant phase{}; ///< since when nobody had it; of a reminder since when somebody has, of the end when that was
    std::vector<Recipient> recipients;
};

NotificationId idOf(const Concern &concern, const EscalationStep &step, const Recipient &recipient);

/// What happens about one concern: the steps up to now that may still matter, in order, and when the next one comes.
struct EscalationCourse {
    std::vector<EscalationStep> steps;
    std::optional<Instant> next;
    bool isUnheard = false; ///< nobody has it, and nobody can be told
};

/// `lookBack`: how long after its time a step may still matter though another has followed. Pure.
EscalationCourse courseOf(const Concern &concern, const EscalationPolicy &policy, const EscalationRules &rules,
    const OutboxEntries &done, Duration lookBack, Instant now);

/// The same when it is over: those who were told are told so, for an hour.
EscalationCourse endOf(const Concern &concern, const EscalationPolicy *policy, const OutboxEntries &done, Instant now);

} // namespace tocsin
