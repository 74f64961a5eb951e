// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/endpoint_from_settings.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kMissing{"test_missing", "There is no %1"};

/// Knows every secret but the one with the name "missing"; a value is the name, said twice.
class TwiceTheName final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &reference) const override
    {
        if (reference.name == "missing")
            return failure(ErrorKind::Secret, Reason(kMissing, {reference.name}));
        return Secret(reference.name + reference.name);
    }
};

SecretReference named(const std::string &name)
{
    return {SecretReference::Place::Environment, name, {}};
}

Settings loginWith(const std::string &password)
{
    Settings login;
    login.set("username", std::string("ada"));
    login.set("password", named(password));
    Settings settings;
    settings.set("basic_auth", std::vector<Settings>{login});
    return settings;
}

} // namespace

/// That what the configuration says about a server is what its requests carry.
class TestEndpointFromSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaidMeansNothingSent();
    void carriesEverythingThatIsSaid();
    void fetchesTheLogin();
    void aMissingSecretIsAnError_data();
    void aMissingSecretIsAnError();
};

void TestEndpointFromSettings::nothingSaidMeansNothingSent()
{
    const Result<Endpoint> endpoint = endpointFromSettings(Settings(), TwiceTheName(), 3s);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->timeout, Duration(3s));
    QCOMPARE(endpoint->tls, TlsOptions());
    QCOMPARE(endpoint->proxy, "");
    QCOMPARE(endpoint->headers.size(), 0u);
    QVERIFY(!endpoint->basicAuth && !endpoint->bearerToken);
}

void TestEndpointFromSettings::carriesEverythingThatIsSaid()
{
    Settings tls;
    tls.set("ca_file", std::string("/ca"));
    tls.set("cert_file", std::string("/cert"));
    tls.set("key_file", std::string("/key"));
    Settings header;
    header.set("name", std::string("X-Api-Key"));
    header.set("value", named("k"));
    Settings settings;
    settings.set("tls", std::vector<Settings>{tls});
    settings.set("proxy", std::string("socks5h://127.0.0.1:9050"));
    settings.set("headers", Settings::TextMap{{"Accept", "text/html"}});
    settings.set("secret_headers", std::vector<Settings>{header});
    settings.set("bearer_token", named("t"));
    const Result<Endpoint> endpoint = endpointFromSettings(settings, TwiceTheName(), 3s);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->tls, (TlsOptions{"/ca", "/cert", "/key"}));
    QCOMPARE(endpoint->proxy, "socks5h://127.0.0.1:9050");
    QVERIFY(endpoint->headers.value("accept") == "text/html");
    QVERIFY(endpoint->headers.value("x-api-key") == "kk");
    QCOMPARE(endpoint->bearerToken->reveal(), "tt");
}

void TestEndpointFromSettings::fetchesTheLogin()
{
    const Result<Endpoint> endpoint = endpointFromSettings(loginWith("p"), TwiceTheName(), 3s);
    QVERIFY(endpoint && endpoint->basicAuth);
    QCOMPARE(endpoint->basicAuth->user, "ada");
    QCOMPARE(endpoint->basicAuth->password.reveal(), "pp");
}

void TestEndpointFromSettings::aMissingSecretIsAnError_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("login") << "basic_auth";
    QTest::newRow("token") << "bearer_token";
    QTest::newRow("header") << "secret_headers";
}

void TestEndpointFromSettings::aMissingSecretIsAnError()
{
    QFETCH(const QString, key);
    Settings header;
    header.set("name", std::string("X-Api-Key"));
    header.set("value", named("missing"));
    Settings settings = loginWith(key == QStringLiteral("basic_auth") ? "missing" : "p");
    if (key == QStringLiteral("bearer_token"))
        settings.set("bearer_token", named("missing"));
    if (key == QStringLiteral("secret_headers"))
        settings.set("secret_headers", std::vector<Settings>{header});
    const Result<Endpoint> endpoint = endpointFromSettings(settings, TwiceTheName(), 3s);
    QVERIFY(!endpoint);
    QVERIFY(endpoint.error().kind == ErrorKind::Secret);
    QCOMPARE(english(endpoint.error().reason), "There is no missing");
}

QTEST_GUILESS_MAIN(TestEndpointFromSettings)
#include "tst_endpoint_from_settings.moc"
