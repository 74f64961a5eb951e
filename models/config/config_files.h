// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/environment.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace tocsin {

/// `$XDG_CONFIG_HOME/tocsin`, or `$XDG_CONFIG_HOME/tocsin-NAME` for a profile. Nothing when there is no home either, or
/// when the profile's name is no plain file name.
std::optional<std::filesystem::path> defaultConfigPath(const Environment &environment, std::string_view profile = {});

/// The files that make up a configuration: the file itself, or the *.yaml and *.yml of a folder in the order of their
/// names. Empty when there is none. Throws nothing.
std::vector<std::filesystem::path> configFiles(const std::filesystem::path &fileOrFolder);

/// What tells a changed file without reading it.
struct FileFingerprint {
    std::filesystem::path path;
    std::int64_t modifiedNs = 0;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileFingerprint &, const FileFingerprint &) = default;
};

/// The fingerprints of all files of a configuration, symbolic links followed. A file that cannot be looked at has zeros.
std::vector<FileFingerprint> fingerprints(const std::filesystem::path &fileOrFolder);

} // namespace tocsin
