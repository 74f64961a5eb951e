// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/alert_floor.h"

#include "tests/bench/alert_list.h"
#include "tests/bench/measure.h"

#include <simdjson.h>

#include <array>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tocsin::bench {

namespace {

constexpr int kRounds = 5;

struct PlainAlert {
    std::string fingerprint;
    std::string state;
    std::string startsAt;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<std::pair<std::string, std::string>> annotations;
};

} // namespace

double medianSeconds(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const double start = monotonicSeconds();
        work();
        times.push_back(monotonicSeconds() - start);
    }
    return median(times);
}

std::size_t readPlainAlerts(const std::string &body)
{
    simdjson::dom::parser parser;
    const auto texts = [](simdjson::dom::object object) {
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const auto member : object)
            pairs.emplace_back(member.key, std::string_view(member.value));
        return pairs;
    };
    std::vector<PlainAlert> alerts;
    const simdjson::dom::array listed = parser.parse(body).get_array();
    alerts.reserve(listed.size());
    for (const simdjson::dom::element alert : listed) {
        alerts.push_back(
            {std::string(std::string_view(alert["fingerprint"])), std::string(std::string_view(alert["status"]["state"])),
                std::string(std::string_view(alert["startsAt"])), texts(alert["labels"]), texts(alert["annotations"])});
    }
    return alerts.size();
}

double plainAlertsSeconds(int alerts)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        fail("no pipe");
    const pid_t child = fork();
    if (child < 0)
        fail("no process for the floor");
    if (child == 0) {
        const std::string body = alertList(alerts);
        std::size_t seen = 0;
        const double seconds = medianSeconds([&] { seen += readPlainAlerts(body); });
        const bool isWhole = seen == static_cast<std::size_t>(kRounds) * static_cast<std::size_t>(alerts);
        const bool isTold = write(ends[1], &seconds, sizeof seconds) == static_cast<ssize_t>(sizeof seconds);
        _exit(isWhole && isTold ? 0 : 1);
    }
    close(ends[1]);
    double seconds = 0;
    const bool isTold = read(ends[0], &seconds, sizeof seconds) == static_cast<ssize_t>(sizeof seconds);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!isTold || status != 0)
        fail("the floor could not be measured");
    return seconds;
}

} // namespace tocsin::bench
