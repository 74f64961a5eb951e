// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/paths.h"

#include <array>
#include <cstdlib>
#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace tocsin {

namespace {

std::string homeFolder()
{
    passwd entry{};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_dir;
    return "/";
}

std::filesystem::path userFolder(const char *variable, const std::filesystem::path &belowHome, std::string_view profile)
{
    const char *folder = std::getenv(variable);
    const char *home = std::getenv("HOME");
    // The specification says that a relative path is to be ignored.
    const bool isUsable = folder && folder[0] == '/';
    const std::filesystem::path base
        = isUsable ? std::filesystem::path(folder) : std::filesystem::path(home ? home : homeFolder()) / belowHome;
    return base / (profile.empty() ? std::string("tocsin") : "tocsin-" + std::string(profile));
}

} // namespace

std::filesystem::path defaultDataFolder(std::string_view profile)
{
    return userFolder("XDG_DATA_HOME", std::filesystem::path(".local") / "share", profile);
}

std::filesystem::path defaultStateFolder(std::string_view profile)
{
    return userFolder("XDG_STATE_HOME", std::filesystem::path(".local") / "state", profile);
}

std::string stationName()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0')
        return "station";
    return name.data();
}

} // namespace tocsin
