// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/prometheus_reading.h"
#include "models/sources/source.h"

namespace tocsin {

/// A Prometheus server, or what speaks its HTTP API v1: alerts with the health of their rules, and queries. It cannot keep
/// an acknowledgement. Watch thread; owned by the watch.
class PrometheusSource final : public Source
{
public:
    PrometheusSource(const SourceConfig &config, const SourceTools &tools);

    QCoro::Task<Result<SourceReading>> poll() override;
    QCoro::Task<Result<std::vector<Series>>> query(std::string expression) override;
    QCoro::Task<Result<std::vector<Series>>> queryRange(
        std::string expression, Instant start, Instant end, Duration step) override;

private:
    QCoro::Task<Result<SourceReading>> pollAlerts(Endpoint endpoint);
    QCoro::Task<Result<SourceReading>> pollLiveness(Endpoint endpoint);
    QCoro::Task<Result<std::vector<Series>>> ask(std::string path, std::string form, bool isAboutNow);
    HttpRequest request(std::string_view path, Endpoint endpoint) const;
    void noteWarnings(const std::vector<std::string> &warnings);
    void addQueryWarnings(Result<SourceReading> &reading);

    SourceTools m_tools;
    Settings m_settings;
    Duration m_timeout;
    PrometheusSettings m_kind;
    bool m_readsAlerts;
    AlertSetPtr m_known;
    std::vector<std::string> m_queryWarnings; ///< of the queries since the last poll, each once
};

/// The registry's entry.
SourceKind prometheusKind();

} // namespace tocsin
