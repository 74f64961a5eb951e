// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tocsin {

/// Where a station keeps its journal and history: `$XDG_DATA_HOME/tocsin`, or `$XDG_DATA_HOME/tocsin-PROFILE`.
/// Source: XDG Base Directory Specification 0.8.
std::filesystem::path defaultDataFolder(std::string_view profile);

/// Where a desk remembers its looks: `$XDG_STATE_HOME/tocsin`, or with the profile behind it.
std::filesystem::path defaultStateFolder(std::string_view profile);

/// The name of this installation in events: the host's name.
std::string stationName();

} // namespace tocsin
