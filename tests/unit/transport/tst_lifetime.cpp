// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"
#include "tests/support/await.h"
#include "tests/support/hostile.h"
#include "tests/support/manual_clock.h"

#include <QTest>

#include <thread>

// Takes the place of the C library's for libcurl: names that end in `.slow` are not resolved before the test lets them.
#include <dlfcn.h>
#include <netdb.h>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

std::atomic<bool> resolverHangs{false};
std::atomic<int> namesResolving{0};

HttpRequest get(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if (node != nullptr && std::string_view(node).find(".slow") != std::string_view::npos) {
        ++namesResolving;
        resolverHangs.wait(true);
        --namesResolving;
        return EAI_NONAME;
    }
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto original = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return original(node, service, hints, result);
}

/// Starting, waking, stopping, and the two threads beside the watch thread.
class TestLifetime : public QObject
{
    Q_OBJECT

private slots:
    void stopCancelsWhatIsPending();
    void nothingIsSentAfterStop();
    void wakeEndsTheWait();
    void runForReturnsInTime();
    void jobsRunInOrderBesideTheWatchThread();
    void jobsRunAtStop();
    void offloadedValueArrives();
    void hangingResolverHoldsNobodyUp();
    void startsAndStopsManyTimes();
};

void TestLifetime::stopCancelsWhatIsPending()
{
    ManualClock clock;
    TransportOptions options;
    options.requestsPerHost = 1;
    Transport transport(clock, options);
    RawServer server([](RawConnection &connection) { connection.waitForEnd(); });
    Pending<Result<HttpResponse>> running(transport.send(get(server.url())));
    Pending<Result<HttpResponse>> queued(transport.send(get(server.url())));
    Pending<Result<Evidence>> connecting(transport.connectTo(server.address(), 5s));
    transport.runFor(50ms);
    transport.stop();
    QCOMPARE(running.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(queued.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(running.result().error().evidence.request, "GET " + server.url());
    QVERIFY(connecting.isReady());
}

void TestLifetime::nothingIsSentAfterStop()
{
    ManualClock clock;
    Transport transport(clock);
    RawServer server(answering(httpBytes(200, "{}")));
    transport.stop();
    QCOMPARE(resultOf(transport.send(get(server.url()))).error().kind, ErrorKind::Cancelled);
    QCOMPARE(resultOf(transport.connectTo(server.address(), 1s)).error().kind, ErrorKind::Cancelled);
    transport.runFor(1ms);
    QCOMPARE(server.connections(), 0);
    transport.stop();
}

void TestLifetime::wakeEndsTheWait()
{
    ManualClock clock;
    Transport transport(clock);
    const auto start = std::chrono::steady_clock::now();
    std::thread other([&transport] { transport.wake(); });
    transport.runFor(20s);
    QVERIFY(std::chrono::steady_clock::now() - start < 10s);
    other.join();
    transport.wake(); // before the wait begins
    transport.runFor(20s);
    QVERIFY(std::chrono::steady_clock::now() - start < 10s);
}

void TestLifetime::runForReturnsInTime()
{
    ManualClock clock;
    Transport transport(clock);
    const auto start = std::chrono::steady_clock::now();
    transport.runFor(60ms);
    const auto took = std::chrono::steady_clock::now() - start;
    QVERIFY(took >= 60ms);
    QVERIFY(took < 2s);
}

void TestLifetime::jobsRunInOrderBesideTheWatchThread()
{
    ManualClock clock;
    Transport transport(clock);
    const std::thread::id watch = std::this_thread::get_id();
    std::vector<int> jobs; // written on the worker, read after the last `done`
    std::vector<int> dones;
    bool jobsBeside = true;
    bool donesHere = true;
    for (int i = 0; i < 50; ++i) {
        transport.submit(
            [&jobs, &jobsBeside, watch, i] {
                jobs.push_back(i);
                jobsBeside = jobsBeside && std::this_thread::get_id() != watch;
            },
            [&dones, &donesHere, watch, i] {
                dones.push_back(i);
                donesHere = donesHere && std::this_thread::get_id() == watch;
            });
    }
    QVERIFY(runUntil(transport, [&dones] { return dones.size() == 50; }));
    QVERIFY(std::is_sorted(jobs.begin(), jobs.end()));
    QCOMPARE(dones, jobs);
    QVERIFY(jobsBeside && donesHere);
}

void TestLifetime::jobsRunAtStop()
{
    ManualClock clock;
    Transport transport(clock);
    int done = 0;
    for (int i = 0; i < 20; ++i)
        transport.submit([] {}, [&done] { ++done; });
    transport.stop();
    QCOMPARE(done, 20);
    transport.submit([] {}, [&done] { ++done; });
    QCOMPARE(done, 21);
}

QCoro::Task<Result<int>> countBeside(Transport &transport)
{
    Offloaded offloaded(transport, [] { return 42; });
    const int value = co_await offloaded;
    co_return value;
}

void TestLifetime::offloadedValueArrives()
{
    ManualClock clock;
    Transport transport(clock);
    QCOMPARE(await(transport, countBeside(transport)).value(), 42);
    transport.stop();
    QCOMPARE(resultOf(countBeside(transport)).value(), 42);
}

void TestLifetime::hangingResolverHoldsNobodyUp()
{
    const SystemClock clock;
    resolverHangs = true;
    {
        Transport transport(clock);
        RawServer server(answering(httpBytes(200, "{}")));
        HttpRequest slow = get("http://shop.slow/");
        slow.endpoint.timeout = 300ms;
        const auto start = std::chrono::steady_clock::now();
        Pending<Result<HttpResponse>> timedOut(transport.send(slow));
        Pending<Result<HttpResponse>> cancelled(transport.send(get("http://other.slow/")));
        QVERIFY(runUntil(transport, [] { return namesResolving == 2; }));
        QVERIFY(await(transport, transport.send(get(server.url()))).has_value());
        QVERIFY(runUntil(transport, [&] { return timedOut.isReady(); }));
        QCOMPARE(std::string(timedOut.result().error().reason.code()), std::string("timeout_dns"));
        transport.stop();
        QCOMPARE(cancelled.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(std::chrono::steady_clock::now() - start < 5s);
    }
    resolverHangs = false;
    resolverHangs.notify_all();
    QTRY_COMPARE(namesResolving.load(), 0);
}

void TestLifetime::startsAndStopsManyTimes()
{
    const SystemClock clock;
    RawServer server(answering(httpBytes(200, "{}")));
    RawServer hanging([](RawConnection &connection) { connection.waitForEnd(); });
    for (int i = 0; i < 200; ++i) {
        Transport transport(clock);
        std::atomic<bool> isAsked{false};
        std::thread watch([&] {
            Pending<Result<HttpResponse>> never(transport.send(get(hanging.url())));
            transport.submit([] {}, [] {});
            Pending<Result<HttpResponse>> good(transport.send(get(server.url())));
            while (!isAsked)
                transport.runFor(1s);
            transport.stop();
            isAsked = never.isReady() && good.isReady();
        });
        isAsked = true;
        transport.wake();
        watch.join();
        QVERIFY(isAsked);
    }
}

QTEST_GUILESS_MAIN(TestLifetime)
#include "tst_lifetime.moc"
