// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/endpoint_from_settings.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kNoReference{
    "secret_not_configured", QT_TRANSLATE_NOOP("Phrase", "The configuration does not say where %1 is kept")};

Result<Secret> fetch(const Settings &settings, const std::string &key, const SecretsLookup &secrets)
{
    const std::optional<SecretReference> reference = settings.secret(key);
    if (!reference)
        return failure(ErrorKind::Secret, Reason(kNoReference, {key}));
    return secrets.secret(*reference);
}

} // namespace

Result<Endpoint> endpointFromSettings(const Settings &settings, const SecretsLookup &secrets, Duration timeout)
{
    Endpoint endpoint;
    endpoint.timeout = timeout;
    const Settings tls = settings.section("tls");
    endpoint.tls = TlsOptions{tls.text("ca_file"), tls.text("cert_file"), tls.text("key_file")};
    endpoint.proxy = settings.text("proxy");
    if (endpoint.proxy == "none")
        endpoint.proxy.clear();
    for (const auto &[name, value] : settings.textMap("headers"))
        endpoint.headers.add(name, value);
    for (const Settings &header : settings.sections("secret_headers")) {
        Result<Secret> value = fetch(header, "value", secrets);
        if (!value)
            return Failure(std::move(value).error());
        endpoint.headers.add(header.text("name"), value->reveal());
    }
    if (settings.contains("basic_auth")) {
        const Settings login = settings.section("basic_auth");
        Result<Secret> password = fetch(login, "password", secrets);
        if (!password)
            return Failure(std::move(password).error());
        endpoint.basicAuth = BasicAuth{login.text("username"), *std::move(password)};
    }
    if (settings.contains("bearer_token")) {
        Result<Secret> token = fetch(settings, "bearer_token", secrets);
        if (!token)
            return Failure(std::move(token).error());
        endpoint.bearerToken = *std::move(token);
    }
    return endpoint;
}

} // namespace tocsin
