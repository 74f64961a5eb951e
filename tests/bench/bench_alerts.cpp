// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 20,000 alerts, 22 MB, as an Alertmanager lists them: from the answer to the values that the watch compares, beside what
// simdjson and nlohmann take for the same bytes.

#include "models/sources/alertmanager_reading.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace tocsin;

namespace {

constexpr int kAlerts = 20'000;
constexpr int kRounds = 5;

/// About 1,100 bytes per alert, as rules of a Kubernetes shop make them.
std::string answerOf20000()
{
    std::string body = "[";
    for (int i = 0; i < kAlerts; ++i) {
        char fingerprint[24];
        std::snprintf(fingerprint, sizeof fingerprint, "%016x", static_cast<unsigned>(i) * 2'654'435'761u);
        const std::string number = std::to_string(i);
        body += std::string(i ? "," : "") + R"({"annotations":{"description":"Pod checkout-)" + number
            + R"( in namespace shop has been in a non-ready state for longer than fifteen minutes. \u003cb\u003eCustomers\u003c/b\u003e may see errors while they pay; the payment gateway answers, but the cart does not keep its lines. Look at the dashboard first, then at the logs of the pod, and tell the commander before restarting anything. This text is as long as such texts are in practice.","runbook_url":"https://runbooks.example.net/kubernetes/PodNotReady","summary":"Pod checkout-)"
            + number + R"( is not ready"},"endsAt":"2026-11-21T04:41:23.846Z","fingerprint":")" + fingerprint
            + R"(","receivers":[{"name":"ops"}],"startsAt":"2026-11-21T03:59:57.846Z","status":{"inhibitedBy":[],"mutedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-21T04:36:57.846Z","generatorURL":"http://prometheus.example.net/graph?g0.expr=kube_pod_status_ready+%3D%3D+0\u0026g0.tab=1","labels":{"alertname":"PodNotReady","cluster":"shop-west","container":"checkout","instance":"10.0.)"
            + std::to_string(i % 250) + R"(.17:8443","job":"kube-state-metrics","namespace":"shop","pod":"checkout-)" + number
            + R"(","service":"checkout","severity":")" + (i % 3 ? "warning" : "critical") + R"(","team":"payments"}})";
    }
    return body + "]";
}

double medianSeconds(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// The floor: what anybody needs who wants the texts as values.
struct PlainAlert {
    std::string fingerprint;
    std::string state;
    std::string startsAt;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<std::pair<std::string, std::string>> annotations;
};

std::vector<PlainAlert> plainAlerts(const std::string &body)
{
    simdjson::dom::parser parser;
    const auto texts = [](simdjson::dom::object object) {
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const auto member : object)
            pairs.emplace_back(member.key, std::string_view(member.value));
        return pairs;
    };
    std::vector<PlainAlert> alerts;
    alerts.reserve(kAlerts);
    for (const simdjson::dom::element alert : parser.parse(body).get_array()) {
        alerts.push_back(
            {std::string(std::string_view(alert["fingerprint"])), std::string(std::string_view(alert["status"]["state"])),
                std::string(std::string_view(alert["startsAt"])), texts(alert["labels"]), texts(alert["annotations"])});
    }
    return alerts;
}

} // namespace

int main(int argc, char **argv)
{
    MemberAnswers member{"http://am", HttpResponse(), HttpResponse(), HttpResponse(), std::nullopt};
    for (Result<HttpResponse> *answer : {&member.status, &member.alerts, &member.silences}) {
        (*answer)->status = 200;
        (*answer)->headers.add("Content-Type", "application/json");
        (*answer)->body = "[]";
    }
    member.status->body = R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.33.1"},"config":{"original":"route"}})";
    member.alerts->body = answerOf20000();
    const std::string &body = member.alerts->body;
    const std::vector<MemberAnswers> members{member};
    const AlertmanagerSettings settings{SourceId("am"), AlertSettings(), {}};
    const Instant now{std::chrono::seconds(1'795'235'843)};

    std::size_t seen = 0;
    const double floor = medianSeconds([&] { seen += plainAlerts(body).size(); });
    const double dom = medianSeconds([&] { seen += nlohmann::json::parse(body).size(); });
    const double parsed = medianSeconds([&] { seen += parseAlertmanagerAlerts(body)->size(); });
    const double read = medianSeconds([&] { seen += readAlertmanager(members, settings, nullptr, now).reading->alerts.size(); });
    const AlertmanagerReading before = readAlertmanager(members, settings, nullptr, now);
    std::vector<MemberAnswers> later{member};
    later.front().alerts->body.replace(later.front().alerts->body.find("04:36:57"), 8, "04:37:57");
    const double few
        = medianSeconds([&] { seen += readAlertmanager(later, settings, before.known, now).reading->alerts.size(); });
    const double again
        = medianSeconds([&] { seen += readAlertmanager(members, settings, before.known, now).reading->alerts.size(); });
    if (seen != std::size_t(6) * kRounds * kAlerts)
        return 1;

    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double megabytes = static_cast<double>(body.size()) / 1e6;
    std::printf("%d alerts, %.1f MB, medians of %d\n", kAlerts, megabytes, kRounds);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "simdjson into plain structs (the floor)", floor * 1e3, 1.0);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "nlohmann, document only", dom * 1e3, dom / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, parser", parsed * 1e3, parsed / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, all new", read * 1e3, read / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, one changed", few * 1e3, few / floor);
    std::printf("  %-44s %7.1f ms  %5.2f x\n", "tocsin, answer to alerts, none changed", again * 1e3, again / floor);
    const nlohmann::json result{{"alerts", kAlerts}, {"megabytes", megabytes}, {"simdjson_structs_s", floor},
        {"nlohmann_dom_s", dom}, {"parser_s", parsed}, {"reading_s", read}, {"reading_one_changed_s", few},
        {"reading_unchanged_s", again}, {"reading_to_floor", read / floor}, {"peak_rss_kib", usage.ru_maxrss}};
    if (argc == 3 && std::string(argv[1]) == "--json")
        std::ofstream(argv[2]) << result.dump(2) << '\n';
    return 0;
}
