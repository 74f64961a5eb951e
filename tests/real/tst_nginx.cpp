// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/hostile.h"
#include "tests/support/manual_clock.h"
#include "tests/support/nginx_server.h"
#include "tests/support/temporary_ca.h"

#include <QTest>

#include <map>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

std::string tlsBlock(int port, const TemporaryCa::Pair &pair, const std::string &rest)
{
    return "server { listen 127.0.0.1:" + std::to_string(port) + " ssl http2; ssl_certificate " + pair.certFile
        + "; ssl_certificate_key " + pair.keyFile + "; default_type application/json; " + rest + " }\n";
}

} // namespace

/// Against a real nginx with TLS: HTTP/2, phases, certificate facts, client certificates, and each kind of bad certificate.
class TestNginx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void negotiatesHttp2AndMeasuresPhases();
    void keepsCertificateFactsOverReusedConnections();
    void manyRequestsShareConnections();
    void badCertificateHasItsSentence_data();
    void badCertificateHasItsSentence();
    void isNotTrustedWithoutItsAuthority();
    void clientCertificate();
    void unreadableFilesAreConfiguration();
    void plainPortDoesNotSpeakTls();
    void credentialsDoNotFollowToPlainHttp();
    void survivesRestart();

private:
    HttpRequest request(const std::string &server, const std::string &path = "/") const;

    const SystemClock m_clock{};
    const TemporaryCa m_ca;
    const TemporaryCa m_stranger{"Somebody else's authority"};
    std::map<std::string, int> m_ports;
    std::unique_ptr<RawServer> m_plain;
    std::unique_ptr<NginxServer> m_nginx;
    std::string m_blocks;
};

HttpRequest TestNginx::request(const std::string &server, const std::string &path) const
{
    HttpRequest request;
    request.url = "https://127.0.0.1:" + std::to_string(m_ports.at(server)) + path;
    request.endpoint.tls.caFile = m_ca.caFile();
    return request;
}

void TestNginx::initTestCase()
{
    m_plain = std::make_unique<RawServer>(answering(httpBytes(200, "{}")));
    const std::string answer = R"(location / { return 200 '{"status":"UP"}'; })";
    const std::string redirect = "location /away { return 302 " + m_plain->url("/landed") + "; } ";
    const std::map<std::string, TemporaryCa::Pair> pairs{
        {"good", m_ca.issue("good")},
        {"expired", m_ca.issue("expired", TemporaryCa::expired())},
        {"early", m_ca.issue("early", TemporaryCa::notYetValid())},
        {"wrong", m_ca.issue("wrong", TemporaryCa::wrongHost())},
        {"self", m_ca.issue("self", TemporaryCa::selfSigned())},
        {"stranger", m_stranger.issue("stranger")},
        {"client", m_ca.issue("clientside")},
    };
    for (const auto &[name, pair] : pairs) {
        m_ports[name] = freePort();
        const std::string client = name == "client" ? "ssl_verify_client on; ssl_client_certificate " + m_ca.caFile() + "; " : "";
        m_blocks += tlsBlock(m_ports[name], pair, client + redirect + answer);
    }
    m_ports["plain"] = freePort();
    m_blocks += "server { listen 127.0.0.1:" + std::to_string(m_ports["plain"]) + "; " + answer + " }\n";
    m_nginx = std::make_unique<NginxServer>(m_blocks);
    QVERIFY2(m_nginx->waitUntilListening(m_ports["plain"]), m_nginx->process().output().c_str());
}

