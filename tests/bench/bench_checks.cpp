// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The running watch, in real time and on its own schedule, with evaluation, journal and latency history: 1,000 HTTP checks
// every 5 s beside bare libcurl at the same rate, then 10,000 checks every 10 s. Kept connections, the server on the other
// core; what was asked when is told by the server.

#include "models/config/config_loader.h"
#include "models/items/board_feed.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"
#include "tests/bench/bare_curl.h"
#include "tests/bench/measure.h"
#include "tests/support/temporary_folder.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <set>
#include <unistd.h>

using namespace tocsin;
using namespace tocsin::bench;

namespace {

constexpr int kChecksPerService = 10;
constexpr std::size_t kNoted = 200'000;

struct Plan {
    int checks = 0;
    int interval = 0; ///< seconds
    int measured = 0; ///< seconds, after one interval in which everything is asked for the first time
};

struct Figures {
    double firstShare = 0;    ///< of the targets that were asked within the first interval of the start
    double answeredShare = 0; ///< of the targets whose answer was on the board by then
    double cpuPer1000 = 0;    ///< seconds
    double cores = 0;
    double perSecond = 0;
    double jitterP50 = 0; ///< milliseconds between the due moment and the arrival of the request
    double jitterP99 = 0;
    Memory memory;
};

Config configFor(const Plan &plan, const LoopbackLoad &load)
{
    std::string yaml = "shop: Bench\ndefaults: {interval: " + std::to_string(plan.interval) + "s, timeout: 5s}\nservices:\n";
    for (int i = 0; i < plan.checks; ++i) {
        if (i % kChecksPerService == 0)
            yaml += "  - name: Service " + std::to_string(i / kChecksPerService) + "\n    checks:\n";
        yaml += "      - {name: health " + std::to_string(i) + ", type: http, url: '" + load.url(i)
            + "', conditions: ['[STATUS] == 200', '[BODY].status == UP']}\n";
    }
    LoadedConfig loaded = parseConfig(yaml, "bench.yaml", vocabulary(), processEnvironment());
    if (!loaded.config)
        fail(loaded.problems.front().text());
    return std::move(*loaded.config);
}

/// As a server writes it: an answer of yesterday proves nothing, and the whole run takes a minute.
std::string dateOfNow()
{
    char text[64];
    const std::time_t now = std::time(nullptr);
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&now));
    return text;
}

