// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/settings.h"

#include <string>
#include <string_view>
#include <vector>

// What the types of a channel's keys cannot say, and several kinds have in common. Sentences are English, for `validate`.
namespace tocsin {

using SettingProblems = std::vector<SettingProblem>;

/// For kinds that have a login of their own, the key `login`: another one would go to the same place.
void refuseOtherLogins(const Settings &settings, std::string_view login, SettingProblems &problems);

/// An address over which a login would go in the clear to another machine.
void refuseClearText(const Settings &settings, std::string_view key, SettingProblems &problems);

/// Exactly one of two keys is there.
void requireOneOf(const Settings &settings, std::string_view first, std::string_view second, SettingProblems &problems);

/// A key whose value `addressProblem` of the kind does not take.
void checkAddress(const Settings &settings, std::string_view key, std::string (*addressProblem)(const std::string &),
    SettingProblems &problems);

/// Letters and digits of ASCII, and what `more` lists; not empty.
bool consistsOf(std::string_view text, std::string_view more = {});

/// Whether a host is this machine: what goes there does not go over a network.
bool isLoopbackHost(std::string_view host);

} // namespace tocsin