void TestNginx::negotiatesHttp2AndMeasuresPhases()
{
    Transport transport(m_clock);
    const Result<HttpResponse> response = await(transport, transport.send(request("good")));
    QVERIFY2(response.has_value(), response ? "" : english(response.error().reason).c_str());
    QCOMPARE(response->body, std::string(R"({"status":"UP"})"));
    const Evidence &evidence = response->evidence;
    QCOMPARE(evidence.httpVersion, std::string("HTTP/2"));
    const PhaseTimings &timings = evidence.timings;
    QVERIFY(timings.dns && timings.connect && timings.tls && timings.firstByte && timings.transfer);
    QVERIFY(*timings.tls > 0us);
    QVERIFY(*timings.dns + *timings.connect + *timings.tls + *timings.firstByte + *timings.transfer <= timings.total);
    QVERIFY(evidence.certificate.has_value());
    QCOMPARE(evidence.certificate->subject, std::string("CN=localhost"));
    QCOMPARE(evidence.certificate->issuer, std::string("CN=Tocsin test authority"));
    QCOMPARE(evidence.certificate->alternativeNames, (std::vector<std::string>{"localhost", "127.0.0.1"}));
    const auto lifetime = evidence.certificate->notAfter - m_clock.now();
    QVERIFY(lifetime > 89 * 24h && lifetime < 91 * 24h);
    QVERIFY(evidence.certificate->notBefore < m_clock.now());
}

void TestNginx::keepsCertificateFactsOverReusedConnections()
{
    ManualClock clock(m_clock.now());
    Transport transport(clock);
    const Instant first = clock.now();
    QVERIFY(await(transport, transport.send(request("good"))).has_value());
    clock.advance(20s);
    const Result<HttpResponse> reused = await(transport, transport.send(request("good")));
    QVERIFY(reused->evidence.reusedConnection);
    QVERIFY(!reused->evidence.timings.tls);
    QCOMPARE(reused->evidence.certificate.value().observedAt, first);
    QCOMPARE(reused->evidence.at, clock.now());
    clock.advance(40s);
    const Result<HttpResponse> fresh = await(transport, transport.send(request("good")));
    QVERIFY(!fresh->evidence.reusedConnection);
    QVERIFY(fresh->evidence.timings.tls.has_value());
    QCOMPARE(fresh->evidence.certificate.value().observedAt, clock.now());
}

void TestNginx::manyRequestsShareConnections()
{
    Transport transport(m_clock);
    QVERIFY(await(transport, transport.send(request("good"))).has_value());
    std::vector<std::unique_ptr<Pending<Result<HttpResponse>>>> pending;
    for (int i = 0; i < 100; ++i)
        pending.push_back(std::make_unique<Pending<Result<HttpResponse>>>(transport.send(request("good"))));
    QVERIFY(runUntil(transport,
        [&] { return std::all_of(pending.begin(), pending.end(), [](const auto &each) { return each->isReady(); }); }));
    for (const auto &each : pending) {
        QVERIFY(each->result().has_value());
        QVERIFY(each->result()->evidence.reusedConnection);
        QVERIFY(each->result()->evidence.certificate.has_value());
    }
}

void TestNginx::badCertificateHasItsSentence_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("issuer");
    const QString ours = QStringLiteral("CN=Tocsin test authority");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("tls_expired")
                             << QStringLiteral("The certificate of 127.0.0.1 has expired on ") << ours;
    QTest::newRow("not yet valid") << QStringLiteral("early") << QStringLiteral("tls_not_yet_valid")
                                   << QStringLiteral("The certificate of 127.0.0.1 is not valid before ") << ours;
    QTest::newRow("wrong host") << QStringLiteral("wrong") << QStringLiteral("tls_wrong_host")
                                << QStringLiteral("The certificate was made for other.example.net, not for 127.0.0.1") << ours;
    QTest::newRow("self-signed") << QStringLiteral("self") << QStringLiteral("tls_self_signed")
                                 << QStringLiteral("The certificate of 127.0.0.1 is self-signed")
                                 << QStringLiteral("CN=localhost");
    QTest::newRow("untrusted")
        << QStringLiteral("stranger") << QStringLiteral("tls_unknown_authority")
        << QStringLiteral("The certificate of 127.0.0.1 comes from an unknown authority: CN=Somebody else's authority")
        << QStringLiteral("CN=Somebody else's authority");
}

