// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/tls_check.h"

#include "models/checks/outcome.h"
#include "models/config/http_keys.h"
#include "models/transport/endpoint_from_settings.h"

#include <QtGlobal>

#include <array>

namespace tocsin {

namespace {

constexpr Phrase kExpired{"certificate_expired", QT_TRANSLATE_NOOP("Phrase", "The certificate ended on %1")};
constexpr Phrase kNotYet{"certificate_not_yet_valid", QT_TRANSLATE_NOOP("Phrase", "The certificate is only good from %1 on")};
constexpr Phrase kEndsSoon{"certificate_ends_soon", QT_TRANSLATE_NOOP("Phrase", "The certificate ends in %1, on %2")};
constexpr Phrase kNoFacts{"certificate_not_seen", QT_TRANSLATE_NOOP("Phrase", "The server showed no certificate")};

constexpr Facts kFacts = Fact::ResponseTime | Fact::CertificateExpiration | Fact::Connected | Fact::Ip;
constexpr Duration kSoon = std::chrono::hours(24 * 14);
constexpr std::size_t kIgnoredBody = 64u << 10;

constexpr std::array kKeys{
    Key{.name = "address", .type = KeyType::Address, .help = "Which server to shake hands with, as host:port.", .required = true},
    Key{.name = "conditions",
        .type = KeyType::TextList,
        .help = "What must hold beside the verification, such as [CERTIFICATE_EXPIRATION] > 7d."},
    Key{.name = "degraded",
        .type = KeyType::TextList,
        .help = "What makes it degraded when it holds.",
        .fallback = "[CERTIFICATE_EXPIRATION] < 14d"},
    Key{.name = "tls", .type = KeyType::Section, .help = "Authorities and client certificate.", .section = tlsKeys},
};

/// Whether the handshake went through with everything verified, whatever came after it.
bool isVerified(const Error &error)
{
    const PhaseTimings &timings = error.evidence.timings;
    return error.kind != ErrorKind::Tls && error.evidence.certificate && (timings.tls || error.evidence.reusedConnection);
}

/// One address. Watch thread; owned by the watch.
class TlsCheck final : public Check
{
public:
    TlsCheck(const CheckConfig &config, const CheckTools &tools)
        : m_tools(tools)
        , m_settings(config.settings)
        , m_timeout(config.policy.timeout)
        , m_expectation(readExpectation(config.settings, kFacts))
    {
    }

    QCoro::Task<Observation> run() override
    {
        Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
        if (!endpoint)
            co_return observation(judgeError(endpoint.error()), endpoint.error().evidence);
        HttpRequest request;
        request.method = "HEAD";
        request.url = "https://" + m_settings.text("address") + '/';
        request.endpoint = *std::move(endpoint);
        request.maxBodyBytes = kIgnoredBody;
        Result<HttpResponse> response = co_await m_tools.http.send(std::move(request));
        if (!response && !isVerified(response.error()))
            co_return observation(judgeError(response.error()), response.error().evidence);
        const Evidence &evidence = response ? response->evidence : response.error().evidence;
        co_return observation(judge(evidence), evidence);
    }

private:
    Judgement judge(const Evidence &evidence) const
    {
        if (!evidence.certificate)
            return {Outcome::Unproven, Reason(kNoFacts), {}};
        const CertificateFacts &certificate = *evidence.certificate;
        const Instant now = m_tools.clock.now();
        if (now >= certificate.notAfter)
            return {Outcome::Failed, Reason(kExpired, {formatRfc3339(certificate.notAfter)}), {}};
        if (now < certificate.notBefore)
            return {Outcome::Failed, Reason(kNotYet, {formatRfc3339(certificate.notBefore)}), {}};
        Judgement judgement = judgeConditions(m_expectation, factsOf(evidence, now));
        const bool isSoon = !m_settings.contains("degraded") && certificate.notAfter - now < kSoon;
        if (judgement.outcome == Outcome::Good && isSoon)
            judgement = {Outcome::Impaired,
                Reason(kEndsSoon, {formatDuration(certificate.notAfter - now), formatRfc3339(certificate.notAfter)}), {}};
        return judgement;
    }

    CheckTools m_tools;
    Settings m_settings;
    Duration m_timeout;
    Expectation m_expectation;
};

std::unique_ptr<Check> make(const CheckConfig &config, const CheckTools &tools)
{
    return std::make_unique<TlsCheck>(config, tools);
}

} // namespace

CheckKind tlsCheckKind()
{
    return {.section = {.type = "tls",
                .help = "Looks at the certificate of a server.",
                .keys = kKeys,
                .validate = [](const Settings &settings) { return conditionProblems(settings, kFacts); },
                .defaultName = [](const Settings &settings) { return "tls " + settings.text("address"); }},
        .make = make,
        .claim = Claim::Handshake};
}

} // namespace tocsin
