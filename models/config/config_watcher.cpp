// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_watcher.h"

#include <utility>

namespace tocsin {

ConfigWatcher::ConfigWatcher(std::filesystem::path fileOrFolder)
    : m_path(std::move(fileOrFolder))
    , m_last(fingerprints(m_path))
{
}

bool ConfigWatcher::changed()
{
    std::vector<FileFingerprint> now = fingerprints(m_path);
    const bool isChanged = now != m_last;
    m_last = std::move(now);
    return isChanged;
}

} // namespace tocsin