void TestNginx::badCertificateHasItsSentence()
{
    QFETCH(QString, server);
    QFETCH(QString, code);
    QFETCH(QString, sentence);
    QFETCH(QString, issuer);
    Transport transport(m_clock);
    for (int i = 0; i < 2; ++i) { // the second time nothing must be remembered as trusted
        const Result<HttpResponse> result = await(transport, transport.send(request(server.toStdString())));
        QVERIFY(!result.has_value());
        qInfo("%s", english(result.error().reason).c_str());
        QCOMPARE(result.error().kind, ErrorKind::Tls);
        QCOMPARE(QString::fromStdString(std::string(result.error().reason.code())), code);
        QVERIFY(QString::fromStdString(english(result.error().reason)).startsWith(sentence));
        QVERIFY(result.error().evidence.certificate.has_value());
        QCOMPARE(QString::fromStdString(result.error().evidence.certificate->issuer), issuer);
        QCOMPARE(result.error().evidence.status, 0);
    }
}

void TestNginx::isNotTrustedWithoutItsAuthority()
{
    Transport transport(m_clock);
    QVERIFY(await(transport, transport.send(request("good"))).has_value());
    // The kept connection was made with other trust: it must not serve this request.
    HttpRequest strict = request("good");
    strict.endpoint.tls.caFile.clear();
    const Result<HttpResponse> result = await(transport, transport.send(strict));
    QVERIFY(!result.has_value());
    QCOMPARE(std::string(result.error().reason.code()), std::string("tls_unknown_authority"));
}

void TestNginx::clientCertificate()
{
    Transport transport(m_clock);
    const Result<HttpResponse> without = await(transport, transport.send(request("client")));
    QVERIFY(without.has_value()); // nginx completes the handshake and says 400
    QCOMPARE(without->status, 400);
    HttpRequest with = request("client");
    const TemporaryCa::Pair pair = m_ca.issue("watch");
    with.endpoint.tls.certFile = pair.certFile;
    with.endpoint.tls.keyFile = pair.keyFile;
    const Result<HttpResponse> accepted = await(transport, transport.send(with));
    QVERIFY(accepted.has_value());
    QCOMPARE(accepted->status, 200);
}

void TestNginx::unreadableFilesAreConfiguration()
{
    Transport transport(m_clock);
    HttpRequest noAuthority = request("good");
    noAuthority.endpoint.tls.caFile = "/no/such/ca.pem";
    const Result<HttpResponse> first = await(transport, transport.send(noAuthority));
    QCOMPARE(first.error().kind, ErrorKind::Config);
    QCOMPARE(english(first.error().reason), std::string("The file of authorities /no/such/ca.pem cannot be read"));
    HttpRequest noCertificate = request("client");
    noCertificate.endpoint.tls.certFile = "/no/such/client.pem";
    const Result<HttpResponse> second = await(transport, transport.send(noCertificate));
    QCOMPARE(second.error().kind, ErrorKind::Config);
}

void TestNginx::plainPortDoesNotSpeakTls()
{
    Transport transport(m_clock);
    const Result<HttpResponse> result = await(transport, transport.send(request("plain")));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QCOMPARE(std::string(result.error().reason.code()), std::string("tls_not_spoken"));
}

void TestNginx::credentialsDoNotFollowToPlainHttp()
{
    Transport transport(m_clock);
    HttpRequest ask = request("good", "/away");
    ask.maxRedirects = 3;
    ask.endpoint.basicAuth = BasicAuth{"watch", Secret("hunter2")};
    ask.endpoint.headers.add("X-Api-Key", "hunter2");
    const Result<HttpResponse> response = await(transport, transport.send(ask));
    QVERIFY(response.has_value());
    QCOMPARE(response->url, m_plain->url("/landed"));
    const std::string landed = m_plain->requests().back();
    QVERIFY(landed.find("Authorization") == std::string::npos);
    QVERIFY(landed.find("hunter2") == std::string::npos);
}

void TestNginx::survivesRestart()
{
    Transport transport(m_clock);
    QVERIFY(await(transport, transport.send(request("good"))).has_value());
    m_nginx->process().kill();
    const Result<HttpResponse> gone = await(transport, transport.send(request("good")));
    QVERIFY(!gone.has_value());
    QCOMPARE(gone.error().kind, ErrorKind::Refused);
    m_nginx = std::make_unique<NginxServer>(m_blocks);
    QVERIFY2(m_nginx->waitUntilListening(m_ports["good"]), m_nginx->process().output().c_str());
    QVERIFY(await(transport, transport.send(request("good"))).has_value());
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
