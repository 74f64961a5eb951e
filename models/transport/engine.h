// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/ares_resolver.h"
#include "models/transport/host_queue.h"
#include "models/transport/multi_loop.h"
#include "models/transport/target_book.h"
#include "models/transport/transfer.h"
#include "models/transport/transport.h"
#include "models/transport/worker.h"

#include <vector>

namespace tocsin {

/// What the Transport consists of: takes transfers through queue and libcurl, and resumes who waits for them. Watch thread,
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

    /// Takes a transfer on. Its `waiter` is resumed in `runFor` or `stop` once it is concluded.
    void start(Transfer *transfer);
    void submit(std::function<void()> job, std::function<void()> done);
    void ask(DnsQuestion question, Duration timeout, AresResolver::Done done); ///< not once it has stopped
    void runFor(Duration atMost);
    void wake() noexcept { m_loop.wake(); }
    void stop();

private:
    struct Active {
        Transfer *transfer;
        CURL *easy;
        std::size_t target; // its number, as the loop knows it
    };
    void startWaiting();
    void begin(Transfer *transfer);
    void leaveActive(Transfer *transfer);
    void takeFinished();
    void takeExpired();
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
    std::vector<Transfer *> m_concluded;
};

/// `co_await Turn(engine, transfer)` continues when the transfer is concluded.
class Turn
{
public:
    Turn(Engine &engine, Transfer &transfer)
        : m_engine(engine)
        , m_transfer(transfer)
    {
    }
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> handle); ///< does not wait once the engine has stopped
    void await_resume() const noexcept { }

private:
    Engine &m_engine;
    Transfer &m_transfer;
};

} // namespace tocsin
