// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/hostile.h"
#include "tests/support/manual_clock.h"
#include "tests/support/raw_server.h"
#include "tests/support/server_process.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

HttpRequest get(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// What a polite server answers, and what the evidence says of it.
class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void answerAndEvidence();
    void everyStatusIsAnAnswer();
    void sendsWhatWasAsked();
    void freshConnectionEveryMinute();
    void freshConnectionAfterFailure();
    void compressedAnswerIsUnpacked();
    void queryOfEvidenceHidesSecrets();
    void refusesWhatCannotBeAsked_data();
    void refusesWhatCannotBeAsked();
    void refusedAndUnresolved();
    void environmentProxyIsIgnored();
    void aProxysFaultIsNotTheServers_data();
    void aProxysFaultIsNotTheServers();
    void tcpConnect();
    void tcpRefusesNonsense();
    void oneHostDoesNotStarveOthers();
    void aTurnThatComesLateIsAWholeTurn();
    void neverHavingAskedIsNoTimeout();
};

void TestTransport::answerAndEvidence()
{
    ManualClock clock;
    Transport transport(clock);
    const std::string body = "{\"status\":\"UP\",\"note\":\"" + std::string(600, 'x') + "\"}";
    RawServer server(answering(httpBytes(200, body)));
    const Result<HttpResponse> response = await(transport, transport.send(get(server.url("/health"))));
    QVERIFY(response.has_value());
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, body);
    QCOMPARE(response->url, server.url("/health"));
    QCOMPARE(std::string(response->headers.value("content-type")), std::string("application/json"));
    const Evidence &evidence = response->evidence;
    QCOMPARE(evidence.request, "GET " + server.url("/health"));
    QCOMPARE(evidence.at, clock.now());
    QCOMPARE(evidence.status, 200);
    QCOMPARE(evidence.httpVersion, std::string("HTTP/1.1"));
    QCOMPARE(evidence.contentType, std::string("application/json"));
    QCOMPARE(evidence.bytes, std::uint64_t(body.size()));
    QCOMPARE(evidence.firstBytes, body.substr(0, 512));
    QCOMPARE(evidence.remoteAddress, server.address());
    QVERIFY(!evidence.reusedConnection);
    QVERIFY(evidence.timings.dns && evidence.timings.connect && !evidence.timings.tls);
    QVERIFY(evidence.timings.firstByte && evidence.timings.transfer);
    QVERIFY(evidence.timings.total > 0us && evidence.timings.total < 5s);
    QVERIFY(!evidence.certificate);
}

void TestTransport::everyStatusIsAnAnswer()
{
    const SystemClock clock;
    Transport transport(clock);
    for (const int status : {204, 304, 401, 404, 500, 503}) {
        RawServer server(answering(httpBytes(status, {})));
        const Result<HttpResponse> response = await(transport, transport.send(get(server.url())));
        QVERIFY(response.has_value());
        QCOMPARE(response->status, status);
    }
}

void TestTransport::sendsWhatWasAsked()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(answering(httpBytes(200, "{}")));
    HttpRequest request = get(server.url("/ask?a=1"));
    request.method = "PUT";
    request.body = R"({"x":1})";
    request.headers.add("Content-Type", "application/json");
    request.headers.add("X-Empty", "");
    request.endpoint.headers.add("X-Team", "shop");
    request.endpoint.headers.add("content-type", "text/plain");
    request.endpoint.basicAuth = BasicAuth{"watch", Secret("open sesame")};
    QVERIFY(await(transport, transport.send(request)).has_value());
    request = get(server.url());
    request.endpoint.bearerToken = Secret("t0ken");
    QVERIFY(await(transport, transport.send(request)).has_value());

    const std::vector<std::string> requests = server.requests();
    QCOMPARE(requests.size(), std::size_t(2));
    QVERIFY(contains(requests[0], "PUT /ask?a=1 HTTP/1.1\r\n"));
    QVERIFY(contains(requests[0], "\r\nContent-Type: application/json\r\n"));
    QVERIFY(!contains(requests[0], "text/plain"));
    QVERIFY(contains(requests[0], "\r\nX-Empty:\r\n"));
    QVERIFY(contains(requests[0], "\r\nX-Team: shop\r\n"));
    QVERIFY(contains(requests[0], "\r\nAuthorization: Basic d2F0Y2g6b3BlbiBzZXNhbWU=\r\n"));
    QVERIFY(contains(requests[0], "\r\nUser-Agent: Tocsin/" TOCSIN_VERSION "\r\n"));
    QVERIFY(contains(requests[0], "\r\nAccept-Encoding: deflate, gzip"));
    QVERIFY(contains(requests[0], "\r\n\r\n{\"x\":1}"));
    QVERIFY(contains(requests[1], "\r\nAuthorization: Bearer t0ken\r\n"));
    QVERIFY(!contains(requests[1], "X-Team"));
}

