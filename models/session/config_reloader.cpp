// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/config_reloader.h"

#include "models/config/config_watcher.h"
#include "models/session/vocabulary.h"

namespace tocsin {

namespace {
constexpr std::chrono::seconds kLookEvery{2};
}

ConfigReloader::ConfigReloader(std::filesystem::path fileOrFolder, std::function<void(const LoadedConfig &)> loaded)
    : m_path(std::move(fileOrFolder))
    , m_loaded(std::move(loaded))
{
    m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

void ConfigReloader::run(std::stop_token stop)
{
    ConfigWatcher watcher(m_path);
    std::unique_lock lock(m_mutex);
    while (!m_wakeUp.wait_for(lock, stop, kLookEvery, [&stop] { return stop.stop_requested(); })) {
        if (watcher.changed())
            m_loaded(loadConfig(m_path, vocabulary(), processEnvironment()));
    }
}

} // namespace tocsin
