// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace tocsin::bench {

namespace {

double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The value in kB behind a word of a file of /proc, in MiB.
double mebibytes(const std::string &file, std::string_view word)
{
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(word))
            return std::atof(line.c_str() + word.size()) / 1024;
    }
    return 0;
}

} // namespace

void fail(std::string_view why)
{
    std::fprintf(stderr, "nothing was measured: %.*s\n", static_cast<int>(why.size()), why.data());
    std::exit(1);
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 50);
}

double percentile(std::vector<double> values, double hundredths)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(hundredths / 100 * static_cast<double>(values.size()));
    return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double monotonicSeconds()
{
    return seconds(CLOCK_MONOTONIC);
}

double cpuSeconds()
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

double cpuSecondsOf(pid_t process)
{
    clockid_t clock{};
    return clock_getcpuclockid(process, &clock) == 0 ? seconds(clock) : 0;
}

double threadSeconds()
{
    return seconds(CLOCK_THREAD_CPUTIME_ID);
}

Memory memoryOf(pid_t process)
{
    const std::string folder = "/proc/" + std::to_string(process);
    return {mebibytes(folder + "/smaps_rollup", "Pss:"), mebibytes(folder + "/status", "VmRSS:"),
        mebibytes(folder + "/status", "VmHWM:")};
}

void printRow(const char *what, double value, const char *unit, double limit)
{
    std::printf("  %-52s %9.2f %-4s must be <= %-7g %s\n", what, value, unit, limit, value <= limit ? "" : "MISSED");
}

void writeJson(int argc, char **argv, std::string_view benchmark, nlohmann::json figures)
{
    if (argc != 3 || std::string_view(argv[1]) != "--json")
        return;
    std::array<double, 3> load{};
    getloadavg(load.data(), static_cast<int>(load.size()));
    figures["benchmark"] = benchmark;
    figures["load"] = load;
    std::ofstream(argv[2]) << figures.dump(2) << '\n';
}

} // namespace tocsin::bench