void TestTransport::freshConnectionEveryMinute()
{
    ManualClock clock;
    Transport transport(clock);
    RawServer server(answering(httpBytes(200, "{}")));
    const auto isReused = [&] {
        const Result<HttpResponse> response = await(transport, transport.send(get(server.url())));
        if (!response)
            throw std::runtime_error(english(response.error().reason));
        const PhaseTimings &timings = response->evidence.timings;
        if (response->evidence.reusedConnection && (timings.dns || timings.connect || timings.tls))
            throw std::runtime_error("phases of a connection that was not made");
        return response->evidence.reusedConnection;
    };
    QVERIFY(!isReused());
    clock.advance(30s);
    QVERIFY(isReused());
    clock.advance(29s);
    QVERIFY(isReused());
    QCOMPARE(server.connections(), 1);
    clock.advance(1s);
    QVERIFY(!isReused());
    QVERIFY(isReused());
    QCOMPARE(server.connections(), 2);
}

void TestTransport::freshConnectionAfterFailure()
{
    ManualClock clock;
    Transport transport(clock);
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.send(httpBytes(200, "{}"));
        connection.readRequest();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf");
        connection.reset();
    });
    QVERIFY(await(transport, transport.send(get(server.url()))).has_value());
    QVERIFY(!await(transport, transport.send(get(server.url()))).has_value());
    const Result<HttpResponse> third = await(transport, transport.send(get(server.url())));
    QVERIFY(third.has_value());
    QVERIFY(!third->evidence.reusedConnection);
}

