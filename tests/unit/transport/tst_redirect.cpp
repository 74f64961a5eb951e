// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/hostile.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

HttpRequest withCredentials(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    request.maxRedirects = 5;
    request.headers.add("Accept", "application/json");
    request.headers.add("Cookie", "session=hunter2");
    request.endpoint.headers.add("DD-API-KEY", "hunter2");
    request.endpoint.bearerToken = Secret("hunter2");
    return request;
}

/// 302 for every path but `/end`.
RawServer::Script redirectingUntilEnd(std::string where, int status = 302)
{
    return [where = std::move(where), status](RawConnection &connection) {
        for (;;) {
            const std::string request = connection.readRequest();
            if (request.empty())
                return;
            const bool isEnd = request.find(" /end ") != std::string::npos;
            connection.send(isEnd ? httpBytes(200, "{}") : httpBytes(status, {}, "Location: " + where + "\r\n"));
        }
    };
}

} // namespace

/// Where a redirect may lead, and what never goes along.
class TestRedirect : public QObject
{
    Q_OBJECT

private slots:
    void isRefusedUnlessAllowed();
    void isFollowedWithCredentialsToTheSameOrigin();
    void leavesCredentialsBehindOnTheWayToAnotherOrigin();
    void doesNotTakeCredentialsUpAgain();
    void neverTakesABodyAbroad();
    void postBecomesGet();
    void keepsMethodAndBodyOn307();
    void refusesOtherSchemes_data();
    void refusesOtherSchemes();
    void stopsInCirclesAndAfterTooMany();
};

void TestRedirect::isRefusedUnlessAllowed()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(redirectingTo("https://login.example.net/sso?token=hunter2"));
    HttpRequest request;
    request.url = server.url();
    const Result<HttpResponse> result = await(transport, transport.send(request));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Redirect);
    QCOMPARE(english(result.error().reason), std::string("Redirected to login.example.net, which is not allowed here"));
    QCOMPARE(result.error().evidence.status, 302);
}

void TestRedirect::isFollowedWithCredentialsToTheSameOrigin()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(redirectingUntilEnd("/end"));
    const Result<HttpResponse> result = await(transport, transport.send(withCredentials(server.url("/begin"))));
    QVERIFY(result.has_value());
    QCOMPARE(result->url, server.url("/end"));
    QCOMPARE(server.requests().size(), std::size_t(2));
    QVERIFY(contains(server.requests()[1], "Authorization: Bearer hunter2"));
    QVERIFY(contains(server.requests()[1], "DD-API-KEY: hunter2"));
}

void TestRedirect::leavesCredentialsBehindOnTheWayToAnotherOrigin()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer other(answering(httpBytes(200, "{}")));
    RawServer server(redirectingTo("http://a:b@" + other.address() + "/end"));
    const Result<HttpResponse> result = await(transport, transport.send(withCredentials(server.url())));
    QVERIFY(result.has_value());
    QVERIFY(contains(server.requests().front(), "hunter2"));
    QVERIFY(!contains(other.requests().front(), "hunter2"));
    QVERIFY(!contains(other.requests().front(), "Authorization"));
    QVERIFY(contains(other.requests().front(), "Accept: application/json"));

    HttpRequest basic;
    basic.url = server.url();
    basic.maxRedirects = 1;
    basic.endpoint.basicAuth = BasicAuth{"watch", Secret("hunter2")};
    QVERIFY(await(transport, transport.send(basic)).has_value());
    QVERIFY(contains(server.requests().back(), "Authorization: Basic"));
    QVERIFY(!contains(other.requests().back(), "Authorization"));
}

void TestRedirect::doesNotTakeCredentialsUpAgain()
{
    const SystemClock clock;
    Transport transport(clock);
    std::string back;
    RawServer other([&back](RawConnection &connection) {
        connection.readRequest();
        connection.send(httpBytes(302, {}, "Location: " + back + "\r\n"));
    });
    RawServer server(redirectingUntilEnd(other.url("/hop")));
    back = server.url("/end");
    QVERIFY(await(transport, transport.send(withCredentials(server.url("/begin")))).has_value());
    QCOMPARE(server.requests().size(), std::size_t(2));
    QVERIFY(!contains(server.requests()[1], "hunter2"));
}

void TestRedirect::neverTakesABodyAbroad()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer other(answering(httpBytes(200, "{}")));
    RawServer server(redirectingUntilEnd(other.url(), 307));
    HttpRequest request = withCredentials(server.url());
    request.method = "POST";
    request.body = "password=hunter2";
    const Result<HttpResponse> result = await(transport, transport.send(request));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Redirect);
    QCOMPARE(other.connections(), 0);
}

void TestRedirect::postBecomesGet()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(redirectingUntilEnd("/end", 303));
    HttpRequest request = withCredentials(server.url());
    request.method = "POST";
    request.body = "x=1";
    QVERIFY(await(transport, transport.send(request)).has_value());
    QVERIFY(contains(server.requests()[1], "GET /end "));
    QVERIFY(!contains(server.requests()[1], "x=1"));
}

void TestRedirect::keepsMethodAndBodyOn307()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(redirectingUntilEnd("/end", 307));
    HttpRequest request = withCredentials(server.url());
    request.method = "POST";
    request.body = "x=1";
    QVERIFY(await(transport, transport.send(request)).has_value());
    QVERIFY(contains(server.requests()[1], "POST /end "));
    QVERIFY(contains(server.requests()[1], "\r\n\r\nx=1"));
}

void TestRedirect::refusesOtherSchemes_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/");
    QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1:25/");
    QTest::newRow("javascript") << QByteArray("javascript:alert(1)");
}

void TestRedirect::refusesOtherSchemes()
{
    QFETCH(QByteArray, location);
    const SystemClock clock;
    Transport transport(clock);
    RawServer server(redirectingTo(location.toStdString()));
    const Result<HttpResponse> result = await(transport, transport.send(withCredentials(server.url())));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Redirect);
}

void TestRedirect::stopsInCirclesAndAfterTooMany()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer circle(redirectingTo({}));
    const Result<HttpResponse> first = await(transport, transport.send(withCredentials(circle.url("/a"))));
    QCOMPARE(std::string(first.error().reason.code()), std::string("redirect_circle"));
    QCOMPARE(circle.requests().size(), std::size_t(1));

    RawServer endless([](RawConnection &connection) {
        for (int i = 0; !connection.readRequest().empty(); ++i)
            connection.send(
                httpBytes(302, {}, "Location: /" + std::to_string(connection.number()) + "-" + std::to_string(i) + "\r\n"));
    });
    const Result<HttpResponse> second = await(transport, transport.send(withCredentials(endless.url("/a"))));
    QCOMPARE(std::string(second.error().reason.code()), std::string("redirect_too_many"));
    QCOMPARE(endless.requests().size(), std::size_t(6));
}

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
