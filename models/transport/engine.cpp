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

void Engine::start(Transfer *transfer)
{
    if (!m_queue.add(transfer, transfer->plan().url.hostAndPort(), transfer->plan().deadline)) {
        transfer->fail(ErrorKind::Limit, queueFullReason());
        m_concluded.push_back(transfer);
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
        m_loop.step(isOver ? MultiLoop::Time::min() : std::min(end, m_queue.nextDeadline()));
        takeFinished();
        takeExpired();
        startWaiting();
        isOver = resumeConcluded() || isOver;
    } while (!m_loop.takeWoken() && !isOver && std::chrono::steady_clock::now() < end);
}

void Engine::stop()
{
    if (std::exchange(m_isStopped, true))
        return;
    for (Transfer *transfer : m_queue.takeAll()) {
        transfer->fail(ErrorKind::Cancelled, cancelledReason());
        m_concluded.push_back(transfer);
    }
    while (!m_active.empty()) {
        Transfer *transfer = m_active.back().transfer;
        leaveActive(transfer);
        transfer->fail(ErrorKind::Cancelled, cancelledReason());
        m_concluded.push_back(transfer);
    }
    m_worker.finish();
    m_resolver.finish();
    while (resumeConcluded()) { }
}

void Engine::startWaiting()
{
    while (Transfer *transfer = m_queue.next())
        begin(transfer);
}

void Engine::begin(Transfer *transfer)
{
    CURL *easy = m_loop.takeHandle();
    const bool isAlone = transfer->plan().connectsOnly || transfer->plan().request->isSentOnce;
    const bool claimsFresh = isAlone || m_targets.claimsFresh(transfer->target(), m_clock.monotonic());
    if (easy != nullptr) {
        transfer->prepare(easy, claimsFresh);
        const auto lifetime = std::chrono::ceil<std::chrono::seconds>(m_options.freshConnectionEvery);
        curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, std::max<long>(1, static_cast<long>(lifetime.count())));
    }
    const std::size_t target = m_targets.number(transfer->target());
    transfer->activeIndex = m_active.size();
    m_active.push_back({transfer, easy, target});
    if (easy != nullptr && m_loop.add(easy, target))
        return;
    leaveActive(transfer);
    transfer->fail(ErrorKind::Limit, queueFullReason());
    m_concluded.push_back(transfer);
}

void Engine::leaveActive(Transfer *transfer)
{
    const Active left = m_active[transfer->activeIndex];
    m_active[transfer->activeIndex] = m_active.back();
    m_active[transfer->activeIndex].transfer->activeIndex = transfer->activeIndex;
    m_active.pop_back();
    if (left.easy != nullptr)
        m_loop.giveBack(left.easy, left.target);
    m_queue.release(transfer->plan().url.hostAndPort());
    if (transfer->plan().connectsOnly || transfer->plan().request->isSentOnce)
        return;
    // A kept connection that breaks proves as little for the next request as one that could not be made.
    if (transfer->error() || transfer->evidence().status == 0)
        m_targets.failed(transfer->target(), transfer->claimsFresh());
    else if (transfer->openedConnection())
        m_targets.connected(transfer->target(), m_clock.monotonic(), transfer->claimsFresh(), transfer->evidence().certificate);
}

void Engine::takeFinished()
{
    for (const auto &[easy, code] : m_loop.takeFinished()) {
        Transfer *transfer = nullptr;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
        transfer->conclude(easy, code);
        leaveActive(transfer);
        Evidence &evidence = transfer->evidence();
        if (evidence.reusedConnection && transfer->plan().request->keepsCertificate)
            evidence.certificate = m_targets.certificate(transfer->target());
        m_concluded.push_back(transfer);
    }
}

void Engine::takeExpired()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_queue.nextDeadline() > now)
        return;
    for (Transfer *transfer : m_queue.takeExpired(now)) {
        transfer->fail(ErrorKind::Limit, queueTimeoutReason(transfer->plan())); // our limit, not the server's silence
        m_concluded.push_back(transfer);
    }
}

bool Engine::resumeConcluded()
{
    std::vector<std::function<void()>> done = m_worker.takeFinished();
    for (std::function<void()> &answered : m_resolver.takeFinished())
        done.push_back(std::move(answered));
    const std::vector<Transfer *> concluded = std::exchange(m_concluded, {});
    for (const std::function<void()> &each : done)
        each();
    for (const Transfer *transfer : concluded)
        transfer->waiter.resume();
    return !done.empty() || !concluded.empty();
}

bool Turn::await_suspend(std::coroutine_handle<> handle)
{
    if (m_engine.isStopped()) {
        m_transfer.fail(ErrorKind::Cancelled, cancelledReason());
        return false;
    }
    m_transfer.waiter = handle;
    m_engine.start(&m_transfer);
    return true;
}

} // namespace tocsin
