// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config_files.h"

#include <filesystem>
#include <vector>

namespace tocsin {

/// Notices that a configuration has changed on disk: an edited, replaced, added or removed file. Polled by its owner, on
/// the owner's thread; a look costs one stat for each file. Takes the files as they are when it is made.
class ConfigWatcher
{
public:
    explicit ConfigWatcher(std::filesystem::path fileOrFolder);

    /// Whether anything differs from the last look. A change is told once.
    bool changed();

private:
    std::filesystem::path m_path;
    std::vector<FileFingerprint> m_last;
};

} // namespace tocsin
