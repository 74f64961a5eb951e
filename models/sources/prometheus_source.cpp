// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/prometheus_source.h"

#include "models/config/http_keys.h"
#include "models/sources/answer_check.h"
#include "models/transport/endpoint_from_settings.h"
#include "models/transport/url.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdio>

namespace tocsin {

namespace {

constexpr Phrase kQueryWarning{"prometheus_query_warning", QT_TRANSLATE_NOOP("Phrase", "Prometheus warns about a query: %1")};
constexpr Phrase kBadRange{"prometheus_bad_range", QT_TRANSLATE_NOOP("Phrase", "The range of a query must end after it begins")};

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "Where Prometheus answers, with its path prefix.", .required = true},
    Key{.name = "alerts",
        .type = KeyType::Boolean,
        .help = "Whether its alerts and rules are read; false for a server that only answers queries.",
        .fallback = "true"},
    filterKey,
    severityLabelKey,
    severitiesKey,
    Key{.name = "external_labels_ignored",
        .type = KeyType::TextList,
        .help = "Labels that this server adds when it tells Alertmanager; ignored when the same alert comes from both.",
        .fallback = "[cluster, monitor, prometheus, prometheus_replica, replica]"},
});

constexpr std::size_t kMostPoints = 11'000; // more is an error of the server
constexpr std::size_t kMostWarnings = 5;

std::unique_ptr<Source> make(const SourceConfig &config, const SourceTools &tools)
{
    return std::make_unique<PrometheusSource>(config, tools);
}

/// Seconds with milliseconds, as the parameters of the API take times and steps.
std::string seconds(Duration time)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.3f", static_cast<double>(time.count()) / 1000.0);
    return text;
}

} // namespace

SourceKind prometheusKind()
{
    return {{"prometheus", "Prometheus, or a server that speaks its HTTP API v1.", kKeys, alertSettingProblems, nullptr}, make,
        [](const Settings &settings) { return settings.boolean("alerts", true); }};
}

PrometheusSource::PrometheusSource(const SourceConfig &config, const SourceTools &tools)
    : m_tools(tools)
    , m_settings(config.settings)
    , m_timeout(config.policy.timeout)
    , m_kind{SourceId(config.name), config.settings.text("url"), AlertSettings::from(config.settings)}
    , m_readsAlerts(config.settings.boolean("alerts", true))
{
}

HttpRequest PrometheusSource::request(std::string_view path, Endpoint endpoint) const
{
    HttpRequest request;
    request.url = joinUrl(m_kind.url, path);
    request.endpoint = std::move(endpoint);
    request.headers.add("Accept", "application/json");
    request.maxBodyBytes = largestListing;
    return request;
}

QCoro::Task<Result<SourceReading>> PrometheusSource::poll()
{
    const Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
    if (!endpoint)
        co_return Failure(endpoint.error());
    QCoro::Task<Result<SourceReading>> task = m_readsAlerts ? pollAlerts(*endpoint) : pollLiveness(*endpoint);
    Result<SourceReading> reading = co_await task;
    addQueryWarnings(reading);
    co_return reading;
}

QCoro::Task<Result<SourceReading>> PrometheusSource::pollAlerts(Endpoint endpoint)
{
    QCoro::Task<Result<HttpResponse>> alertsTask = m_tools.http.send(request("api/v1/alerts", endpoint));
    // exclude_alerts spares newer servers from listing every alert twice; older ones ignore it. Recording rules come too:
    // an alerting rule that rests on a broken one is blind.
    QCoro::Task<Result<HttpResponse>> rulesTask = m_tools.http.send(request("api/v1/rules?exclude_alerts=true", endpoint));
    const Result<HttpResponse> alerts = co_await alertsTask;
    const Result<HttpResponse> rules = co_await rulesTask;
    const auto read = [this, &alerts, &rules, previous = m_known, now = m_tools.clock.now()] {
        return readPrometheus(alerts, rules, m_kind, previous, now);
    };
    const std::size_t bytes = (alerts ? alerts->body.size() : 0) + (rules ? rules->body.size() : 0);
    PrometheusReading result{SourceReading(), nullptr};
    if (bytes > offloadAboveBytes) {
        Offloaded work(m_tools.offload, read);
        result = co_await work;
    } else {
        result = read();
    }
    if (result.all)
        m_known = result.all;
    co_return std::move(result.reading);
}

