// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alert_set.h"
#include "models/sources/prometheus_parser.h"
#include "models/sources/severity_settings.h"
#include "models/transport/http.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace tocsin {

inline constexpr Phrase partialAnswerPhrase{
    "prometheus_partial", QT_TRANSLATE_NOOP("Phrase", "The answer is incomplete: a part of the cluster did not answer")};

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
/// longer is (recording rules only if an alerting one rests on them), a server without any alerting rule, rules that cannot
/// be read, and an answer that calls itself incomplete, are troubles: such a server is quiet without proving anything.
/// Pure; any thread.
PrometheusReading readPrometheus(const Result<HttpResponse> &alerts, const Result<HttpResponse> &rules,
    const PrometheusSettings &settings, const AlertSetPtr &previous, Instant now);

/// Why the answer to an instant query proves nothing about now: it was stored, or its newest value is old.
std::optional<Reason> answerTrouble(const HttpResponse &answer, const std::vector<Series> &series, Instant now);

/// As answerProblem, and with the words of Prometheus' error envelope where there is one.
std::optional<Error> prometheusProblem(const HttpResponse &answer);

} // namespace tocsin
