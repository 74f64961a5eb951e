// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/source_reading.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What a good envelope of Prometheus' API held.
template<typename Data> struct PrometheusAnswer {
    Data data;
    std::vector<std::string> warnings; ///< the data is incomplete or doubtful
    std::vector<std::string> infos;    ///< hints on the query (3.x)
    bool isPartial = false;            ///< a part of the cluster did not answer (VictoriaMetrics)
    std::size_t unreadable = 0;        ///< entries of the list that could not be read
};

/// One alert as Prometheus lists it.
struct PrometheusAlert {
    Labels labels; ///< without the server's external labels
    Labels annotations;
    AlertPhase phase = AlertPhase::Firing;
    std::optional<Instant> activeAt;
    std::optional<Instant> keepFiringSince; ///< the condition has ended already, and `keep_firing_for` holds the alert
    std::string value;
};

/// One rule, alerting or recording.
struct PrometheusRule {
    bool isAlerting = true;
    std::string group;
    std::string name;
    std::string query;
    std::string health; ///< `ok`, `err`, or `unknown` before the first evaluation
    std::string lastError;
    Duration interval{};
    std::optional<Instant> lastEvaluation;
};

// Pure readers of the bodies of Prometheus' HTTP API v1, tolerant about what newer servers add. An error envelope becomes
// an Error of kind Http with the server's words; anything else that is not as documented is Content, Schema or Limit.
// Any thread. Source: Prometheus documentation, "HTTP API".

Result<PrometheusAnswer<std::vector<PrometheusAlert>>> parsePrometheusAlerts(std::string_view body); ///< /api/v1/alerts
Result<PrometheusAnswer<std::vector<PrometheusRule>>> parsePrometheusRules(std::string_view body);   ///< /api/v1/rules
/// /api/v1/query and /api/v1/query_range: vector, matrix and scalar. Native histograms have no single number: they are
/// left out beside others, and an error when there is nothing else.
Result<PrometheusAnswer<std::vector<Series>>> parsePrometheusSeries(std::string_view body);

/// The Error of an envelope with `"status":"error"`, also under a bad HTTP status; nothing when the body is none.
std::optional<Error> prometheusError(std::string_view body);

} // namespace tocsin
