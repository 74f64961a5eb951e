// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the desk costs while nothing happens: 50 checks every 10 s, all of them well, the window open on a private X server.
// CPU time and memory of the whole process, seen from outside.

#include "tests/bench/desk_setting.h"
#include "tests/bench/loopback_load.h"
#include "tests/bench/measure.h"
#include "tests/bench/private_display.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

using namespace tocsin::bench;
using namespace tocsin::test;

namespace {

constexpr int kServices = 50;
constexpr std::chrono::seconds kSettle{15}; ///< the start is over and every check has been looked at twice
constexpr std::chrono::seconds kMeasured{60};
constexpr double kMostOfACore = 1;  ///< per cent
constexpr double kMostMemory = 120; ///< MiB, PSS

} // namespace

int main(int argc, char **argv)
{
    const std::filesystem::path here = std::filesystem::canonical(argv[0]).parent_path();
    const TemporaryFolder folder;
    moveHome(folder);
    constexpr std::size_t kNoted = 10'000;
    const LoopbackLoad load("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK", kNoted);
    const std::string configuration
        = folder.write("tocsin.yaml", configurationOf(kServices, [&load](int i) { return load.url(i); }));
    PrivateDisplay display;
    const pid_t desk = display
                           .untilMapped({(here.parent_path() / "tocsin").string(), "--config", configuration, "--data",
                               folder.makeFolder("data")})
                           .process;
    std::this_thread::sleep_for(kSettle);
    const std::size_t askedBefore = load.arrivals().size();
    const double cpuBefore = cpuSecondsOf(desk);
    const double begin = monotonicSeconds();
    std::this_thread::sleep_for(kMeasured);
    const double cores = (cpuSecondsOf(desk) - cpuBefore) / (monotonicSeconds() - begin);
    const std::size_t asked = load.arrivals().size() - askedBefore;
    const Memory memory = memoryOf(desk);
    PrivateDisplay::end(desk);
    if (asked < static_cast<std::size_t>(kServices) * 5)
        fail("the desk does not look at its checks");

    std::printf(
        "Idle desk, %d checks every 10 s, %zu requests in %lld s\n", kServices, asked, static_cast<long long>(kMeasured.count()));
    printRow("CPU", cores * 100, "%", kMostOfACore);
    printRow("memory (PSS)", memory.proportional, "MiB", kMostMemory);
    writeJson(argc, argv, "idle",
        {{"services", kServices}, {"measured_s", kMeasured.count()}, {"requests", asked}, {"cores", cores},
            {"pss_mib", memory.proportional}, {"rss_mib", memory.resident}, {"peak_mib", memory.peak},
            {"limit_cores", kMostOfACore / 100}, {"limit_mib", kMostMemory}});
    return 0;
}