void runFor(double seconds)
{
    QTimer::singleShot(static_cast<int>(seconds * 1000), Qt::PreciseTimer, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
}

/// How late each request was, in milliseconds: the due moments of a target lie on a grid of its interval, those of all
/// targets evenly within one interval, in the order of the configuration. The earliest request of all tells the origin.
std::vector<double> lateness(const Plan &plan, std::span<const LoopbackLoad::Arrival> arrivals)
{
    const double step = static_cast<double>(plan.interval) / plan.checks;
    std::vector<double> offsets;
    for (const LoopbackLoad::Arrival &arrival : arrivals)
        offsets.push_back(arrival.at - step * arrival.target);
    if (offsets.empty())
        return {};
    const double origin = offsets.front();
    for (double &offset : offsets)
        offset = std::remainder(offset - origin, plan.interval);
    const double earliest = *std::min_element(offsets.begin(), offsets.end());
    for (double &offset : offsets)
        offset = (offset - earliest) * 1e3;
    return offsets;
}

/// The arrivals from this moment on.
std::span<const LoopbackLoad::Arrival> since(std::span<const LoopbackLoad::Arrival> arrivals, double moment)
{
    const auto first = std::find_if(arrivals.begin(), arrivals.end(), [moment](const auto &a) { return a.at >= moment; });
    return {first, arrivals.end()};
}

Figures runTocsin(const Plan &plan, const LoopbackLoad &load)
{
    const tocsin::test::TemporaryFolder data;
    const Config config = configFor(plan, load);
    const std::size_t before = load.arrivals().size();
    const SystemClock clock;
    BoardFeed feed;
    const double begin = monotonicSeconds();
    Session session(config, {data.path(), {}}, clock);
    QObject::connect(&session.door(), &MessageDoor::arrived, &feed, [&feed](const Message &message) {
        if (const auto *changes = std::get_if<Changes>(&message))
            feed.apply(*changes);
    });
    runFor(begin + plan.interval - monotonicSeconds());
    const auto answered = std::count_if(
        feed.board().checks.begin(), feed.board().checks.end(), [](const auto &entry) { return entry.second.last != nullptr; });
    runFor(0.5);
    std::set<int> asked;
    for (const LoopbackLoad::Arrival &arrival : load.arrivals().subspan(before)) {
        if (arrival.at < begin + plan.interval)
            asked.insert(arrival.target);
    }
    const double start = monotonicSeconds();
    const double cpu = cpuSeconds();
    runFor(plan.measured);
    Figures figures;
    const double used = cpuSeconds() - cpu;
    const double lasted = monotonicSeconds() - start;
    const auto arrivals = since(load.arrivals(), start);
    const bool isWell = std::all_of(feed.board().checks.begin(), feed.board().checks.end(),
        [](const auto &entry) { return entry.second.state == State::Ok; });
    if (!isWell || feed.board().checks.size() != static_cast<std::size_t>(plan.checks))
        fail("a check is not OK");
    const std::vector<double> late = lateness(plan, arrivals);
    figures.firstShare = static_cast<double>(asked.size()) / plan.checks;
    figures.answeredShare = static_cast<double>(answered) / plan.checks;
    figures.cpuPer1000 = used * 1000 / static_cast<double>(arrivals.size());
    figures.cores = used / lasted;
    figures.perSecond = static_cast<double>(arrivals.size()) / lasted;
    figures.jitterP50 = percentile(late, 50);
    figures.jitterP99 = percentile(late, 99);
    figures.memory = memoryOf(getpid());
    return figures;
}

/// CPU seconds per 1,000 requests of libcurl alone, one after the other in even steps, after one round that connects.
double runBare(const Plan &plan, const LoopbackLoad &load)
{
    BareCurl bare(load, plan.checks);
    const double step = static_cast<double>(plan.interval) / plan.checks;
    for (int from = 0; from < plan.checks; from += 100)
        bare.run(from, 100);
    const double begin = monotonicSeconds();
    const double cpu = cpuSeconds();
    int asked = 0;
    int done = 0;
    while (monotonicSeconds() - begin < plan.measured || done < asked) {
        const double now = monotonicSeconds() - begin;
        while (now < plan.measured && now >= asked * step)
            bare.ask(asked++ % plan.checks);
        const double wait = (begin + asked * step - monotonicSeconds()) * 1e3;
        done += bare.step(std::clamp(static_cast<int>(std::ceil(wait)), 0, 100));
    }
    return (cpuSeconds() - cpu) * 1000 / done;
}

nlohmann::json asJson(const Plan &plan, const Figures &figures)
{
    return {{"checks", plan.checks}, {"interval_s", plan.interval}, {"measured_s", plan.measured},
        {"asked_in_first_interval", figures.firstShare}, {"answered_in_first_interval", figures.answeredShare},
        {"checks_per_s", figures.perSecond}, {"cpu_s_per_1000", figures.cpuPer1000},
        {"checks_per_cpu_s", 1000 / figures.cpuPer1000}, {"cores", figures.cores}, {"late_p50_ms", figures.jitterP50},
        {"late_p99_ms", figures.jitterP99}, {"pss_mib", figures.memory.proportional}, {"rss_mib", figures.memory.resident},
        {"peak_mib", figures.memory.peak}};
}

void print(const Plan &plan, const Figures &figures)
{
    std::printf("%d checks every %d s, %.0f a second\n", plan.checks, plan.interval, figures.perSecond);
    std::printf("  %-52s %9.1f %%\n", "asked within the first interval of the start", figures.firstShare * 100);
    std::printf("  %-52s %9.1f %%    must be 100  %s\n", "answered within the first interval of the start",
        figures.answeredShare * 100, figures.answeredShare < 1 ? "MISSED" : "");
    std::printf("  %-52s %9.3f s    (%.0f checks per CPU second)\n", "CPU per 1,000 checks", figures.cpuPer1000,
        1000 / figures.cpuPer1000);
}

} // namespace

int main(int argc, char **argv)
{
    const long files = raiseFileLimit();
    const LoopbackLoad load("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n"
                            "Cache-Control: no-store\r\nDate: "
            + dateOfNow() + "\r\n\r\n{\"status\":\"UP\"}",
        kNoted);
    pinToCore(0);
    QCoreApplication application(argc, argv);

    const Plan some{1'000, 5, 20};
    const Figures few = runTocsin(some, load);
    const double floor = runBare(some, load);
    print(some, few);
    std::printf("  %-52s %9.3f s    (%.0f per CPU second)\n", "bare libcurl, evenly spread", floor, 1000 / floor);
    printRow("times bare libcurl", few.cpuPer1000 / floor, "x", 1.5);
    printRow("lateness p99", few.jitterP99, "ms", 100);
    nlohmann::json rows = nlohmann::json::array({asJson(some, few)});
    rows[0]["libcurl_cpu_s_per_1000"] = floor;
    rows[0]["ratio"] = few.cpuPer1000 / floor;

    const Plan many{10'000, 10, 15};
    if (files > many.checks + 1000) {
        const Figures all = runTocsin(many, load);
        print(many, all);
        printRow("cores", all.cores, "", 0.5);
        printRow("lateness p99", all.jitterP99, "ms", 100);
        printRow("memory, most ever (RSS)", all.memory.peak, "MiB", 200);
        rows.push_back(asJson(many, all));
    } else {
        std::printf("%d checks left out: the system allows %ld open files only\n", many.checks, files);
    }
    writeJson(argc, argv, "checks", {{"rows", rows}});
    return 0;
}
