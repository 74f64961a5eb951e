// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/nginx_server.h"

#include "tests/support/debian_server.h"

#include <vector>

namespace tocsin::test {

NginxServer::NginxServer(const std::string &serverBlocks, int workerConnections)
{
    const std::string folder = m_folder.path();
    std::string config = "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr warn;\n";
    config += "events { worker_connections " + std::to_string(workerConnections) + "; }\nhttp {\n";
    config += "access_log off;\nserver_tokens off;\nkeepalive_requests 1000000;\n";
    for (const char *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        config.append(kind).append("_temp_path ").append(folder).append("/").append(kind).append(";\n");
    config += serverBlocks + "\n}\n";
    const std::string file = m_folder.write("nginx.conf", config);
    m_process = std::make_unique<ServerProcess>(
        std::vector<std::string>{debianServer("nginx"), "-p", folder, "-c", file, "-e", "stderr"});
}

} // namespace tocsin::test
