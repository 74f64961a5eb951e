// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From starting the program to its first mapped window, with 50 services configured, beside a bare Qt window: both on the
// same private X server, seen from outside, taking turns.

#include "tests/bench/desk_setting.h"
#include "tests/bench/measure.h"
#include "tests/bench/private_display.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

using namespace tocsin::bench;
using namespace tocsin::test;

namespace {

constexpr int kRounds = 9;
constexpr int kServices = 50;
constexpr double kMostTimesTheBareWindow = 3.0;

struct Program {
    std::vector<std::string> command;
    std::vector<double> seconds;
    std::vector<double> cpu;
    std::vector<double> memory;

    void startOnce(PrivateDisplay &display, bool counts)
    {
        const PrivateDisplay::Started started = display.untilMapped(command);
        std::this_thread::sleep_for(std::chrono::seconds(1));
        if (counts) {
            seconds.push_back(started.seconds);
            cpu.push_back(started.cpu);
            memory.push_back(memoryOf(started.process).proportional);
        }
        PrivateDisplay::end(started.process);
    }
    nlohmann::json asJson() const { return {{"seconds", median(seconds)}, {"cpu_s", median(cpu)}, {"pss_mib", median(memory)}}; }
    void print(const char *name) const
    {
        std::printf(
            "  %-20s %7.1f ms  %7.1f ms CPU  %6.1f MiB (PSS)\n", name, median(seconds) * 1e3, median(cpu) * 1e3, median(memory));
    }
};

} // namespace

int main(int argc, char **argv)
{
    const std::filesystem::path here = std::filesystem::canonical(argv[0]).parent_path();
    const TemporaryFolder folder;
    moveHome(folder);
    // Services whose server is not there: the start must not depend on any answer.
    const std::string address = "http://127.0.0.1:" + std::to_string(freePort()) + '/';
    const std::string configuration
        = folder.write("tocsin.yaml", configurationOf(kServices, [&address](int i) { return address + std::to_string(i); }));
    PrivateDisplay display;
    Program bare{{(here / "beside" / "bare_window").string()}, {}, {}, {}};
    Program tocsin{
        {(here.parent_path() / "tocsin").string(), "--config", configuration, "--data", folder.makeFolder("data")}, {}, {}, {}};
    for (int round = 0; round <= kRounds; ++round) {
        bare.startOnce(display, round > 0); // the first time reads the programs from the disk
        tocsin.startOnce(display, round > 0);
    }
    const double ratio = median(tocsin.seconds) / median(bare.seconds);
    std::printf("From start to the first mapped window, %d services, medians of %d\n", kServices, kRounds);
    bare.print("bare Qt window");
    tocsin.print("tocsin");
    printRow("times the bare window", ratio, "x", kMostTimesTheBareWindow);
    writeJson(argc, argv, "start",
        {{"services", kServices}, {"rounds", kRounds}, {"bare", bare.asJson()}, {"tocsin", tocsin.asJson()}, {"ratio", ratio},
            {"cpu_ratio", median(tocsin.cpu) / median(bare.cpu)}, {"limit", kMostTimesTheBareWindow}});
    return 0;
}