void TestTransport::compressedAnswerIsUnpacked()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(answering(httpBytes(200, gzipBomb(100'000), "Content-Encoding: gzip\r\n")));
    const Result<HttpResponse> response = await(transport, transport.send(get(server.url())));
    QVERIFY(response.has_value());
    QCOMPARE(response->body, std::string(100'000, '\0'));
    QCOMPARE(response->evidence.bytes, std::uint64_t(100'000));
}

void TestTransport::queryOfEvidenceHidesSecrets()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(answering(httpBytes(200, "{}")));
    HttpRequest request = get("http://watch:hunter2@" + server.address() + "/x?api_key=hunter2&page=2&access_token=hunter2");
    const Result<HttpResponse> response = await(transport, transport.send(request));
    QVERIFY(response.has_value());
    QCOMPARE(response->evidence.request, "GET " + server.url("/x?api_key=...&page=2&access_token=..."));
    QVERIFY(!contains(response->url, "watch:"));
    QVERIFY(contains(server.requests().front(), "Authorization: Basic d2F0Y2g6aHVudGVyMg==\r\n"));
    QVERIFY(contains(server.requests().front(), "access_token=hunter2"));
}

void TestTransport::refusesWhatCannotBeAsked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("file") << QByteArray("GET") << QByteArray("file:///etc/passwd") << QByteArray("x");
    QTest::newRow("ftp") << QByteArray("GET") << QByteArray("ftp://127.0.0.1/") << QByteArray("x");
    QTest::newRow("no scheme") << QByteArray("GET") << QByteArray("shop.example.net") << QByteArray("x");
    QTest::newRow("empty") << QByteArray("GET") << QByteArray() << QByteArray("x");
    QTest::newRow("control character") << QByteArray("GET") << QByteArray("http://127.0.0.1/\r\nX: y") << QByteArray("x");
    QTest::newRow("split header") << QByteArray("GET") << QByteArray("http://127.0.0.1/") << QByteArray("x\r\nEvil: 1");
    QTest::newRow("split method") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("http://127.0.0.1/") << QByteArray("x");
}

void TestTransport::refusesWhatCannotBeAsked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, header);
    const SystemClock clock;
    Transport transport(clock);
    HttpRequest request = get(url.toStdString());
    request.method = method.toStdString();
    request.headers.add("X-Test", header.toStdString());
    const Result<HttpResponse> response = await(transport, transport.send(request));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Config);
    QVERIFY(!english(response.error().reason).empty());
}

void TestTransport::refusedAndUnresolved()
{
    const SystemClock clock;
    Transport transport(clock);
    const std::string port = std::to_string(freePort());
    const Result<HttpResponse> refused = await(transport, transport.send(get("http://127.0.0.1:" + port + "/")));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QCOMPARE(english(refused.error().reason), "127.0.0.1:" + port + " refused the connection");
    QCOMPARE(refused.error().evidence.request, "GET http://127.0.0.1:" + port + "/");

    const Result<HttpResponse> unknown = await(transport, transport.send(get("http://no-such-shop.invalid/")));
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().kind, ErrorKind::Dns);
    QCOMPARE(english(unknown.error().reason), std::string("The name no-such-shop.invalid cannot be resolved"));
}

void TestTransport::environmentProxyIsIgnored()
{
    RawServer proxy(answering(httpBytes(200, "from the proxy")));
    RawServer server(answering(httpBytes(200, "from the server")));
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
    qputenv("all_proxy", QByteArray::fromStdString(proxy.url()));
    const SystemClock clock;
    Transport transport(clock);
    const Result<HttpResponse> direct = await(transport, transport.send(get(server.url())));
    qputenv("no_proxy", "127.0.0.1");
    HttpRequest request = get(server.url());
    request.endpoint.proxy = proxy.url();
    const Result<HttpResponse> viaProxy = await(transport, transport.send(request));
    for (const char *name : {"http_proxy", "all_proxy", "no_proxy"})
        qunsetenv(name);
    QCOMPARE(direct.value().body, std::string("from the server"));
    QCOMPARE(viaProxy.value().body, std::string("from the proxy"));
}

void TestTransport::aProxysFaultIsNotTheServers_data()
{
    QTest::addColumn<QByteArray>("answer"); // of the proxy; none: there is no proxy
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *answer, ErrorKind kind, const char *code) {
        QTest::newRow(name) << QByteArray(answer) << static_cast<int>(kind) << QByteArray(code);
    };
    row("refused", "", ErrorKind::Config, "proxy_not_reached");
    row("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", ErrorKind::Config, "proxy_refuses");
    row("not allowed", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", ErrorKind::Config, "proxy_refuses");
    row("did not get there", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", ErrorKind::Unreachable, "proxy_failed");
}

void TestTransport::aProxysFaultIsNotTheServers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    QFETCH(QByteArray, code);
    auto server = std::make_unique<RawServer>(answering(answer.toStdString()));
    const std::string proxy = server->address();
    if (answer.isEmpty())
        server.reset();
    const SystemClock clock;
    Transport transport(clock);
    HttpRequest request = get("https://shop.example.net/health");
    request.endpoint.proxy = "http://ada:hush@" + proxy;
    const Result<HttpResponse> result = await(transport, transport.send(request));
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    QCOMPARE(QByteArray::fromStdString(std::string(result.error().reason.code())), code);
    const std::string said = english(result.error().reason);
    QVERIFY2(said.find(proxy) != std::string::npos, said.c_str());
    QVERIFY2(said.find("hush") == std::string::npos, said.c_str());
}

void TestTransport::tcpConnect()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server([](RawConnection &connection) { connection.waitForEnd(); });
    for (int i = 0; i < 3; ++i) {
        const Result<Evidence> evidence = await(transport, transport.connectTo(server.address(), 2s));
        QVERIFY(evidence.has_value());
        QCOMPARE(evidence->request, "TCP " + server.address());
        QCOMPARE(evidence->remoteAddress, server.address());
        QVERIFY(evidence->timings.dns && evidence->timings.connect);
        QVERIFY(!evidence->timings.tls && !evidence->timings.firstByte);
        QVERIFY(!evidence->reusedConnection);
    }
    QTRY_COMPARE(server.connections(), 3);

    const std::string nobody = "127.0.0.1:" + std::to_string(freePort());
    const Result<Evidence> refused = await(transport, transport.connectTo(nobody, 2s));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
}

