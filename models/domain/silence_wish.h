// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/matcher.h"

#include <string>
#include <vector>

namespace tocsin {

/// What a person wants to be quiet: whatever the matchers match at these sources, now and until it ends. Unlike an
/// acknowledgement it is not aimed at exact alerts, is never renewed, and needs its reason in words.
struct SilenceWish {
    std::vector<SourceId> sources;
    Matchers matchers;
    std::string comment;
    Duration lasting{};
};

inline constexpr Duration shortestSilence = std::chrono::minutes(1);
inline constexpr Duration longestSilence = std::chrono::hours(24 * 30);

/// Why the wish must not be sent; empty when it may be. Pure; any thread.
Reason problemOf(const SilenceWish &wish);

/// One equality matcher for each label that all of these alerts have with the same value, sorted by name. Empty when they
/// have nothing in common. Pure; any thread.
Matchers commonMatchers(const std::vector<AlertPtr> &alerts);

/// The sources of those alerts that can be silenced, each once, sorted.
std::vector<SourceId> silencingSources(const std::vector<AlertPtr> &alerts);

/// Whether the silence would quiet this alert.
bool wouldSilence(const SilenceWish &wish, const Alert &alert);

} // namespace tocsin
