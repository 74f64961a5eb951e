// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/desk_setting.h"

#include <cstdlib>

namespace tocsin::bench {

std::string configurationOf(int services, const std::function<std::string(int)> &urlOf)
{
    std::string yaml = "shop: Bench\nservices:\n";
    for (int i = 0; i < services; ++i) {
        yaml += "  - name: Service " + std::to_string(i) + "\n    tier: " + std::to_string(1 + i % 3)
            + "\n    checks:\n      - {name: health, type: http, interval: 10s, url: '" + urlOf(i) + "'}\n";
    }
    return yaml;
}

void moveHome(const test::TemporaryFolder &folder)
{
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        setenv(variable, folder.makeFolder(variable).c_str(), 1);
    setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
    unsetenv("WAYLAND_DISPLAY");
    setenv("QT_QPA_PLATFORM", "xcb", 1);
}

} // namespace tocsin::bench
