// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/http_check.h"

#include "models/checks/answer_age.h"
#include "models/checks/http_judgement.h"
#include "models/config/http_keys.h"
#include "models/transport/endpoint_from_settings.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr Facts kFacts
    = Fact::Status | Fact::ResponseTime | Fact::Body | Fact::CertificateExpiration | Fact::Connected | Fact::Ip | Fact::Header;
constexpr std::int64_t kLargestBody = 1 << 20;

constexpr std::array<std::string_view, 5> kMethods{"GET", "HEAD", "POST", "PUT", "OPTIONS"};

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "The address to ask.", .required = true},
    Key{.name = "method", .type = KeyType::Text, .help = "How to ask.", .fallback = "GET", .choices = kMethods},
    Key{.name = "body", .type = KeyType::Text, .help = "What to send along, for POST and PUT."},
    Key{.name = "conditions",
        .type = KeyType::TextList,
        .help = "What must hold, such as [STATUS] == 200 or [BODY].status == UP. Without conditions the answer must be a health "
                "answer that says that all is well."},
    Key{.name = "degraded",
        .type = KeyType::TextList,
        .help = "What makes it degraded when it holds, such as [RESPONSE_TIME] > 800ms."},
    Key{.name = "redirects",
        .type = KeyType::Integer,
        .help = "How many redirects to follow; only those that stay with the same host prove anything.",
        .fallback = "0",
        .minimum = 0,
        .maximum = 10},
    Key{.name = "max_body",
        .type = KeyType::Integer,
        .help = "The largest body to read, in bytes; a larger one proves nothing.",
        .fallback = "1048576",
        .minimum = 1,
        .maximum = 64 << 20},
    Key{.name = "max_age",
        .type = KeyType::Duration,
        .help
        = "How long a cache may have stored JSON or a health answer on its way; an older one proves nothing. Without it two "
          "minutes, or stale_after intervals where that is longer."},
});

/// As old as a proof may get anyway, so that a cache which is asked less often than it renews does no harm.
Duration usualMaxAge(const Policy &policy)
{
    return std::max<Duration>(std::chrono::minutes(2), policy.interval * std::max(1, policy.staleAfter));
}

/// One address. Watch thread; owned by the watch.
class HttpCheck final : public Check
{
public:
    HttpCheck(const CheckConfig &config, const CheckTools &tools)
        : m_tools(tools)
        , m_settings(config.settings)
        , m_timeout(config.policy.timeout)
    {
        m_request.url = m_settings.text("url");
        m_request.method = m_settings.text("method", "GET");
        m_request.body = m_settings.text("body");
        m_request.maxRedirects = static_cast<int>(m_settings.integer("redirects", 0));
        m_request.maxBodyBytes = static_cast<std::size_t>(m_settings.integer("max_body", kLargestBody));
        m_question.url = m_request.url;
        m_question.isHead = m_request.method == "HEAD";
        m_question.expectation = readExpectation(m_settings, kFacts);
        m_question.maxAge = m_settings.duration("max_age", usualMaxAge(config.policy));
    }

    QCoro::Task<Observation> run() override
    {
        Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
        if (!endpoint)
            co_return observation(judgeError(endpoint.error()), endpoint.error().evidence);
        HttpRequest request = m_request;
        request.endpoint = *std::move(endpoint);
        if (request.endpoint.headers.value("cache-control").empty())
            request.headers.add("Cache-Control", "no-cache"); // a cache that obeys asks the server itself
        Result<HttpResponse> response = co_await m_tools.http.send(std::move(request));
        const Instant now = m_tools.clock.now();
        if (response) {
            const Duration datedAge = m_date.look(response->headers, now, m_tools.clock.monotonic());
            co_return observation(judgeResponse(m_question, *response, now, datedAge), response->evidence);
        }
        co_return observation(judgeHttpError(m_question, response.error(), now), response.error().evidence);
    }

private:
    CheckTools m_tools;
    Settings m_settings;
    Duration m_timeout;
    HttpRequest m_request;
    HttpQuestion m_question;
    DateWatch m_date;
};

std::string defaultName(const Settings &settings)
{
    const QUrl url(QString::fromStdString(settings.text("url")));
    const QString path = url.path() == QLatin1String("/") ? QString() : url.path();
    return (QStringLiteral("http ") + url.authority() + path).toStdString();
}

std::vector<SettingProblem> problems(const Settings &settings)
{
    std::vector<SettingProblem> found = conditionProblems(settings, kFacts);
    const std::string method = settings.text("method", "GET");
    if (settings.contains("body") && method != "POST" && method != "PUT")
        found.push_back({"body", "a body is only sent with POST or PUT", "method: POST"});
    return found;
}

std::unique_ptr<Check> make(const CheckConfig &config, const CheckTools &tools)
{
    return std::make_unique<HttpCheck>(config, tools);
}

} // namespace

CheckKind httpCheckKind()
{
    return {.section = {.type = "http",
                .help = "Asks an address over HTTP and judges the answer.",
                .keys = kKeys,
                .validate = problems,
                .defaultName = defaultName},
        .make = make};
}

} // namespace tocsin
