// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/prometheus_parser.h"

#include "models/sources/json_document.h"

#include <QtGlobal>

#include <charconv>
#include <cmath>
#include <limits>

namespace tocsin {

namespace {

constexpr Phrase kNoEnvelope{
    "prometheus_no_envelope", QT_TRANSLATE_NOOP("Phrase", "The answer is JSON, but not one of Prometheus' API")};
constexpr Phrase kBadData{"prometheus_bad_data", QT_TRANSLATE_NOOP("Phrase", "The answer has no valid \"%1\"")};
constexpr Phrase kServerSays{"prometheus_error", QT_TRANSLATE_NOOP("Phrase", "Prometheus answers with an error (%1): %2")};
constexpr Phrase kHistogram{"prometheus_native_histogram",
    QT_TRANSLATE_NOOP(
        "Phrase", "The query gives native histograms; histogram_quantile(), histogram_count() or histogram_sum() gives numbers")};
constexpr Phrase kText{"prometheus_text_result", QT_TRANSLATE_NOOP("Phrase", "The query gives a text, not numbers")};

Failure badData(const char *what)
{
    return failure(ErrorKind::Schema, Reason(kBadData, {what}));
}

std::string textOf(JsonObject object, std::string_view key)
{
    return std::string(jsonText(object, key).value_or(std::string_view()));
}

Error errorFrom(JsonObject envelope)
{
    return Error{ErrorKind::Http, Reason(kServerSays, {textOf(envelope, "errorType"), textOf(envelope, "error")}), {}};
}

/// Checks the envelope and returns its `data`.
Result<JsonObject> openEnvelope(const JsonDocument &document)
{
    JsonObject envelope;
    const auto status = document.root().get(envelope) ? std::nullopt : jsonText(envelope, "status");
    if (status == "error")
        return Failure(errorFrom(envelope));
    const auto data = status == "success" ? jsonObject(envelope, "data") : std::nullopt;
    if (!data)
        return failure(ErrorKind::Schema, Reason(kNoEnvelope));
    return *data;
}

template<typename Data> void readNotes(const JsonDocument &document, PrometheusAnswer<Data> &answer)
{
    JsonObject envelope;
    if (document.root().get(envelope))
        return;
    answer.warnings = jsonTexts(envelope, "warnings").value_or(std::vector<std::string>());
    answer.infos = jsonTexts(envelope, "infos").value_or(std::vector<std::string>());
    bool isPartial = false;
    answer.isPartial = !envelope.at_key("isPartial").get(isPartial) && isPartial;
}

/// Opens the body, lets `readData` read `data` into the answer, and adds the notes. `readData` returns what is wrong.
template<typename Data>
Result<PrometheusAnswer<Data>> readAnswer(
    std::string_view body, std::optional<Error> (*readData)(JsonObject, PrometheusAnswer<Data> &))
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    if (!document)
        return Failure(document.error());
    const Result<JsonObject> data = openEnvelope(*document);
    if (!data)
        return Failure(data.error());
    PrometheusAnswer<Data> answer;
    if (std::optional<Error> error = readData(*data, answer))
        return Failure(std::move(*error));
    readNotes(*document, answer);
    return answer;
}

std::optional<Error> problem(const char *what)
{
    return badData(what).value();
}

/// A list that must be there, though null will do: the key tells this answer from JSON of another kind.
std::optional<std::vector<JsonValue>> jsonListPresent(JsonObject object, std::string_view key)
{
    JsonValue value;
    if (object.at_key(key).get(value))
        return std::nullopt;
    return jsonList(object, key);
}

std::optional<PrometheusAlert> readAlert(JsonValue value)
{
    JsonObject object;
    const auto state = value.get(object) ? std::nullopt : jsonText(object, "state");
    auto labels = state ? jsonLabels(object, "labels") : std::nullopt;
    auto annotations = state ? jsonLabels(object, "annotations") : std::nullopt;
    if (!labels || labels->isEmpty() || !annotations)
        return std::nullopt;
    PrometheusAlert alert;
    alert.labels = std::move(*labels);
    alert.annotations = std::move(*annotations);
    // A word that a newer server may use counts as firing: never as calm.
    alert.phase = state == "pending" ? AlertPhase::Pending : AlertPhase::Firing;
    alert.activeAt = jsonTime(object, "activeAt");
    alert.keepFiringSince = jsonTime(object, "keepFiringSince");
    alert.value = textOf(object, "value");
    return alert;
}

/// One odd entry does not hide the others; nothing but odd entries is another kind of JSON.
std::optional<Error> readAlerts(JsonObject data, PrometheusAnswer<std::vector<PrometheusAlert>> &answer)
{
    const auto list = jsonListPresent(data, "alerts");
    if (!list)
        return problem("alerts");
    answer.data.reserve(list->size());
    for (const JsonValue value : *list) {
        if (std::optional<PrometheusAlert> alert = readAlert(value))
            answer.data.push_back(std::move(*alert));
        else
            ++answer.unreadable;
    }
    return answer.data.empty() && answer.unreadable > 0 ? problem("alerts") : std::nullopt;
}

std::optional<Error> readRule(JsonObject object, std::string_view group, Duration interval, std::vector<PrometheusRule> &rules)
{
    const auto type = jsonText(object, "type");
    const auto name = jsonText(object, "name");
    const auto health = jsonText(object, "health");
    if (!type || !name || !health)
        return problem("rules");
    PrometheusRule &rule = rules.emplace_back();
    rule.isAlerting = *type == "alerting";
    rule.group = group;
    rule.name = *name;
    rule.query = textOf(object, "query");
    rule.health = *health;
    rule.lastError = textOf(object, "lastError");
    rule.interval = interval;
    rule.lastEvaluation = jsonTime(object, "lastEvaluation");
    return std::nullopt;
}

std::optional<Error> readRules(JsonObject data, PrometheusAnswer<std::vector<PrometheusRule>> &answer)
{
    const auto groups = jsonListPresent(data, "groups");
    if (!groups)
        return problem("groups");
    for (const JsonValue value : *groups) {
        JsonObject group;
        const auto name = value.get(group) ? std::nullopt : jsonText(group, "name");
        const auto list = name ? jsonList(group, "rules") : std::nullopt;
        if (!list)
            return problem("groups");
        const double seconds = jsonNumber(group, "interval").value_or(0);
        const bool isSane = std::isfinite(seconds) && seconds >= 0 && seconds < 1e8;
        const Duration interval(isSane ? std::llround(seconds * 1000) : 0);
        for (const JsonValue element : *list) {
            JsonObject object;
            if (element.get(object))
                return problem("rules");
            if (auto error = readRule(object, *name, interval, answer.data))
                return error;
        }
    }
    return std::nullopt;
}

std::optional<double> numberFromText(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end != text.data() + text.size())
        return std::nullopt;
    if (error == std::errc::result_out_of_range) { // beyond what a double holds: nearly nothing, or endless
        const bool isTiny = text.find("e-") != std::string_view::npos || text.find("0.") <= 1;
        const double size = isTiny ? 0.0 : std::numeric_limits<double>::infinity();
        return text.front() == '-' ? -size : size;
    }
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// One `[seconds, "value"]`.
std::optional<Sample> readSample(JsonValue value)
{
    JsonArray pair;
    double seconds = 0;
    std::string_view text;
    if (value.get(pair) || pair.size() != 2 || pair.at(0).get(seconds) || pair.at(1).get(text))
        return std::nullopt;
    const std::optional<double> number = numberFromText(text);
    if (!number || !std::isfinite(seconds) || std::abs(seconds) > 1e11)
        return std::nullopt;
    return Sample{Instant(Duration(std::llround(seconds * 1000))), *number};
}

/// One series of a vector (`value`) or a matrix (`values`).
std::optional<Error> readOneSeries(JsonValue value, Series &series)
{
    JsonObject object;
    auto labels = value.get(object) ? std::nullopt : jsonLabels(object, "metric");
    const auto points = labels ? jsonList(object, "values") : std::nullopt;
    if (!points)
        return problem("result");
    series.labels = std::move(*labels);
    std::vector<JsonValue> all = *points;
    if (const auto single = jsonMember(object, "value"))
        all.push_back(*single);
    series.samples.reserve(all.size());
    for (const JsonValue point : all) {
        const std::optional<Sample> sample = readSample(point);
        if (!sample)
            return problem("result");
        series.samples.push_back(*sample);
    }
    const bool isHistogram = jsonMember(object, "histogram") || jsonMember(object, "histograms");
    if (series.samples.empty() && !isHistogram && !jsonMember(object, "values"))
        return problem("result");
    return std::nullopt;
}

std::optional<Error> readSeries(JsonObject data, PrometheusAnswer<std::vector<Series>> &answer)
{
    std::vector<Series> &result = answer.data;
    const auto type = jsonText(data, "resultType");
    if (type == "string")
        return Error{ErrorKind::Schema, Reason(kText), {}};
    const auto raw = jsonMember(data, "result");
    if (type == "scalar") {
        const std::optional<Sample> sample = raw ? readSample(*raw) : std::nullopt;
        if (!sample)
            return problem("result");
        result.push_back(Series{Labels(), {*sample}});
        return std::nullopt;
    }
    const auto list = type == "vector" || type == "matrix" ? jsonList(data, "result") : std::nullopt;
    if (!list)
        return problem(type ? "result" : "resultType");
    bool hasHistogram = false;
    for (const JsonValue value : *list) {
        Series series;
        if (auto error = readOneSeries(value, series))
            return error;
        hasHistogram = hasHistogram || series.samples.empty();
        if (!series.samples.empty())
            result.push_back(std::move(series));
    }
    if (result.empty() && hasHistogram)
        return Error{ErrorKind::Schema, Reason(kHistogram), {}};
    return std::nullopt;
}

} // namespace

Result<PrometheusAnswer<std::vector<PrometheusAlert>>> parsePrometheusAlerts(std::string_view body)
{
    return readAnswer<std::vector<PrometheusAlert>>(body, readAlerts);
}

Result<PrometheusAnswer<std::vector<PrometheusRule>>> parsePrometheusRules(std::string_view body)
{
    return readAnswer<std::vector<PrometheusRule>>(body, readRules);
}

Result<PrometheusAnswer<std::vector<Series>>> parsePrometheusSeries(std::string_view body)
{
    return readAnswer<std::vector<Series>>(body, readSeries);
}

std::optional<Error> prometheusError(std::string_view body)
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    JsonObject envelope;
    if (!document || document->root().get(envelope) || jsonText(envelope, "status") != "error")
        return std::nullopt;
    return errorFrom(envelope);
}

} // namespace tocsin
