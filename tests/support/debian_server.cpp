// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/debian_server.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace tocsin::test {

std::string serversFolder()
{
    if (const char *folder = std::getenv("TOCSIN_SERVERS"))
        return folder;
    const char *source = std::getenv("TOCSIN_SOURCE");
    return std::string(source ? source : TOCSIN_SOURCE_FOLDER) + "/build/servers";
}

std::string debianServer(const std::string &name)
{
    const std::string folder = serversFolder();
    for (const char *place : {"/usr/bin/", "/usr/sbin/"}) {
        std::string path = folder + place + name;
        if (access(path.c_str(), X_OK) == 0)
            return path;
    }
    throw std::runtime_error(name + " is not in " + folder + "; run: tests/support/fetch_servers.sh " + folder);
}

} // namespace tocsin::test
