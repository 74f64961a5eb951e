// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alert_set.h"
#include "models/sources/prometheus_parser.h"
#include "models/sources/severity_settings.h"
#include "models/transport/http.h"

#include <string>
#include <vector>

namespace tocsin {

/// What a Prometheus source is configured to be.
struct PrometheusSettings {
    SourceId id;
    std::string url;
    AlertSettings alerts;
};

struct PrometheusReading {
    Result<SourceReading> reading;
    AlertSetPtr all; ///< every alert before the filter; null when nothing could be read
};

/// Makes one reading of the answers to /api/v1/alerts and /api/v1/rules. A rule that fails, was never evaluated or no
/// longer is, and a server without any alerting rule, are troubles: such a server is quiet without proving anything.
/// Pure; any thread.
PrometheusReading readPrometheus(const Result<HttpResponse> &alerts, const Result<HttpResponse> &rules,
    const PrometheusSettings &settings, const AlertSetPtr &previous, Instant now);

/// As answerProblem, and with the words of Prometheus' error envelope where there is one.
std::optional<Error> prometheusProblem(const HttpResponse &answer);

} // namespace tocsin
