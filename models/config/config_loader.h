// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/config/config_problem.h"
#include "models/config/environment.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What came out of reading a configuration.
struct LoadedConfig {
    std::optional<Config> config;             ///< only when no problem is an error
    std::vector<ConfigProblem> problems;      ///< all of them, in the order of the files
    std::vector<std::filesystem::path> files; ///< what was read
};

/// Reads one file, or all *.yaml and *.yml of a folder (not of its subfolders) as one configuration. Blocks on the disk;
/// any thread. Throws nothing.
LoadedConfig loadConfig(const std::filesystem::path &fileOrFolder, const Vocabulary &vocabulary, const Environment &environment);

/// The same for a text at hand. Touches no disk; relative paths are resolved against the folder of `fileName`.
LoadedConfig parseConfig(
    std::string_view yaml, const std::string &fileName, const Vocabulary &vocabulary, const Environment &environment);

} // namespace tocsin
