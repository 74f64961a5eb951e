// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tocsin::test {

/// Where `fetch_servers.sh` has unpacked Debian's servers: TOCSIN_SERVERS, or `build/servers` in the source tree.
std::string serversFolder();

/// The full path of one of them: `prometheus`, `prometheus-alertmanager`, `amtool`, `promtool`, `nginx`. Throws with what to
/// do when it is not there: a test of a real server is never skipped.
std::string debianServer(const std::string &name);

} // namespace tocsin::test
