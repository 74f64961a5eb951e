// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/prometheus_reading.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tocsin;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Whatever a server sends: no crash, a reason for each refusal, alerts with an identity of their own, series with samples.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    HttpResponse answer;
    answer.status = 200;
    answer.headers.add("Content-Type", "application/json");
    answer.body.assign(reinterpret_cast<const char *>(data), size);
    const auto series = parsePrometheusSeries(answer.body);
    check(series || !english(series.error().reason).empty());
    if (series) {
        for (const Series &one : series->data)
            check(!one.samples.empty());
    }
    const auto rules = parsePrometheusRules(answer.body);
    check(rules || !english(rules.error().reason).empty());
    HttpResponse noRules = answer;
    noRules.body = R"({"status":"success","data":{"groups":[]}})";
    const PrometheusSettings settings{SourceId("prom"), "http://prom", AlertSettings()};
    const Instant now{std::chrono::seconds(1'795'235'843)};
    const PrometheusReading reading = readPrometheus(answer, noRules, settings, nullptr, now);
    check(reading.reading || !english(reading.reading.error().reason).empty());
    if (!reading.reading)
        return 0;
    for (const AlertPtr &alert : reading.reading->alerts)
        check(!alert->labels.isEmpty() && reading.all->find(alert->key.externalId) == alert);
    return 0;
}
