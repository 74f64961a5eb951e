// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config_loader.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace tocsin {

/// Looks every two seconds whether the configuration on disk has changed and, if it has, reads it again. Reading may wait
/// for a slow disk, so it has a thread of its own, which the destructor stops and joins.
class ConfigReloader
{
public:
    /// `loaded` is called on the reloader's thread with each new version, good or bad.
    ConfigReloader(std::filesystem::path fileOrFolder, std::function<void(const LoadedConfig &)> loaded);

private:
    void run(std::stop_token stop);

    const std::filesystem::path m_path;
    const std::function<void(const LoadedConfig &)> m_loaded;
    std::mutex m_mutex;
    std::condition_variable_any m_wakeUp;
    std::jthread m_thread;
};

} // namespace tocsin
