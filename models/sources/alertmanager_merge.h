// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/sources/alertmanager_parser.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// What one member of a cluster knows.
struct MemberView {
    std::vector<AlertmanagerAlert> alerts;
    std::vector<AlertmanagerSilence> silences;
    std::vector<std::string> muted; ///< fingerprints
    bool isDoubted = false;         ///< it proves nothing about now
};

/// One alert as the cluster knows it.
struct MergedAlert {
    AlertmanagerAlert alert;
    std::optional<Acknowledgement> acknowledgement;
    bool isDoubted = false; ///< only doubted members list it
};

/// The members of one cluster made one: alerts by fingerprint, the newest word of each, begun at the earliest time any
/// member knows; silences by id, so that a member that lags neither revives a silence that ended nor hides one that began.
/// What a doubted member lists and no other does is doubted as well: neither hidden nor believed.
/// A silence that acknowledges is attributed; ours is named before another's, then the one that lasts longest. Pure.
std::vector<MergedAlert> mergeMembers(std::vector<MemberView> members);

} // namespace tocsin
