// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_client.h"

#include "models/sources/answer_check.h"
#include "models/transport/url.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kSilenceGone{"alertmanager_silence_gone", QT_TRANSLATE_NOOP("Phrase", "Alertmanager has no silence %1")};

std::string queryOf(const Matchers &filter)
{
    std::string query;
    for (const Matcher &matcher : filter)
        query += (query.empty() ? "?filter=" : "&filter=") + percentEncoded(matcher.text());
    return query;
}

/// 0.25 answers 500 with these words, newer servers 404 with nothing.
bool saysGone(const HttpResponse &answer)
{
    return answer.status == 404 || (answer.status == 500 && serverWords(answer.body).find("not found") != std::string::npos);
}

} // namespace

bool leavesOutcomeOpen(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Reset:
    case ErrorKind::Content:
    case ErrorKind::Schema:
    case ErrorKind::Limit:
        return true;
    case ErrorKind::Http:
        return error.evidence.status >= 500; // a proxy's 502 or 504 says nothing about the server behind it
    default:
        return false;
    }
}

AlertmanagerClient::AlertmanagerClient(Http &http, Offload &offload, Endpoint endpoint, std::string url)
    : m_http(http)
    , m_offload(offload)
    , m_endpoint(std::move(endpoint))
    , m_url(std::move(url))
{
}

HttpRequest AlertmanagerClient::request(std::string_view path) const
{
    HttpRequest request;
    request.url = joinUrl(m_url, path);
    request.endpoint = m_endpoint;
    request.headers.add("Accept", "application/json");
    request.maxBodyBytes = largestListing;
    return request;
}

QCoro::Task<Result<HttpResponse>> AlertmanagerClient::send(HttpRequest request)
{
    Result<HttpResponse> answer = co_await m_http.send(std::move(request));
    if (answer) {
        answer->evidence.status = answer->status;
        if (const auto date = parseHttpDate(answer->headers.value("date")))
            m_serverTime = date;
    }
    co_return answer;
}

QCoro::Task<Result<std::vector<AlertmanagerAlert>>> AlertmanagerClient::alerts(Matchers filter)
{
    const Result<HttpResponse> answer = co_await send(request("api/v2/alerts" + queryOf(filter)));
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<Error> problem = answerProblem(*answer))
        co_return Failure(std::move(*problem));
    if (answer->body.size() <= offloadAboveBytes)
        co_return parseAlertmanagerAlerts(answer->body);
    const std::string &body = answer->body;
    Offloaded work(m_offload, [&body] { return parseAlertmanagerAlerts(body); });
    co_return co_await work;
}

QCoro::Task<Result<std::vector<AlertmanagerSilence>>> AlertmanagerClient::silences(Matchers filter)
{
    const Result<HttpResponse> answer = co_await send(request("api/v2/silences" + queryOf(filter)));
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<Error> problem = answerProblem(*answer))
        co_return Failure(std::move(*problem));
    if (answer->body.size() <= offloadAboveBytes)
        co_return parseSilences(answer->body);
    const std::string &body = answer->body;
    Offloaded work(m_offload, [&body] { return parseSilences(body); });
    co_return co_await work;
}

QCoro::Task<Result<AlertmanagerSilence>> AlertmanagerClient::silence(SilenceId id)
{
    const Result<HttpResponse> answer = co_await send(request("api/v2/silence/" + percentEncoded(id.text())));
    if (!answer)
        co_return Failure(answer.error());
    if (answer->status == 404)
        co_return failure(ErrorKind::Http, Reason(kSilenceGone, {id.text()}), answer->evidence);
    if (std::optional<Error> problem = answerProblem(*answer))
        co_return Failure(std::move(*problem));
    co_return parseSilence(answer->body);
}

QCoro::Task<Result<SilenceId>> AlertmanagerClient::post(AlertmanagerSilence silence)
{
    HttpRequest wish = request("api/v2/silences");
    wish.method = "POST";
    wish.headers.add("Content-Type", "application/json");
    wish.body = silenceBody(silence);
    const Result<HttpResponse> answer = co_await send(std::move(wish));
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<Error> problem = answerProblem(*answer))
        co_return Failure(std::move(*problem));
    co_return parseSilenceId(answer->body);
}

QCoro::Task<Result<bool>> AlertmanagerClient::expire(SilenceId id)
{
    HttpRequest wish = request("api/v2/silence/" + percentEncoded(id.text()));
    wish.method = "DELETE";
    const Result<HttpResponse> answer = co_await send(std::move(wish));
    if (!answer)
        co_return Failure(answer.error());
    if (saysGone(*answer))
        co_return false;
    if (std::optional<Error> problem = statusProblem(*answer))
        co_return Failure(std::move(*problem));
    co_return true;
}

} // namespace tocsin