void TestTransport::tcpRefusesNonsense()
{
    const SystemClock clock;
    Transport transport(clock);
    for (const char *address :
        {"", "localhost", "127.0.0.1:80/path", "user@127.0.0.1:80", "127.0.0.1:80?x", "127.0.0.1:99999", ":80"}) {
        const Result<Evidence> result = await(transport, transport.connectTo(address, 2s));
        QVERIFY2(!result.has_value(), address);
        QCOMPARE(result.error().kind, ErrorKind::Config);
    }
}

void TestTransport::oneHostDoesNotStarveOthers()
{
    const SystemClock clock;
    TransportOptions options;
    options.requestsPerHost = 2;
    options.requestsAtOnce = 4;
    Transport transport(clock, options);
    RawServer hanging([](RawConnection &connection) { connection.waitForEnd(); });
    RawServer healthy(answering(httpBytes(200, "{}")));
    std::vector<std::unique_ptr<Pending<Result<HttpResponse>>>> stuck;
    for (int i = 0; i < 20; ++i)
        stuck.push_back(std::make_unique<Pending<Result<HttpResponse>>>(transport.send(get(hanging.url()))));
    for (int i = 0; i < 20; ++i)
        QVERIFY(await(transport, transport.send(get(healthy.url())), 2s).has_value());
    QCOMPARE(hanging.connections(), 2);
    transport.stop();
    for (const auto &each : stuck)
        QCOMPARE(each->result().error().kind, ErrorKind::Cancelled);
}

void TestTransport::aTurnThatComesLateIsAWholeTurn()
{
    const SystemClock clock;
    TransportOptions options;
    options.requestsPerHost = 1;
    Transport transport(clock, options);
    RawServer server([](RawConnection &connection) {
        if (connection.readRequest().find("/slow") != std::string::npos)
            connection.waitForEnd();
        else
            connection.send(httpBytes(200, "{}"));
    });
    HttpRequest slow = get(server.url("/slow"));
    slow.endpoint.timeout = 300ms;
    HttpRequest healthy = get(server.url("/healthy"));
    healthy.endpoint.timeout = 300ms;
    Pending<Result<HttpResponse>> first(transport.send(slow));
    Pending<Result<HttpResponse>> second(transport.send(slow));
    Pending<Result<HttpResponse>> third(transport.send(healthy));
    QVERIFY(runUntil(transport, [&] { return third.isReady(); }));
    QCOMPARE(first.result().error().kind, ErrorKind::Timeout);
    QCOMPARE(std::string(first.result().error().reason.code()), std::string("timeout_answer"));
    QCOMPARE(second.result().error().kind, ErrorKind::Timeout);
    QVERIFY(third.result().has_value()); // its neighbours hung, and it did not
}

void TestTransport::neverHavingAskedIsNoTimeout()
{
    const SystemClock clock;
    TransportOptions options;
    options.requestsPerHost = 1;
    Transport transport(clock, options);
    RawServer hanging([](RawConnection &connection) { connection.waitForEnd(); });
    HttpRequest patient = get(hanging.url());
    patient.endpoint.timeout = 10s;
    HttpRequest request = get(hanging.url());
    request.endpoint.timeout = 100ms;
    Pending<Result<HttpResponse>> first(transport.send(patient));
    Pending<Result<HttpResponse>> second(transport.send(request));
    QVERIFY(runUntil(transport, [&] { return second.isReady(); }));
    QCOMPARE(second.result().error().kind, ErrorKind::Limit);
    QCOMPARE(std::string(second.result().error().reason.code()), std::string("timeout_queue"));
    transport.stop();
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
