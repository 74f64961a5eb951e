// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"

#include <string>
#include <vector>

namespace tocsin {

/// The stations that share the work of telling people.
struct Stations {
    std::vector<std::string> names; ///< in any order
    std::string self;
    Instant startedAt{}; ///< since when this one has looked: what came due before is no news to the others

    friend bool operator==(const Stations &, const Stations &) = default;
};

/// How many stations come before this one for this notification; 0: it is its own to send. Every station finds the same order,
/// and each is first for its share: rendezvous hashing (Thaler and Ravishankar, 1998) with SHA-256 over `id`, a line feed and the
/// station.
int rankOf(const NotificationId &id, const Stations &stations);

/// The name of one message for one recipient; the same on every machine and in every version.
NotificationId notificationIdOf(const std::vector<std::string> &parts);

} // namespace tocsin
