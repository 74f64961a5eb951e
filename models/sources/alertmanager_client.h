// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alertmanager_parser.h"
#include "models/transport/http.h"
#include "models/transport/offload.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// The calls of Alertmanager's API v2 that acknowledging needs, at one member. Watch thread; lives in the conversation that
/// uses it and longer than its tasks. Errors carry the server's own words and, in their evidence, the status.
class AlertmanagerClient
{
public:
    AlertmanagerClient(Http &http, Offload &offload, Endpoint endpoint, std::string url);

    const std::string &url() const { return m_url; }

    /// The alerts that all matchers match; all of them when there are none.
    QCoro::Task<Result<std::vector<AlertmanagerAlert>>> alerts(Matchers filter);
    /// The silences that have a matcher with the name and the value of each of these; all of them when there are none.
    QCoro::Task<Result<std::vector<AlertmanagerSilence>>> silences(Matchers filter);
    QCoro::Task<Result<AlertmanagerSilence>> silence(SilenceId id);
    /// Makes a silence, or changes the one whose id it carries. Repeating it without an id makes a second one.
    QCoro::Task<Result<SilenceId>> post(AlertmanagerSilence silence);
    /// Ends a silence. One that is gone already counts as ended.
    QCoro::Task<Result<bool>> expire(SilenceId id);

    /// The server's clock as its last answer told it.
    std::optional<Instant> serverTime() const { return m_serverTime; }

    HttpRequest request(std::string_view path) const;

private:
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request);

    Http &m_http;
    Offload &m_offload;
    Endpoint m_endpoint;
    std::string m_url;
    std::optional<Instant> m_serverTime;
};

/// Whether an Error leaves open if the server has done what it was asked: a retry could do it twice.
bool leavesOutcomeOpen(const Error &error);

} // namespace tocsin
