// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace tocsin::bench {

/// Ends the program: what was measured would be wrong.
[[noreturn]] void fail(std::string_view why);

double median(std::vector<double> values);

/// The value that so many of a hundred values do not exceed.
double percentile(std::vector<double> values, double hundredths);

/// Seconds of CLOCK_MONOTONIC, the same in every process of the machine.
double monotonicSeconds();

/// CPU time of the whole process so far, in seconds.
double cpuSeconds();

/// CPU time of another process so far, in seconds; 0 when there is none.
double cpuSecondsOf(pid_t process);

/// CPU time of the calling thread so far, in seconds: another program on the same core does not count.
double threadSeconds();

/// What a process holds, in MiB.
struct Memory {
    double proportional = 0; ///< PSS: pages that others use too count in part
    double resident = 0;     ///< RSS
    double peak = 0;         ///< the most that was ever resident, VmHWM
};

Memory memoryOf(pid_t process);

/// One line of a table: a figure, its limit, and whether it keeps it.
void printRow(const char *what, double value, const char *unit, double limit);

/// Writes the figures where `--json FILE` says, with the load of the machine (1, 5 and 15 minutes) beside them.
void writeJson(int argc, char **argv, std::string_view benchmark, nlohmann::json figures);

} // namespace tocsin::bench
