// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_folder.h"

#include <functional>
#include <string>

namespace tocsin::bench {

/// A configuration of so many services, each with one HTTP check every 10 s at the address that `urlOf` gives for its number.
std::string configurationOf(int services, const std::function<std::string(int)> &urlOf);

/// Gives the programs started from now on a home of their own, so that no setting of the person who measures matters. Call it
/// before there is a thread.
void moveHome(const test::TemporaryFolder &folder);

} // namespace tocsin::bench
