// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/redirect.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kNotAllowed{"redirect_not_allowed", QT_TRANSLATE_NOOP("Phrase", "Redirected to %1, which is not allowed here")};
constexpr Phrase kTooMany{"redirect_too_many", QT_TRANSLATE_NOOP("Phrase", "Redirected more than %1 times, at last to %2")};
constexpr Phrase kCircle{"redirect_circle", QT_TRANSLATE_NOOP("Phrase", "The redirects go in a circle at %1")};
constexpr Phrase kNotHttp{
    "redirect_not_http", QT_TRANSLATE_NOOP("Phrase", "Redirected to an address that is neither http nor https")};
constexpr Phrase kBodyAbroad{
    "redirect_body_abroad", QT_TRANSLATE_NOOP("Phrase", "Redirected to %1, where the body of the request must not be sent")};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

RedirectPath::RedirectPath(const HttpRequest &request, Url url)
    : m_request(request)
    , m_url(std::move(url))
    , m_method(request.method)
    , m_origin(m_url.origin())
{
}

RedirectPath::Step RedirectPath::follow(int status, const Headers &headers)
{
    const std::string location(headers.value("location"));
    if (!isRedirect(status) || location.empty())
        return Step::Final;
    const std::optional<Url> next = resolveRedirect(m_url, location);
    if (!next)
        return refuse(Reason(kNotHttp));
    if (m_request.maxRedirects <= 0)
        return refuse(Reason(kNotAllowed, {next->host}));
    const bool becomesGet = (status == 303 && m_method != "HEAD") || (status <= 302 && m_method == "POST");
    if (becomesGet) {
        m_method = "GET";
        m_sendsBody = false;
    }
    if (next->origin() != m_origin) {
        m_carriesCredentials = false; // for good: what was read elsewhere may steer every later step
        if (m_sendsBody && !m_request.body.empty())
            return refuse(Reason(kBodyAbroad, {next->host}));
    }
    m_visited.push_back(m_method + ' ' + m_url.text);
    if (std::find(m_visited.begin(), m_visited.end(), m_method + ' ' + next->text) != m_visited.end())
        return refuse(Reason(kCircle, {next->host}));
    if (m_visited.size() > static_cast<std::size_t>(m_request.maxRedirects))
        return refuse(Reason(kTooMany, {std::to_string(m_request.maxRedirects), next->host}));
    m_url = *next;
    return Step::Followed;
}

void RedirectPath::addTo(PhaseTimings &timings)
{
    m_spent += timings.total;
    timings.total = m_spent;
}

RedirectPath::Step RedirectPath::refuse(Reason reason)
{
    m_refusal = std::move(reason);
    return Step::Refused;
}

} // namespace tocsin