/// For a server that only answers queries: that it evaluates one is the proof.
QCoro::Task<Result<SourceReading>> PrometheusSource::pollLiveness(Endpoint endpoint)
{
    HttpRequest wish = request("api/v1/query?query=vector(1)", std::move(endpoint));
    const Result<HttpResponse> answer = co_await m_tools.http.send(std::move(wish));
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<Error> problem = prometheusProblem(*answer))
        co_return Failure(std::move(*problem));
    auto series = parsePrometheusSeries(answer->body);
    if (!series) {
        series.error().evidence = answer->evidence;
        co_return Failure(std::move(series).error());
    }
    SourceReading reading;
    reading.evidence = answer->evidence;
    if (std::optional<Reason> trouble = answerTrouble(*answer, series->data, m_tools.clock.now()))
        reading.troubles.push_back(std::move(*trouble));
    co_return reading;
}

QCoro::Task<Result<std::vector<Series>>> PrometheusSource::query(std::string expression)
{
    return ask("api/v1/query", "query=" + percentEncoded(expression), true);
}

QCoro::Task<Result<std::vector<Series>>> PrometheusSource::queryRange(
    std::string expression, Instant start, Instant end, Duration step)
{
    if (end < start)
        co_return failure(ErrorKind::Config, Reason(kBadRange));
    const Duration finest = (end - start) / static_cast<std::int64_t>(kMostPoints - 1) + Duration(1);
    const Duration taken = std::max(step, finest);
    Result<std::vector<Series>> series = co_await ask("api/v1/query_range",
        "query=" + percentEncoded(expression) + "&start=" + seconds(start.time_since_epoch())
            + "&end=" + seconds(end.time_since_epoch()) + "&step=" + seconds(taken),
        false);
    co_return series;
}

QCoro::Task<Result<std::vector<Series>>> PrometheusSource::ask(std::string path, std::string form, bool isAboutNow)
{
    const Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
    if (!endpoint)
        co_return Failure(endpoint.error());
    HttpRequest wish = request(path, *endpoint);
    wish.method = "POST"; // a form, because long queries do not fit into an address
    wish.headers.add("Content-Type", "application/x-www-form-urlencoded");
    wish.body = std::move(form);
    const Result<HttpResponse> answer = co_await m_tools.http.send(std::move(wish));
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<Error> problem = prometheusProblem(*answer))
        co_return Failure(std::move(*problem));
    const auto read = [&answer] { return parsePrometheusSeries(answer->body); };
    Result<PrometheusAnswer<std::vector<Series>>> series;
    if (answer->body.size() > offloadAboveBytes) {
        Offloaded work(m_tools.offload, read);
        series = co_await work;
    } else {
        series = read();
    }
    if (!series) {
        series.error().evidence = answer->evidence;
        co_return Failure(std::move(series).error());
    }
    if (series->isPartial)
        co_return Failure(Error{ErrorKind::Content, Reason(partialAnswerPhrase), answer->evidence});
    noteWarnings(series->warnings);
    std::optional<Reason> trouble;
    if (isAboutNow)
        trouble = answerTrouble(*answer, series->data, m_tools.clock.now());
    if (trouble)
        co_return failure(ErrorKind::Content, std::move(*trouble), answer->evidence);
    co_return std::move(series->data);
}

void PrometheusSource::noteWarnings(const std::vector<std::string> &warnings)
{
    for (const std::string &warning : warnings) {
        const bool isKnown = std::find(m_queryWarnings.begin(), m_queryWarnings.end(), warning) != m_queryWarnings.end();
        if (!isKnown && m_queryWarnings.size() < kMostWarnings)
            m_queryWarnings.push_back(warning);
    }
}

void PrometheusSource::addQueryWarnings(Result<SourceReading> &reading)
{
    if (!reading)
        return;
    for (const std::string &warning : m_queryWarnings)
        reading->remarks.push_back(Reason(kQueryWarning, {warning}));
    m_queryWarnings.clear();
}

} // namespace tocsin
