// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/hostile.h"
#include "tests/support/manual_clock.h"

#include <QTest>

#include <sys/resource.h>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kTimeout = 700ms;

HttpRequest ask(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    request.endpoint.timeout = kTimeout;
    request.maxRedirects = 5;
    request.maxBodyBytes = 1u << 20;
    return request;
}

long peakKibibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

/// Servers that lie, stall, flood and break off (quality.md): each gives an error of its kind, none more than its time.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void eachHasItsReason_data();
    void eachHasItsReason();
    void allAtOnceTakeLessThanTwoTimeouts();
    void endlessAnswersStayWithinMemory();
    void partialEvidenceIsKept();
};

void TestHostile::eachHasItsReason_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, ErrorKind kind, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(name) << kind << QString::fromLatin1(code);
    };
    row("silent", ErrorKind::Timeout, "timeout_answer");
    row("silent after request", ErrorKind::Timeout, "timeout_answer");
    row("slow header", ErrorKind::Timeout, "timeout_answer");
    row("slow body", ErrorKind::Timeout, "timeout_body");
    row("endless headers", ErrorKind::Limit, "limit_headers");
    row("endless header line", ErrorKind::Limit, "limit_headers");
    row("endless interim answers", ErrorKind::Limit, "limit_headers");
    row("endless body", ErrorKind::Limit, "limit_body");
    row("announced gigabyte", ErrorKind::Limit, "limit_body");
    row("gzip bomb", ErrorKind::Limit, "limit_body");
    row("reset at once", ErrorKind::Reset, "reset");
    row("reset half-way", ErrorKind::Reset, "reset");
    row("cut short", ErrorKind::Reset, "reset_cut_short");
    row("closed without answer", ErrorKind::Reset, "reset_no_answer");
    row("broken chunks", ErrorKind::Content, "content_framing");
    row("broken gzip", ErrorKind::Content, "content_encoding");
    row("not HTTP", ErrorKind::Content, "content_not_http");
    row("bare text", ErrorKind::Content, "content_not_http");
    row("redirect loop", ErrorKind::Redirect, "redirect_circle");
    QCOMPARE(hostilities().size(), std::size_t(19)); // a new one needs its row here
}

void TestHostile::eachHasItsReason()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    const SystemClock clock;
    Transport transport(clock);
    const std::vector<Hostility> all = hostilities();
    const auto hostility
        = std::find_if(all.begin(), all.end(), [&](const Hostility &each) { return each.name == name.toStdString(); });
    QVERIFY(hostility != all.end());
    RawServer server(hostility->script);
    const Result<HttpResponse> result = await(transport, transport.send(ask(server.url("/health"))));
    QVERIFY(!result.has_value());
    const std::string sentence = english(result.error().reason);
    qInfo("%s", sentence.c_str());
    QCOMPARE(QString::fromStdString(std::string(result.error().reason.code())), code);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().evidence.request, "GET " + server.url("/health"));
    QVERIFY(sentence.find("127.0.0.1") != std::string::npos);
    QVERIFY(result.error().evidence.timings.total < 2 * kTimeout);
}

void TestHostile::allAtOnceTakeLessThanTwoTimeouts()
{
    const SystemClock clock;
    Transport transport(clock);
    const std::vector<Hostility> all = hostilities();
    std::vector<std::unique_ptr<RawServer>> servers;
    std::vector<std::unique_ptr<Pending<Result<HttpResponse>>>> pending;
    constexpr std::size_t kServers = 30;
    for (std::size_t i = 0; i < kServers; ++i)
        servers.push_back(std::make_unique<RawServer>(all[i % all.size()].script));
    const auto start = std::chrono::steady_clock::now();
    for (const auto &server : servers) {
        HttpRequest request = ask(server->url());
        request.endpoint.timeout = 2s;
        pending.push_back(std::make_unique<Pending<Result<HttpResponse>>>(transport.send(std::move(request))));
    }
    const auto allReady
        = [&] { return std::all_of(pending.begin(), pending.end(), [](const auto &each) { return each->isReady(); }); };
    QVERIFY(runUntil(transport, allReady));
    QVERIFY(std::chrono::steady_clock::now() - start < 4s);
    for (const auto &each : pending)
        QVERIFY(!each->result().has_value());
}

void TestHostile::endlessAnswersStayWithinMemory()
{
    const SystemClock clock;
    Transport transport(clock);
    for (const Hostility &hostility : hostilities()) {
        const bool floods
            = hostility.name.find("endless") == 0 || hostility.name == "announced gigabyte" || hostility.name == "gzip bomb";
        if (!floods)
            continue;
        RawServer server(hostility.script);
        HttpRequest request = ask(server.url());
        const long before = peakKibibytes();
        const Result<HttpResponse> result = await(transport, transport.send(std::move(request)));
        QVERIFY(!result.has_value());
        QVERIFY2(peakKibibytes() - before < 16 * 1024, hostility.name.c_str());
        QVERIFY(result.error().evidence.bytes <= 1u << 20);
    }
}

void TestHostile::partialEvidenceIsKept()
{
    const SystemClock clock;
    Transport transport(clock);
    RawServer server([](RawConnection &connection) {
        connection.readRequest();
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<html>caf\xc3\xa9 \xff\x01");
    });
    const Result<HttpResponse> result = await(transport, transport.send(ask(server.url())));
    QVERIFY(!result.has_value());
    const Evidence &evidence = result.error().evidence;
    QCOMPARE(evidence.status, 200);
    QCOMPARE(evidence.contentType, std::string("text/html"));
    QCOMPARE(evidence.firstBytes, std::string("<html>caf\xc3\xa9 \xef\xbf\xbd\xef\xbf\xbd"));
    QCOMPARE(evidence.remoteAddress, server.address());
    QVERIFY(evidence.timings.connect.has_value());
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
