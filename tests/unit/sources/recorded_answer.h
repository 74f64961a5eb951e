// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"
#include "tests/support/fixture_file.h"

#include <cstdlib>
#include <sstream>

namespace tocsin::test {

/// An answer as a real server gave it: `data/<name>.json` with `data/<name>.headers`.
inline HttpResponse recordedAnswer(const std::string &name)
{
    HttpResponse answer;
    answer.body = fixture(name + ".json");
    std::istringstream lines(fixture(name + ".headers"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (const auto colon = line.find(": "); colon != std::string::npos)
            answer.headers.add(line.substr(0, colon), line.substr(colon + 2));
        else if (line.compare(0, 5, "HTTP/") == 0)
            answer.status = std::atoi(line.c_str() + line.find(' '));
    }
    answer.evidence.status = answer.status;
    return answer;
}

} // namespace tocsin::test
