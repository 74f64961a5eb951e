// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/engine.h"

#include "models/transport/failure.h"

#include <algorithm>
#include <utility>

namespace tocsin {

Engine::Engine(const Clock &clock, TransportOptions options)
    : m_clock(clock)
    , m_options(options)
    , m_loop(options.keptConnections)
    , m_queue(options.requestsPerHost, options.requestsAtOnce, options.maxQueued)
    , m_targets(options.freshConnectionEvery)
    , m_worker([this] { m_loop.wake(); })
    , m_resolver(clock, [this] { m_loop.wake(); })
{
}

Engine::~Engine()
{
    stop();
}

void Engine::start(Exchange *exchange)
{
    if (!m_queue.add(exchange, exchange->terms().server, exchange->terms().deadline)) {
        exchange->fail(ErrorKind::Limit, queueFullReason());
        m_concluded.push_back(exchange);
        return;
    }
    startWaiting();
}

void Engine::submit(std::function<void()> job, std::function<void()> done)
{
    if (m_isStopped) {
        job();
        done();
        return;
    }
    m_worker.submit(std::move(job), std::move(done));
}

void Engine::ask(DnsQuestion question, Duration timeout, AresResolver::Done done)
{
    m_resolver.ask(std::move(question), timeout, std::move(done));
}

void Engine::runFor(Duration atMost)
{
    const MultiLoop::Time end = std::chrono::steady_clock::now() + atMost;
    bool isOver = resumeConcluded();
    do {
        m_loop.step(isOver ? MultiLoop::Time::min() : std::min(end, nextDeadline()));
        takeFinished();
        takeTalking();
        takeExpired();
        startWaiting();
        isOver = resumeConcluded() || isOver;
    } while (!m_loop.takeWoken() && !isOver && std::chrono::steady_clock::now() < end);
}

void Engine::stop()
{
    if (std::exchange(m_isStopped, true))
        return;
    for (Exchange *exchange : m_queue.takeAll()) {
        exchange->fail(ErrorKind::Cancelled, cancelledReason());
        m_concluded.push_back(exchange);
    }
    while (!m_active.empty()) {
        Exchange *exchange = m_active.back().exchange;
        leaveActive(exchange);
        exchange->fail(ErrorKind::Cancelled, cancelledReason());
        m_concluded.push_back(exchange);
    }
    m_worker.finish();
    m_resolver.finish();
    while (resumeConcluded()) { }
}

void Engine::startWaiting()
{
    while (Exchange *exchange = m_queue.next())
        begin(exchange);
}

void Engine::begin(Exchange *exchange)
{
    CURL *easy = m_loop.takeHandle();
    const bool claimsFresh = exchange->terms().isAlone || m_targets.claimsFresh(exchange->terms().target, m_clock.monotonic());
    if (easy != nullptr) {
        exchange->prepare(easy, claimsFresh);
        const auto lifetime = std::chrono::ceil<std::chrono::seconds>(m_options.freshConnectionEvery);
        curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, std::max<long>(1, static_cast<long>(lifetime.count())));
    }
    const std::size_t target = exchange->terms().goesOn ? MultiLoop::alone : m_targets.number(exchange->terms().target);
    exchange->activeIndex = m_active.size();
    m_active.push_back({exchange, easy, target});
    if (easy != nullptr && m_loop.add(easy, target))
        return;
    leaveActive(exchange);
    exchange->fail(ErrorKind::Limit, queueFullReason());
    m_concluded.push_back(exchange);
}

void Engine::leaveActive(Exchange *exchange)
{
    const Active left = m_active[exchange->activeIndex];
    m_active[exchange->activeIndex] = m_active.back();
    m_active[exchange->activeIndex].exchange->activeIndex = exchange->activeIndex;
    m_active.pop_back();
    if (left.easy != nullptr)
        m_loop.giveBack(left.easy, left.target);
    m_queue.release(exchange->terms().server);
    if (exchange->terms().goesOn)
        m_talking.erase(std::remove(m_talking.begin(), m_talking.end(), exchange), m_talking.end());
    if (exchange->terms().isAlone)
        return;
    // A kept connection that breaks proves as little for the next request as one that could not be made.
    if (exchange->error() || exchange->evidence().status == 0)
        m_targets.failed(exchange->terms().target, exchange->claimsFresh());
    else if (exchange->openedConnection())
        m_targets.connected(
            exchange->terms().target, m_clock.monotonic(), exchange->claimsFresh(), exchange->evidence().certificate);
}

void Engine::takeFinished()
{
    for (const auto &[easy, code] : m_loop.takeFinished()) {
        Exchange *exchange = nullptr;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &exchange);
        const Exchange::Next next = exchange->conclude(easy, code);
        if (next == Exchange::Next::Over) {
            finish(exchange);
            continue;
        }
        m_talking.push_back(exchange);
        goOn(exchange, next);
    }
}

void Engine::takeTalking()
{
    for (CURL *easy : m_loop.takeReady()) {
        Exchange *exchange = nullptr;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &exchange);
        goOn(exchange, exchange->talk(easy));
    }
}

void Engine::goOn(Exchange *exchange, Exchange::Next next)
{
    if (next != Exchange::Next::Over && m_loop.takeOver(m_active[exchange->activeIndex].easy, next == Exchange::Next::Write))
        return;
    if (next != Exchange::Next::Over)
        exchange->fail(ErrorKind::Limit, queueFullReason());
    finish(exchange);
}

void Engine::finish(Exchange *exchange)
{
    leaveActive(exchange);
    Evidence &evidence = exchange->evidence();
    if (evidence.reusedConnection && exchange->terms().keepsCertificate)
        evidence.certificate = m_targets.certificate(exchange->terms().target);
    m_concluded.push_back(exchange);
}

MultiLoop::Time Engine::nextDeadline() const
{
    MultiLoop::Time next = m_queue.nextDeadline();
    for (const Exchange *exchange : m_talking)
        next = std::min(next, exchange->talksUntil());
    return next;
}

void Engine::takeExpired()
{
    const auto now = std::chrono::steady_clock::now();
    if (nextDeadline() > now)
        return;
    for (Exchange *exchange : m_queue.takeExpired(now)) {
        // our limit, not the server's silence
        exchange->fail(ErrorKind::Limit, queueTimeoutReason(exchange->terms().server, exchange->terms().timeout));
        m_concluded.push_back(exchange);
    }
    const std::vector<Exchange *> talking = m_talking;
    for (Exchange *exchange : talking) {
        if (exchange->talksUntil() > now)
            continue;
        exchange->expire();
        finish(exchange);
    }
}

bool Engine::resumeConcluded()
{
    std::vector<std::function<void()>> done = m_worker.takeFinished();
    for (std::function<void()> &answered : m_resolver.takeFinished())
        done.push_back(std::move(answered));
    const std::vector<Exchange *> concluded = std::exchange(m_concluded, {});
    for (const std::function<void()> &each : done)
        each();
    for (const Exchange *exchange : concluded)
        exchange->waiter.resume();
    return !done.empty() || !concluded.empty();
}

bool Turn::await_suspend(std::coroutine_handle<> handle)
{
    if (m_engine.isStopped()) {
        m_exchange.fail(ErrorKind::Cancelled, cancelledReason());
        return false;
    }
    m_exchange.waiter = handle;
    m_engine.start(&m_exchange);
    return true;
}

} // namespace tocsin
