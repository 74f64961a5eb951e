// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/ares_resolver.h"
#include "models/transport/exchange.h"
#include "models/transport/host_queue.h"
#include "models/transport/multi_loop.h"
#include "models/transport/target_book.h"
#include "models/transport/transport.h"
#include "models/transport/worker.h"

#include <vector>

namespace tocsin {

/// What the Transport consists of: takes exchanges through queue and libcurl, and resumes who waits for them. Watch thread,
/// `wake` alone from any; owned by the Transport.
class Engine
{
public:
    Engine(const Clock &clock, TransportOptions options);
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    ~Engine();

    const Clock &clock() const { return m_clock; }
    const TransportOptions &options() const { return m_options; }
    bool isStopped() const { return m_isStopped; }

    /// Takes an exchange on. Its `waiter` is resumed in `runFor` or `stop` once it is concluded.
    void start(Exchange *exchange);
    void submit(std::function<void()> job, std::function<void()> done);
    void ask(DnsQuestion question, Duration timeout, AresResolver::Done done); ///< not once it has stopped
    void runFor(Duration atMost);
    void wake() noexcept { m_loop.wake(); }
    void stop();

private:
    struct Active {
        Exchange *exchange;
        CURL *easy;
        std::size_t target; // its number, as the loop knows it
    };
    void startWaiting();
    void begin(Exchange *exchange);
    void leaveActive(Exchange *exchange);
    void takeFinished();
    void takeTalking();
    void takeExpired();
    void goOn(Exchange *exchange, Exchange::Next next);
    void finish(Exchange *exchange);
    MultiLoop::Time nextDeadline() const;
    bool resumeConcluded(); // and runs the `done`s of finished jobs; whether there was anything

    const Clock &m_clock;
    const TransportOptions m_options;
    bool m_isStopped = false;
    MultiLoop m_loop;
    HostQueue m_queue;
    TargetBook m_targets;
    Worker m_worker;         // before m_loop in destruction: its thread wakes the loop
    AresResolver m_resolver; // the same
    std::vector<Active> m_active;
    std::vector<Exchange *> m_talking; // of the active ones, those that use their connection by hand
    std::vector<Exchange *> m_concluded;
};

/// `co_await Turn(engine, exchange)` continues when the exchange is concluded.
class Turn
{
public:
    Turn(Engine &engine, Exchange &exchange)
        : m_engine(engine)
        , m_exchange(exchange)
    {
    }
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> handle); ///< does not wait once the engine has stopped
    void await_resume() const noexcept { }

private:
    Engine &m_engine;
    Exchange &m_exchange;
};

} // namespace tocsin
