// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 20,000 alerts, 22 MB, as an Alertmanager lists them: from the answer to the values that the watch compares, beside what
// simdjson and nlohmann take for the same bytes.

#include "models/sources/alertmanager_reading.h"
#include "tests/bench/alert_floor.h"
#include "tests/bench/alert_list.h"
#include "tests/bench/measure.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace tocsin;
using namespace tocsin::bench;

namespace {

constexpr int kAlerts = 20'000;

} // namespace

int main(int argc, char **argv)
{
    MemberAnswers member{"http://am", HttpResponse(), HttpResponse(), HttpResponse(), std::nullopt};
    for (Result<HttpResponse> *answer : {&member.status, &member.alerts, &member.silences}) {
        (*answer)->status = 200;
        (*answer)->headers.add("Content-Type", "application/json");
        (*answer)->body = "[]";
    }
    member.status->body = alertmanagerStatus();
    member.alerts->body = alertList(kAlerts);
    const std::string &body = member.alerts->body;
    const std::vector<MemberAnswers> members{member};
    const AlertmanagerSettings settings{SourceId("am"), AlertSettings(), {}};
    const Instant now{std::chrono::seconds(1'795'235'843)};

    std::size_t seen = 0;
    const double floor = medianSeconds([&] { seen += readPlainAlerts(body); });
    const double dom = medianSeconds([&] { seen += nlohmann::json::parse(body).size(); });
    const double parsed = medianSeconds([&] { seen += parseAlertmanagerAlerts(body)->size(); });
    const double read = medianSeconds([&] { seen += readAlertmanager(members, settings, nullptr, now).reading->alerts.size(); });
    const AlertmanagerReading before = readAlertmanager(members, settings, nullptr, now);
    std::vector<MemberAnswers> later{member};
    later.front().alerts->body = withFirstChanged(later.front().alerts->body);
    const double few
        = medianSeconds([&] { seen += readAlertmanager(later, settings, before.known, now).reading->alerts.size(); });
    const double again
        = medianSeconds([&] { seen += readAlertmanager(members, settings, before.known, now).reading->alerts.size(); });
    if (seen == 0 || seen % kAlerts != 0)
        return 1;

    const double megabytes = static_cast<double>(body.size()) / 1e6;
    std::printf("%d alerts, %.1f MB, medians\n", kAlerts, megabytes);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "simdjson into plain structs (the floor)", floor * 1e3, 1.0);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "nlohmann, document only", dom * 1e3, dom / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, parser", parsed * 1e3, parsed / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, all new", read * 1e3, read / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, one changed", few * 1e3, few / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, none changed", again * 1e3, again / floor);
    writeJson(argc, argv, "alerts",
        {{"alerts", kAlerts}, {"megabytes", megabytes}, {"simdjson_structs_s", floor}, {"nlohmann_dom_s", dom},
            {"parser_s", parsed}, {"reading_s", read}, {"reading_one_changed_s", few}, {"reading_unchanged_s", again},
            {"reading_to_floor", read / floor}, {"peak_mib", memoryOf(getpid()).peak}});
    return 0;
}
